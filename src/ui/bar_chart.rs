//! How much there is of each of several things, as bars below each other. It is a list: what the bars show, each item
//! says.

use leptos::prelude::*;

use super::share::Share;
use super::{Text, Tone, each};

/// One of the things that are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it is called.
    pub name: String,
    /// How it is coloured; no tone is the accent.
    pub tone: Option<Tone>,
    /// How much there is of it.
    pub amount: u64,
    /// The amount as it is shown.
    pub value: String,
    /// The amount as it is spoken, with what is counted.
    pub spoken: String,
    /// Where it leads, if somewhere.
    pub href: Option<String>,
    /// The page shows this one alone.
    pub current: bool,
}

/// A bar for each thing, in the given order; the longest is as wide as its place.
#[component]
pub fn BarChart(
    /// What is compared.
    #[prop(into)]
    label: Text,
    /// The things, each with a name of its own.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let names = move || bars.with(|bars| bars.iter().map(|bar| bar.name.clone()).collect());
    let longest = Memo::new(move |_| {
        bars.with(|bars| bars.iter().map(|bar| bar.amount).max().unwrap_or_default())
    });
    let row = move |name: String| {
        let bar = Memo::new(move |before: Option<&Bar>| {
            let found = bars.with(|bars| bars.iter().find(|bar| bar.name == name).cloned());
            found.or_else(|| before.cloned()).unwrap_or_default()
        });
        view! { <Row bar longest /> }.into_any()
    };
    view! {
        <ul class="bars" role="list" aria-label=label>
            {each(names, row)}
        </ul>
    }
}

#[component]
fn Row(bar: Memo<Bar>, longest: Memo<u64>) -> impl IntoView {
    let text = |read: fn(&Bar) -> &String| move || bar.with(|bar| read(bar).clone());
    let shape = move || bar.with(|bar| bar.tone.map(Tone::shape));
    view! {
        <li>
            <a
                class="bars__row"
                href=move || bar.with(|bar| bar.href.clone())
                data-tone=move || bar.with(|bar| bar.tone.map(Tone::name))
                aria-current=move || bar.with(|bar| bar.current.then_some("true"))
            >
                <span class="bars__name">
                    {move || shape().map(|shape| view! {
                        <svg class="status__shape" viewBox="0 0 12 12" aria-hidden="true">
                            <path d=shape />
                        </svg>
                    })}
                    {text(|bar| &bar.name)}
                </span>
                <span class="bars__value" aria-hidden="true">{text(|bar| &bar.value)}</span>
                <span class="visually-hidden">{text(|bar| &bar.spoken)}</span>
                <Share part=Signal::derive(move || bar.with(|bar| bar.amount)) whole=longest />
            </a>
        </li>
    }
}
