//! `/login`: the provider's face, and the two ways in.

mod face;
mod languages;
mod password_form;
mod token_form;

use leptos::prelude::*;

use self::face::Face;
use self::languages::Languages;
use self::password_form::PasswordForm;
use self::token_form::TokenForm;
use super::around::{language_items, theme_items};
use super::commands::recents;
use super::page::{heading, use_title};
use super::shell::{LanguageMenu, ThemeMenu};
use super::support::SupportLine;
use crate::browser::{accent, address, theme};
use crate::data::service;
use crate::paths;
use crate::session::{self, Ending};
use crate::ui::{Notice, NoticeTone};
use crate::words::{self, Word, t};

/// The parameter of the address that chooses the way to sign in.
const METHOD: &str = "with";
/// Its value for the form that takes a token.
const WITH_TOKEN: &str = "token";

/// The sign-in page.
#[component]
pub fn Login() -> impl IntoView {
    recents::forget_when_signed_out();
    accent::show(&service::face().accent);
    theme::tint_bars();
    use_title(|| words::LOGIN_TITLE.text().to_owned());
    let with_token = Memo::new(|_| address::parameter(METHOD).as_deref() == Some(WITH_TOKEN));
    view! {
        <div class="login">
            <Face />
            <div class="login__tools">
                <LanguageMenu items=language_items />
                <ThemeMenu items=theme_items />
            </div>
            <main class="login__main" id="content">
                <section class="card login__card">
                    <h1 tabindex="-1" node_ref=heading()>
                        {t(words::LOGIN_TITLE)}
                    </h1>
                    <EndingNotice />
                    <Methods with_token />
                    {move || match with_token.get() {
                        true => view! { <TokenForm /> }.into_any(),
                        false => view! { <PasswordForm /> }.into_any(),
                    }}
                </section>
                <Languages />
            </main>
            <footer class="login__foot">
                <SupportLine />
            </footer>
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
