//! Buttons, and links that look like them.

use leptos::{ev::MouseEvent, prelude::*};

use super::{Icon, IconView, MaybeText, Spinner, Text, reason::Reason};

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ButtonKind {
    /// The one thing that the page is for.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action at the edge of attention.
    Quiet,
    /// An action that destroys or cuts off.
    Danger,
}

impl ButtonKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// A button with a word, and an icon if wanted.
///
/// While it is busy or cannot be used it stays where it is, keeps the focus, and ignores presses.
#[component]
pub fn Button(
    /// What it does.
    #[prop(into)]
    label: Text,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the word.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Sends the form that it stands in.
    #[prop(optional)]
    submit: bool,
    /// As wide as its place.
    #[prop(optional)]
    wide: bool,
    /// Takes the focus when the dialog that it stands in opens.
    #[prop(optional)]
    autofocus: bool,
    /// What it does is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The word while it is busy.
    #[prop(optional, into)]
    busy_label: Option<Text>,
    /// Why it cannot be used now; it can when there is no reason.
    #[prop(optional, into)]
    disabled_because: MaybeText,
    /// Called for each press that counts.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let reason = Reason::new(disabled_because);
    let press = move |event: MouseEvent| {
        if busy.get_untracked() || untrack(|| reason.is_given()) {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        // Where it stands among news, its being busy is none.
        <span class="button-frame" data-wide=wide aria-live="off">
            <button
                type=if submit { "submit" } else { "button" }
                class="button"
                data-kind=kind.name()
                data-wide=wide
                autofocus=autofocus
                aria-busy=move || busy.get().then_some("true")
                aria-disabled=move || reason.disabled()
                aria-describedby=move || reason.described_by()
                on:click=press
            >
                {icon.map(|icon| view! { <IconView icon /> })}
                <span class="button__labels">
                    <span class="button__label">{label}</span>
                    <span class="button__busy">
                        {move || busy.get().then(|| view! { <Spinner /> })}
                        {busy_label}
                    </span>
                </span>
            </button>
            {move || {
                reason
                    .text
                    .get()
                    .map(|text| {
                        view! {
                            <span class="tip" role="tooltip" id=reason.id()>
                                {text}
                            </span>
                        }
                    })
            }}
        </span>
    }
}

/// A button that shows only an icon; its name is spoken, and shown to a resting pointer.
#[component]
pub fn IconButton(
    /// What it does.
    #[prop(into)]
    label: Text,
    /// The icon that shows it.
    #[prop(into)]
    icon: Signal<Icon>,
    /// Called for each press.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-kind="quiet"
            data-icon-only=true
            aria-label=label
            title=label
            on:click=move |_| on_press.run(())
        >
            <IconView icon />
        </button>
    }
}

/// A link that looks like a button. Without an address it stays, disabled.
#[component]
pub fn LinkButton(
    /// Where it leads, in words.
    #[prop(into)]
    label: Text,
    /// The address, if there is one now.
    #[prop(into)]
    href: MaybeText,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the word.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Shows the icon alone; the word is spoken.
    #[prop(optional)]
    icon_only: bool,
) -> impl IntoView {
    let missing = move || href.with(Option::is_none);
    let word = (!icon_only).then(|| view! { <span class="button__label">{label}</span> });
    view! {
        <a
            class="button"
            data-kind=kind.name()
            data-icon-only=icon_only
            href=href
            role=move || missing().then_some("link")
            aria-disabled=move || missing().then_some("true")
            aria-label=move || icon_only.then(|| label.get())
            title=move || icon_only.then(|| label.get())
        >
            {icon.map(|icon| view! { <IconView icon /> })}
            {word}
        </a>
    }
}
