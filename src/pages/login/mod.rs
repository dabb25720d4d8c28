//! `/login`: the provider's face, and the two ways in.

mod password_form;
mod token_form;

use leptos::prelude::*;

use self::password_form::PasswordForm;
use self::token_form::TokenForm;
use super::commands::recents;
use super::page::{provider_name, use_title};
use super::shell::{LanguageMenu, ThemeMenu};
use crate::browser::address;
use crate::data::service;
use crate::paths;
use crate::session::{self, Ending};
use crate::ui::{ExternalLink, Icon, IconView, Notice, NoticeTone};
use crate::words::{self, Word, t};

/// The parameter of the address that chooses the way to sign in.
const METHOD: &str = "with";
/// Its value for the form that takes a token.
const WITH_TOKEN: &str = "token";

/// The sign-in page.
#[component]
pub fn Login() -> impl IntoView {
    recents::forget_when_signed_out();
    use_title(|| words::LOGIN_TITLE.text().to_owned());
    let with_token = Memo::new(|_| address::parameter(METHOD).as_deref() == Some(WITH_TOKEN));
    view! {
        <div class="login">
            <div class="login__tools">
                <LanguageMenu />
                <ThemeMenu />
            </div>
            <main class="login__main" id="content">
                <div class="login__face">
                    <span class="brand__mark"><IconView icon=Icon::Server /></span>
                    <p class="login__provider">{provider_name}</p>
                    <p class="login__lead">{t(words::LOGIN_LEAD)}</p>
                </div>
                <section class="card login__card">
                    <h1 tabindex="-1">{t(words::LOGIN_TITLE)}</h1>
                    <EndingNotice />
                    <Methods with_token />
                    {move || match with_token.get() {
                        true => view! { <TokenForm /> }.into_any(),
                        false => view! { <PasswordForm /> }.into_any(),
                    }}
                </section>
            </main>
            <Support />
        </div>
    }
}

/// Why the session before ended.
#[component]
fn EndingNotice() -> impl IntoView {
    move || {
        let word = match session::ending()? {
            Ending::SignedOut => words::LOGIN_SIGNED_OUT,
            Ending::SignedOutElsewhere => words::LOGIN_ENDED_ELSEWHERE,
            Ending::Ended => words::LOGIN_ENDED,
        };
        Some(view! { <Notice tone=NoticeTone::Info role="status" text=word /> })
    }
}

/// The ways to sign in, as links: the choice stands in the address, beside the page to return to.
#[component]
fn Methods(with_token: Memo<bool>) -> impl IntoView {
    let link = move |word: Word, method: &'static str, current: Signal<bool>| {
        let address = move || {
            let return_to = address::parameter(paths::RETURN_TO).unwrap_or_default();
            paths::with_query(
                &paths::LOGIN.address(),
                &[(METHOD, method), (paths::RETURN_TO, &return_to)],
            )
        };
        view! {
            <a class="segment" href=address aria-current=move || current.get().then_some("true")>
                {t(word)}
            </a>
        }
    };
    view! {
        <nav class="segments" data-wide=true aria-label=t(words::LOGIN_METHOD)>
            {link(words::LOGIN_WITH_PASSWORD, "", Signal::derive(move || !with_token.get()))}
            {link(words::LOGIN_WITH_TOKEN, WITH_TOKEN, with_token.into())}
        </nav>
    }
}

#[component]
fn Support() -> impl IntoView {
    let provider = &service::config().provider;
    let page = (!provider.support_url.is_empty()).then(|| {
        view! {
            <ExternalLink
                label=words::COMMON_SUPPORT
                href=provider.support_url.clone()
                new_tab_label=words::COMMON_NEW_TAB
            />
        }
    });
    let contact = |scheme: &str, contact: &'static String| {
        let address = [scheme, &contact.replace(' ', "")].concat();
        (!contact.is_empty())
            .then(|| view! { <a href=address>{|| words::common_support_contact(contact)}</a> })
    };
    view! {
        <footer class="login__foot">
            {page} {contact("tel:", &provider.support_phone)} {contact("mailto:", &provider.support_email)}
        </footer>
    }
}
