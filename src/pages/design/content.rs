//! What a page puts its facts on.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{Button, ButtonKind, Card, Fact, Facts, Item, Items, StatusBadge, Tone};
use crate::words::{self, t};

/// The id of no server.
const ID: &str = "2f6c0c1e-7f0e-4a58-9f43-0a1c7e0c5b11";

/// The section.
pub(super) fn content() -> AnyView {
    view! {
        <Specimen name="A sheet with facts" stacked=true>
            <Card>
                <Facts>
                    <Fact name=words::SERVERS_STATUS>
                        <StatusBadge tone=Tone::Ok word=words::STATUS_ACTIVE />
                    </Fact>
                    <Fact name=words::SERVER_ID>
                        <span class="code">{ID}</span>
                    </Fact>
                    <Fact name=words::SERVERS_REGION>"Hà Nội"</Fact>
                </Facts>
            </Card>
        </Specimen>
        <Specimen name="Items, one of them in use" stacked=true>{items()}</Specimen>
    }
    .into_any()
}

fn items() -> AnyView {
    let item = |name: &'static str, current: bool, actions: AnyView| {
        let more = view! { <span>{t(words::PROJECTS_AVAILABLE)}</span> }.into_any();
        view! { <Item title=name.into_any() more actions current=Signal::stored(current) /> }
    };
    let switch = || view! { <Button label=words::SESSIONS_END /> }.into_any();
    let in_use = view! { <span class="muted">{t(words::PROJECTS_IN_USE)}</span> }.into_any();
    let waiting = view! {
        <Button
            label=words::SESSIONS_END
            kind=ButtonKind::Danger
            busy=true
            busy_label=words::SESSIONS_ENDING
        />
    };
    view! {
        <Items label=words::PROJECTS_TITLE>
            {item("demo-main", true, in_use)} {item("demo-lab", false, switch())}
            {item("demo-archive", false, waiting.into_any())}
        </Items>
    }
    .into_any()
}
