//! Choices: of one, of some, on and off.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{Checkbox, Choice, Icon, OptionCards, OptionGroup, Segments, SelectField, Switch};
use crate::words;

/// The section.
pub(super) fn choices() -> AnyView {
    view! {
        <Specimen name="Select: plain, with an error" stacked=true>{selects()}</Specimen>
        <Specimen name="Segments">{segments()}</Specimen>
        <Specimen name="Boxes to tick, and switches" stacked=true>{ticks()}</Specimen>
        <Specimen name="Options on cards" stacked=true>{cards()}</Specimen>
    }
    .into_any()
}

/// A value that a choice is made of, and what changes it.
fn chosen(first: &str) -> (Signal<String>, Callback<String>) {
    let value = RwSignal::new(first.to_owned());
    (value.into(), Callback::new(move |new| value.set(new)))
}

fn selects() -> AnyView {
    let statuses = Signal::derive(|| {
        [
            words::STATUS_ACTIVE,
            words::STATUS_SHUTOFF,
            words::STATUS_ERROR,
        ]
        .map(|word| Choice::new(word.text(), word.text()))
        .to_vec()
    });
    let (value, on_change) = chosen("");
    view! {
        <SelectField label=words::SERVERS_STATUS choices=statuses value on_change />
        <SelectField
            label=words::REBUILD_SYSTEM
            choices=statuses
            value
            on_change
            hint=words::REBUILD_TAKES_EITHER
            error=words::REBUILD_CHOOSE
        />
    }
    .into_any()
}

fn segments() -> AnyView {
    let views = Signal::derive(|| {
        vec![
            Choice::new("grid", words::SERVERS_GRID.text()).with_icon(Icon::Grid),
            Choice::new("table", words::SERVERS_TABLE.text()).with_icon(Icon::Table),
        ]
    });
    let themes = Signal::derive(|| {
        [words::THEME_SYSTEM, words::THEME_LIGHT, words::THEME_DARK]
            .map(|word| Choice::new(word.text(), word.text()))
            .to_vec()
    });
    let (view, on_view) = chosen("grid");
    let (theme, on_theme) = chosen("");
    view! {
        <Segments label=words::SERVERS_VIEW choices=views value=view on_change=on_view />
        <Segments label=words::THEME_LABEL choices=themes value=theme on_change=on_theme wide=true />
    }
    .into_any()
}

fn ticks() -> AnyView {
    let [ticked, empty, on, off] = [true, false, true, false].map(RwSignal::new);
    view! {
        <Checkbox
            label=words::ACTION_DO_NOT_ASK
            checked=ticked
            on_change=move |now| ticked.set(now)
        />
        <Checkbox
            label=words::KEYS_SINGLE
            checked=empty
            on_change=move |now| empty.set(now)
            hint=words::KEYS_SINGLE_HINT
        />
        <Switch label=words::LOG_FOLLOW checked=on on_change=move |now| on.set(now) />
        <Switch label=words::LOG_WRAP checked=off on_change=move |now| off.set(now) />
    }
    .into_any()
}

fn cards() -> AnyView {
    let group = |name: &'static str, options: &[&str]| OptionGroup {
        name: Signal::from(name),
        picture: ().into_any(),
        options: options
            .iter()
            .map(|option| Choice::new(*option, *option))
            .collect(),
    };
    let groups = || {
        vec![
            group("Debian", &["Debian 12", "Debian 13"]),
            group("Ubuntu", &["Ubuntu 22.04", "Ubuntu 24.04"]),
            group("Windows", &["Windows Server 2022"]),
        ]
    };
    let (value, on_change) = chosen("Debian 13");
    let (nothing, on_other) = chosen("");
    view! {
        <OptionCards label=words::REBUILD_SYSTEM groups=groups() value on_change />
        <OptionCards
            label=words::REBUILD_SYSTEM
            groups=groups()
            value=nothing
            on_change=on_other
            error=words::REBUILD_CHOOSE
        />
    }
    .into_any()
}
