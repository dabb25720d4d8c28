//! Where a server is reached.

use leptos::prelude::*;

use super::network::{all_addresses, port_of, ssh_command};
use crate::api::server::Server;
use crate::api::vendor::Port;
use crate::data::query::{Handle, use_query};
use crate::data::server::PortsOf;
use crate::pages::server::pieces::{Copyable, Missed};
use crate::pages::servers::pieces::name_of;
use crate::paths;
use crate::ui::{Card, Fact, Facts, ShareButton, Text, dynamic, each};
use crate::words::{self, Word, t};

/// Each address with the command that signs in there, and what the service tells of the network.
#[component]
pub(super) fn Addresses(server: Memo<Server>) -> impl IntoView {
    let id = server.with_untracked(|server| server.instance_id.clone());
    let handle = use_query(move || Some(PortsOf(id.clone())));
    let ports = Signal::derive(move || handle.read(Option::clone).flatten().unwrap_or_default());
    let addresses = Signal::derive(move || {
        server.with(|server| ports.with(|ports| all_addresses(&server.ip_addresses, ports)))
    });
    let any = Memo::new(move |_| addresses.with(|addresses| !addresses.is_empty()));
    let row = move |address| view! { <Row address ports /> }.into_any();
    view! {
        <Card>
            <h2 class="card__title">{t(words::SERVERS_ADDRESSES)}</h2>
            {dynamic(move || match any.get() {
                true => view! {
                    <ul class="server-addresses">{each(move || addresses.get(), row)}</ul>
                    <p class="server-addresses__hint">{t(words::SERVER_SSH_HINT)}</p>
                    <Share server addresses />
                }
                .into_any(),
                false => view! { <p class="muted">{t(words::SERVER_NO_ADDRESS)}</p> }.into_any(),
            })}
            <NetworkDetails handle />
            <Missed asked=handle.asked says=words::SERVER_NETWORK_FAILED />
        </Card>
    }
}

/// Hands the server's name, its addresses and that of its page to the device, which knows where to send them.
#[component]
fn Share(server: Memo<Server>, addresses: Signal<Vec<String>>) -> impl IntoView {
    let name = Signal::derive(move || server.with(name_of));
    let text =
        move || addresses.with(|addresses| [&name.get(), "\n", &addresses.join("\n")].concat());
    let page = move || {
        let path = server.with(|server| paths::server(&server.instance_id));
        // A page has an origin.
        [window().location().origin().unwrap_or_default(), path].concat()
    };
    view! {
        <div class="server-addresses__share">
            <ShareButton
                label=words::SERVER_SHARE
                title=name
                text=Signal::derive(text)
                address=Signal::derive(page)
            />
        </div>
    }
}

/// An address, whether the internet reaches it, and the command that signs in there.
#[component]
fn Row(address: String, ports: Signal<Vec<Port>>) -> impl IntoView {
    let command = ssh_command(&address).map(|command| view! { <Copyable value=command /> });
    let known_by = address.clone();
    let reach = move || {
        let public = ports.with(|ports| port_of(&known_by, ports).map(|port| port.is_public));
        public.map(|public| view! { <span class="mark">{t(reach_word(public))}</span> })
    };
    view! {
        <li class="server-address">
            <span class="server-address__value">
                <Copyable value=address />
                {dynamic(reach)}
            </span>
            {command}
        </li>
    }
}

fn reach_word(public: bool) -> Word {
    if public {
        words::SERVER_PUBLIC
    } else {
        words::SERVER_PRIVATE
    }
}

/// What the service tells of each network card, folded away.
#[component]
fn NetworkDetails(handle: Handle<Option<Vec<Port>>>) -> impl IntoView {
    dynamic(move || {
        let ports = handle.read(Option::clone).flatten().unwrap_or_default();
        (!ports.is_empty()).then(|| {
            view! {
                <details class="server-network">
                    <summary>{t(words::SERVER_NETWORK_DETAILS)}</summary>
                    {ports.into_iter().map(|port| view! { <PortFacts port /> }).collect_view()}
                </details>
            }
        })
    })
}

/// A network card: its addresses, its hardware address, and what support asks for.
#[component]
fn PortFacts(port: Port) -> impl IntoView {
    let each_of = |read: fn(&crate::api::vendor::FixedIp) -> &String| {
        let mut values: Vec<String> = port.fixed_ips.iter().map(read).cloned().collect();
        values.dedup();
        values
    };
    let (addresses, subnets) = (each_of(|ip| &ip.ip_address), each_of(|ip| &ip.subnet_id));
    view! {
        <Facts>
            <Fact name=words::SERVERS_ADDRESSES>{addresses.join(", ")}</Fact>
            {values(words::SERVER_MAC, vec![port.mac_address])}
            {values(words::SERVER_PORT, vec![port.port_id])}
            {values(words::SERVER_SUBNET, subnets)}
        </Facts>
    }
}

/// A fact with values that can be copied; nothing where the service tells none.
fn values(name: Word, values: Vec<String>) -> Option<AnyView> {
    let told = values.into_iter().filter(|value| !value.is_empty());
    let told: Vec<_> = told
        .map(|value| view! { <Copyable value=Text::stored(value) /> })
        .collect();
    (!told.is_empty()).then(|| view! { <Fact name>{told}</Fact> }.into_any())
}
