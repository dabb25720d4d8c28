//! Where a person finds help: the provider's support line, as far as the configuration names one.

use leptos::prelude::*;

use super::failure;
use crate::browser::clock;
use crate::data::query::Asked;
use crate::data::service;
use crate::ui::{CopyButton, ExternalLink, Icon, MenuExternal, MenuLine, MenuLink};
use crate::words;

/// The ways to reach a person: a telephone number and an e-mail address, each with the address of its link.
fn contacts() -> impl Iterator<Item = (&'static str, String)> {
    let provider = service::face();
    let ways = [
        (&provider.support_phone, "tel:"),
        (&provider.support_email, "mailto:"),
    ];
    ways.into_iter()
        .filter(|(contact, _)| !contact.is_empty())
        .map(|(contact, scheme)| {
            let address = [scheme, &contact.replace(' ', "")].concat();
            (contact.as_str(), address)
        })
}

/// The page for those who need help, where there is one.
fn page() -> Option<&'static String> {
    let page = &service::face().support_url;
    (!page.is_empty()).then_some(page)
}

/// The support line, as links in a row; nothing where the provider names none.
#[component]
pub fn SupportLine() -> impl IntoView {
    let page = page().map(|page| {
        view! {
            <ExternalLink
                label=words::COMMON_SUPPORT
                href=page.clone()
                new_tab_label=words::COMMON_NEW_TAB
            />
        }
    });
    let contact = |(contact, address)| {
        view! { <a href=address>{move || words::common_support_contact(contact)}</a> }
    };
    view! { <p class="support">{page} {contacts().map(contact).collect_view()}</p> }
}

/// The support line, as items of a menu; nothing where the provider names none.
pub fn support_items() -> AnyView {
    let page = page().map(|page| {
        view! {
            <MenuExternal
                label=words::COMMON_SUPPORT
                href=page.clone()
                new_tab_label=words::COMMON_NEW_TAB
            />
        }
    });
    let contact = |(contact, address): (&'static str, String)| {
        let label = Signal::derive(move || words::common_support_contact(contact));
        view! { <MenuLink label icon=Icon::Person href=address /> }
    };
    let contacts: Vec<_> = contacts().map(contact).collect();
    let is_named = page.is_some() || !contacts.is_empty();
    is_named
        .then(|| view! { <MenuLine /> {page} {contacts} })
        .into_any()
}

/// What support has to know of the failure of a question, to be copied, and how support is reached. It comes after the
/// failure and changes with each attempt: it is not spoken by itself.
pub fn failure_for_support(asked: Asked) -> AnyView {
    let failure = Memo::new(move |_| {
        asked
            .known
            .with(|known| Some((known.failures, known.failure.clone()?, clock::now())))
    });
    let reference = Signal::derive(move || {
        failure.with(|failure| {
            let (_, error, at) = failure.as_ref()?;
            failure::reference(error, *at)
        })
    });
    let text = Signal::derive(move || reference.get().unwrap_or_default());
    view! {
        <div class="reference" aria-live="off">
            <div class="reference__text">
                {move || words::support_reference(&text.get())}
                <CopyButton
                    label=Signal::derive(move || words::common_copy(&text.get()))
                    value=text
                    copied_text=words::COMMON_COPIED
                    failed_text=words::COMMON_COPY_FAILED
                />
            </div>
            <SupportLine />
        </div>
    }
    .into_any()
}
