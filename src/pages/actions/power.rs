//! Starting, stopping and rebooting a server, after a question where that interrupts what runs on it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::confirmation;
use super::reports::tell_failure;
use super::sentences::name_of_action;
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::data::actions::{self, Report};
use crate::pages::servers::pieces::name_of;
use crate::ui::{Button, ButtonKind, Checkbox, Dialog, Toasts};
use crate::words;

/// What a press would do to which server.
type Question = (Server, PowerAction);

/// Where power buttons lead: one for the whole page.
#[derive(Clone, Copy)]
pub struct Power {
    /// What the dialog asks, or has asked last.
    question: RwSignal<Option<Question>>,
    is_open: RwSignal<bool>,
    toasts: Toasts,
}

impl Power {
    /// Makes the one for this part of the page and all below it. Its question is asked by a [`ConfirmPower`].
    pub fn provide(toasts: Toasts) -> Self {
        let power = Self {
            question: RwSignal::new(None),
            is_open: RwSignal::new(false),
            toasts,
        };
        provide_context(power);
        power
    }

    /// The one that was provided above.
    pub fn from_context() -> Option<Self> {
        use_context()
    }

    /// Presses the button of `action` for the server as it is then.
    pub fn pressed(server: Memo<Server>, action: PowerAction) -> Callback<()> {
        let power = Self::from_context();
        Callback::new(move |()| {
            if let Some(power) = power {
                power.press(server.get_untracked(), action);
            }
        })
    }

    /// Whether there is, or has been, a question to ask. Subscribes.
    #[must_use]
    pub fn is_asking(self) -> bool {
        self.question.with(Option::is_some)
    }

    /// Asks nothing any more.
    pub fn forget(self) {
        self.is_open.set(false);
        self.question.set(None);
    }

    /// Does it, once the person has agreed where they want to be asked.
    pub fn press(self, server: Server, action: PowerAction) {
        if action == PowerAction::Start || !confirmation::is_wanted() {
            self.act((server, action));
        } else {
            self.question.set(Some((server, action)));
            self.is_open.set(true);
        }
    }

    fn act(self, (server, action): Question) {
        spawn_local(async move {
            if let Err(failure) = actions::power(&server, action, Report::Loud).await {
                tell_failure(self.toasts, action.into(), &server, &failure);
            }
        });
    }

    /// The person has agreed.
    fn confirm(self, ask_again: bool) {
        confirmation::want(ask_again);
        self.is_open.set(false);
        if let Some(question) = self.question.get_untracked() {
            self.act(question);
        }
    }
}

/// The question before a server is stopped or rebooted.
#[component]
pub fn ConfirmPower(
    /// Whose question.
    power: Power,
) -> impl IntoView {
    let title = move || {
        power.question.with(|question| match question {
            Some((server, PowerAction::Reboot)) => words::action_reboot_title(&name_of(server)),
            Some((server, _)) => words::action_stop_title(&name_of(server)),
            None => String::new(),
        })
    };
    let action = move || {
        let question = power
            .question
            .with(|question| question.as_ref().map(|(_, action)| *action));
        question.unwrap_or(PowerAction::Stop)
    };
    let text = move || match action() {
        PowerAction::Reboot => words::ACTION_REBOOT_TEXT.text(),
        _ => words::ACTION_STOP_TEXT.text(),
    };
    let agree = move || name_of_action(action().into()).text().to_owned();
    let silence = RwSignal::new(false);
    Effect::new(move || {
        if power.is_open.get() {
            silence.set(false);
        }
    });
    view! {
        <Dialog open=power.is_open title=Signal::derive(title) closes_outside=false>
            <p>{text}</p>
            <Checkbox
                label=words::ACTION_DO_NOT_ASK
                checked=silence
                on_change=move |ticked| silence.set(ticked)
            />
            <div class="dialog__actions">
                <Button
                    label=words::COMMON_CANCEL
                    autofocus=true
                    on_press=move |()| power.is_open.set(false)
                />
                <Button
                    label=Signal::derive(agree)
                    kind=ButtonKind::Danger
                    on_press=move |()| power.confirm(!silence.get_untracked())
                />
            </div>
        </Dialog>
    }
}
