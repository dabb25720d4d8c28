//! Short news at the foot of the window.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{Icon, IconButton, IconView, Text, each, mark_root};

/// How long good news stay.
const STAY: Duration = Duration::from_secs(6);

/// How many toasts are shown at a time; older ones give way.
const AT_MOST: usize = 4;

/// What a toast tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ToastTone {
    /// Something was done: spoken politely, gone by itself.
    Success,
    /// Something to look after: spoken politely, stays until it is dismissed.
    Warning,
    /// Something failed: spoken at once, stays until it is dismissed.
    Failure,
}

#[derive(Clone, PartialEq, Eq)]
struct Toast {
    id: u32,
    tone: ToastTone,
    text: String,
    /// Where it leads: in words, and the address.
    link: Option<(String, String)>,
}

impl Toast {
    fn key(&self) -> String {
        self.id.to_string()
    }
}

/// The toasts that are shown now.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next_id: StoredValue<u32>,
}

impl Toasts {
    /// Makes a place for toasts, for this part of the page and all below it.
    pub fn provide() -> Self {
        let toasts = Self {
            shown: RwSignal::new(Vec::new()),
            next_id: StoredValue::new(0),
        };
        provide_context(toasts);
        toasts
    }

    /// The place that was provided above.
    pub fn from_context() -> Option<Self> {
        use_context()
    }

    /// Shows a toast. One that says the same is replaced, not repeated.
    pub fn push(self, tone: ToastTone, text: impl Into<String>) {
        self.show(tone, text.into(), None);
    }

    /// Shows a toast, as [`push`](Self::push) does, that leads to an address; `label` says where that is.
    pub fn push_with_link(self, tone: ToastTone, text: String, label: &str, address: String) {
        self.show(tone, text, Some((label.to_owned(), address)));
    }

    fn show(self, tone: ToastTone, text: String, link: Option<(String, String)>) {
        self.next_id.update_value(|id| *id = id.wrapping_add(1));
        let id = self.next_id.get_value();
        self.shown.update(|shown| {
            shown.retain(|toast| toast.text != text);
            let surplus = (shown.len() + 1).saturating_sub(AT_MOST);
            shown.drain(..surplus);
            shown.push(Toast {
                id,
                tone,
                text,
                link,
            });
        });
    }

    /// Whether any are shown. Subscribes.
    #[must_use]
    pub fn are_there(self) -> bool {
        self.shown.with(|shown| !shown.is_empty())
    }

    /// Takes all of them away.
    pub fn clear(self) {
        self.shown.update(Vec::clear);
    }

    fn find(self, key: &str) -> Option<Toast> {
        self.shown
            .with_untracked(|shown| shown.iter().find(|toast| toast.key() == key).cloned())
    }

    fn dismiss(self, id: u32) {
        self.shown
            .update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// The place on the page where toasts appear. It must be there before they do.
#[component]
pub fn ToastRegion(
    /// Which toasts.
    toasts: Toasts,
    /// The name of the region.
    #[prop(into)]
    label: Text,
    /// The name of the button on each toast.
    #[prop(into)]
    dismiss_label: Text,
) -> impl IntoView {
    view! {
        <section class="toasts" aria-label=label aria-live="polite" aria-relevant="additions">
            {each(
                move || toasts.shown.with(|shown| shown.iter().map(Toast::key).collect()),
                move |key| toasts.find(&key).map(|toast| toast_view(toasts, toast, dismiss_label)).into_any(),
            )}
        </section>
    }
}

fn toast_view(toasts: Toasts, toast: Toast, dismiss_label: Text) -> impl IntoView {
    let Toast {
        id,
        tone,
        text,
        link,
    } = toast;
    let (role, name, icon) = match tone {
        ToastTone::Success => ("status", "ok", Icon::Check),
        ToastTone::Warning => ("status", "warning", Icon::Warning),
        ToastTone::Failure => ("alert", "danger", Icon::Error),
    };
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let pause = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let run = move || {
        pause();
        if tone == ToastTone::Success {
            timer.set_value(set_timeout_with_handle(move || toasts.dismiss(id), STAY).ok());
        }
    };
    run();
    on_cleanup(pause);
    mark_root("data-toast");
    let link = link.map(|(label, address)| {
        view! {
            <a class="toast__link" href=address on:click=move |_| toasts.dismiss(id)>{label}</a>
        }
    });
    view! {
        <div
            class="toast"
            role=role
            data-tone=name
            on:pointerenter=move |_| pause()
            on:pointerleave=move |_| run()
            on:focusin=move |_| pause()
            on:focusout=move |_| run()
        >
            <IconView icon />
            <p class="toast__text">{text} {link}</p>
            <IconButton
                label=dismiss_label
                icon=Icon::Close
                on_press=move |()| toasts.dismiss(id)
            />
        </div>
    }
}
