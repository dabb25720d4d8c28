//! Before a run: to how many servers it will be done, and which cannot and why.

use leptos::prelude::*;

use super::names::{folded, group, key};
use super::words_of::{name_of_power, teller};
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::browser::document;
use crate::data::actions::{Hindrance, hindrance};
use crate::data::bulk;
use crate::data::servers::selection;
use crate::pages::actions::sentences::sentence;
use crate::ui::{Button, ButtonKind, Toasts};
use crate::words;

/// What is selected, by what can be done to it.
#[derive(Default)]
struct Sorted {
    fitting: Vec<Server>,
    /// The keys of those to which it cannot be done, by the reason.
    hindered: Vec<(Hindrance, Vec<String>)>,
}

impl Sorted {
    /// The servers selected now. What changes while the person reads is for the service to tell.
    fn now(action: PowerAction) -> Self {
        let mut sorted = Self::default();
        for server in selection::servers() {
            match untrack(|| hindrance(action.into(), &server)) {
                None => sorted.fitting.push(server),
                Some(reason) => sorted.hinder(reason, key(&server)),
            }
        }
        sorted
    }

    fn hinder(&mut self, reason: Hindrance, key: String) {
        let mut groups = self.hindered.iter_mut();
        match groups.find(|(known, _)| *known == reason) {
            Some((_, keys)) => keys.push(key),
            None => self.hindered.push((reason, vec![key])),
        }
    }

    fn hindered_count(&self) -> u32 {
        let counts = self.hindered.iter().map(|(_, keys)| keys.len());
        u32::try_from(counts.sum::<usize>()).unwrap_or(u32::MAX)
    }
}

fn count(servers: &[Server]) -> u32 {
    u32::try_from(servers.len()).unwrap_or(u32::MAX)
}

/// Why it cannot be done to several servers.
fn why_not(action: PowerAction, reason: Hindrance) -> String {
    match (reason, action) {
        (Hindrance::Status, PowerAction::Start) => words::BULK_START_FITS.text().to_owned(),
        (Hindrance::Status, PowerAction::Stop) => words::BULK_STOP_FITS.text().to_owned(),
        (Hindrance::Status, PowerAction::Reboot) => words::BULK_REBOOT_FITS.text().to_owned(),
        _ => sentence(action.into(), reason),
    }
}

/// What the dialog asks.
pub(super) fn title(action: PowerAction) -> String {
    let name = name_of_power(action).text();
    match count(&Sorted::now(action).fitting) {
        0 => words::bulk_nothing(name),
        fitting => words::bulk_question(fitting, name),
    }
}

/// What the dialog says before a run.
pub(super) fn summary(action: PowerAction, is_open: RwSignal<bool>) -> AnyView {
    let sorted = Sorted::now(action);
    let hindered_count = sorted.hindered_count();
    let fitting_count = count(&sorted.fitting);
    let fitting = StoredValue::new(sorted.fitting);
    let toasts = Toasts::from_context();
    let agree = move |()| {
        bulk::start(action, fitting.get_value(), teller(toasts));
        // The button goes; the one that stands in its place takes the focus.
        request_animation_frame(|| document::focus(".bulk__end button"));
    };
    let (kind, text) = match action {
        PowerAction::Start => (ButtonKind::Primary, words::BULK_START_TEXT),
        PowerAction::Stop => (ButtonKind::Danger, words::BULK_STOP_TEXT),
        PowerAction::Reboot => (ButtonKind::Danger, words::BULK_REBOOT_TEXT),
    };
    let fitting_keys =
        Signal::derive(move || fitting.with_value(|fitting| fitting.iter().map(key).collect()));
    let doing = (fitting_count > 0).then(|| {
        let which = Signal::derive(move || words::bulk_which(fitting_count));
        view! {
            <p>{words::t(text)}</p>
            {folded(which, fitting_keys)}
        }
    });
    let groups = sorted.hindered.into_iter().map(move |(reason, keys)| {
        let text = Signal::derive(move || why_not(action, reason));
        group(text, Signal::stored(keys))
    });
    let hindered = (hindered_count > 0).then(|| {
        view! {
            <section class="bulk__group">
                <h3>{move || words::bulk_hindered(hindered_count)}</h3>
                <ul class="bulk__reasons">{groups.collect_view()}</ul>
            </section>
        }
    });
    let agreement = (fitting_count > 0).then(|| {
        let label =
            Signal::derive(move || words::bulk_agree(fitting_count, name_of_power(action).text()));
        view! { <Button label kind on_press=agree /> }
    });
    view! {
        <div class="bulk">{doing} {hindered}</div>
        <div class="dialog__actions">
            <Button
                label=words::COMMON_CANCEL
                autofocus=true
                on_press=move |()| is_open.set(false)
            />
            {agreement}
        </div>
    }
    .into_any()
}
