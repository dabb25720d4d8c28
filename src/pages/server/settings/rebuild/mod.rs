//! Wiping a server's disk and installing an operating system.

mod picture;
mod progress;
mod systems;

use futures::future::FutureExt;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use self::picture::picture;
use self::progress::RebuildProgress;
use self::systems::{Expected, by_family, find};
use super::section::{ActionForm, Section};
use crate::api::server::Server;
use crate::browser::address;
use crate::config::OsImage;
use crate::data::actions::{self, Action, Report};
use crate::data::{rebuilds, service};
use crate::pages::actions::why_not;
use crate::pages::form::{Problems, Sending};
use crate::paths::{self, ServerPart};
use crate::ui::{
    Choice, MaybeText, Notice, NoticeTone, OptionCards, OptionGroup, Text, TextField, TextKind,
};
use crate::words::{self, t};

/// The field, by the name of the contract.
const SYSTEM: &str = "os_image";
/// The parameter of the address that holds the chosen system.
const CHOSEN: &str = "image";

/// What the deployment lets a server be rebuilt with.
fn images() -> &'static [OsImage] {
    &service::offers().os_images
}

/// The part of the settings.
#[component]
pub(super) fn Rebuild(server: Memo<Server>) -> impl IntoView {
    let content = if images().is_empty() {
        view! {
            <RebuildProgress server />
            <p>{t(words::REBUILD_NO_SYSTEMS)}</p>
        }
        .into_any()
    } else {
        view! { <RebuildForm server /> }.into_any()
    };
    view! {
        <Section title=words::ACTION_REBUILD lead=words::REBUILD_LEAD>
            {content}
        </Section>
    }
}

#[component]
fn RebuildForm(server: Memo<Server>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| server.with(what_to_type));
    let chosen = Memo::new(move |_| {
        let chosen = address::parameter(CHOSEN).unwrap_or_default();
        find(images(), &chosen)
            .map(|image| image.id.to_string())
            .unwrap_or_default()
    });
    let problems = Problems::of(&[SYSTEM]);
    let sending = Sending::new(problems);
    let submit = move |event: SubmitEvent| {
        let image = chosen.with_untracked(|chosen| find(images(), chosen));
        let Some(image) = image else { return };
        let server = server.get_untracked();
        let call = async move {
            rebuilds::remember(&server.instance_id, image.id);
            let answer = actions::rebuild(&server, image, Report::Loud).await;
            if answer.is_err() {
                rebuilds::forget(&server.instance_id);
            }
            answer
        };
        let done = Callback::new(move |()| typed.set(String::new()));
        sending.send(&event, Vec::new(), call.boxed_local(), done);
    };
    let hindered = why_not(server, Action::Rebuild);
    let missing = move || {
        let is_typed = typed.with(|typed| wanted.with(|wanted| typed.trim() == wanted));
        match (chosen.with(String::is_empty), is_typed) {
            (true, _) => Some(words::REBUILD_CHOOSE.text().to_owned()),
            (false, false) => Some(words::REBUILD_TYPE_FIRST.text().to_owned()),
            (false, true) => None,
        }
    };
    let hindrance: MaybeText = Signal::derive(move || hindered.get().or_else(missing));
    view! {
        <div>
            <RebuildProgress server />
            <Warning chosen=chosen.into() />
        </div>
        <ActionForm
            name=words::ACTION_REBUILD
            busy_label=words::REBUILD_BUSY
            sending
            hindrance
            dangerous=true
            on_submit=submit
        >
            <OptionCards
                label=words::REBUILD_SYSTEM
                groups=groups()
                value=chosen
                on_change=move |id: String| choose(server, &id)
                error=problems.of_field(SYSTEM)
            />
            <TextField
                label=words::REBUILD_CONFIRM
                value=typed
                kind=TextKind::Code
                autocomplete="off"
                enter="done"
                hint=hint_of(server, wanted)
            />
        </ActionForm>
    }
}

/// What a person types to show that they mean this server: its name, or its id while it has none.
fn what_to_type(server: &Server) -> String {
    let name = actions::shown_name(server);
    match name.trim() {
        "" => server.instance_id.clone(),
        name => name.to_owned(),
    }
}

fn hint_of(server: Memo<Server>, wanted: Memo<String>) -> Text {
    Signal::derive(move || {
        let is_named = server.with(|server| wanted.with(|wanted| *wanted != server.instance_id));
        let hint = if is_named {
            words::rebuild_confirm_name
        } else {
            words::rebuild_confirm_id
        };
        wanted.with(|wanted| hint(wanted))
    })
}

/// Puts the choice into the address: it outlives a reload.
fn choose(server: Memo<Server>, id: &str) {
    let page = server
        .with_untracked(|server| paths::server_part(&server.instance_id, ServerPart::Settings));
    address::replace(&paths::with_query(&page, &[(CHOSEN, id)]));
}

fn groups() -> Vec<OptionGroup> {
    let families = by_family(images()).into_iter();
    let group = |family: systems::Family| OptionGroup {
        name: match family.name {
            "" => words::REBUILD_OTHER_SYSTEMS.into(),
            name => Signal::stored(name.to_owned()),
        },
        picture: picture(family.name),
        options: family
            .images
            .iter()
            .map(|image| Choice::new(image.id.to_string(), image.name.as_str()))
            .collect(),
    };
    families.map(group).collect()
}

/// What a rebuild takes away, what it leaves, and how long it lasts.
#[component]
fn Warning(chosen: Signal<String>) -> impl IntoView {
    let text = move || {
        let time = match chosen
            .with(|chosen| find(images(), chosen))
            .map(Expected::of)
        {
            Some(Expected::Linux) => words::REBUILD_TAKES_LINUX,
            Some(Expected::Windows) => words::REBUILD_TAKES_WINDOWS,
            None => words::REBUILD_TAKES_EITHER,
        };
        [words::REBUILD_KEPT.text(), " ", time.text()].concat()
    };
    view! {
        <Notice
            tone=NoticeTone::Warning
            title=words::REBUILD_LOST
            text=Signal::derive(text)
        />
    }
}
