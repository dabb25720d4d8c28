//! The end of the token in use, told before it comes: days before for a token that lasts, minutes before for a session.

use futures::future::FutureExt;
use leptos::prelude::*;

use super::ask_password::AskPassword;
use super::pieces::{ending_in_days, ending_in_minutes};
use crate::api::auth::NewToken;
use crate::browser::{clock, storage};
use crate::data::account::{TokenFacts, TokenQuery};
use crate::data::query::{Handle, use_query};
use crate::data::{service, sign_in};
use crate::format;
use crate::paths;
use crate::session;
use crate::ui::{Button, ButtonKind, Icon, IconButton, LinkButton, Notice, NoticeTone, dynamic};
use crate::words;

/// In milliseconds.
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// How long before its end a session is renewed without haste.
const SOON: i64 = 5 * MINUTE;
/// How long after one question whether it has ended the next one comes.
const PAUSE: i64 = MINUTE / 3;
/// From how many days on the end of a token is warned of (contract, Account).
const WARNED: i64 = 7 * DAY;

/// How near the end of the token is, and what can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing has to be said.
    Far,
    /// A token that was made to last ends within days, or has ended.
    WithinDays,
    /// It ends within minutes.
    WithinMinutes,
}

impl Stage {
    /// The stage at `now` of a token with this end, in milliseconds since 1970, that lasts or is a session of hours.
    fn of(end: Option<i64>, lasts: bool, now: i64) -> Self {
        let Some(end) = end else { return Self::Far };
        match end.saturating_sub(now) {
            left if left <= 0 && lasts => Self::WithinDays,
            left if left <= SOON => Self::WithinMinutes,
            left if left <= WARNED && lasts => Self::WithinDays,
            _ => Self::Far,
        }
    }
}

/// What is said of the token's end on every page.
#[component]
pub fn EndingNotice() -> impl IntoView {
    let facts = use_query(|| Some(TokenQuery));
    let end = move || {
        let end = facts.read(TokenFacts::end).flatten();
        end.map(|end| end.timestamp_millis())
    };
    let lasts = move || facts.read(TokenFacts::lasts).unwrap_or_default();
    let stage = Memo::new(move |_| Stage::of(end(), lasts(), clock::follow()));
    let end = Signal::derive(move || end().unwrap_or_default());
    dynamic(move || match stage.get() {
        Stage::Far => ().into_any(),
        Stage::WithinDays => ending_in_days(end),
        Stage::WithinMinutes => ending_in_minutes(facts, end),
    })
}

/// Leads to the token; once a day, unless it is put away.
#[component]
pub fn WithinDays(
    /// When the token ends, in milliseconds since 1970.
    end: Signal<i64>,
) -> impl IntoView {
    let today = clock::today();
    let seen = storage::read(storage::TOKEN_WARNING).as_deref() == Some(&today);
    let shown = RwSignal::new(!seen);
    let put_away = move |()| {
        storage::write(storage::TOKEN_WARNING, &today);
        shown.set(false);
    };
    let put_away = Callback::new(put_away);
    let text = Signal::derive(move || {
        let distance = format::relative(end.get());
        match end.get() > clock::follow() {
            true => words::ending_token(&distance),
            false => words::ending_token_ended(&distance),
        }
    });
    dynamic(move || {
        shown.get().then(|| {
            view! {
                <Notice tone=NoticeTone::Warning role="status" text>
                    <LinkButton label=words::COMMON_SHOW_TOKEN href=Signal::derive(|| Some(paths::TOKEN.address())) />
                    <IconButton
                        label=words::COMMON_DISMISS
                        icon=Signal::derive(|| Icon::Close)
                        on_press=put_away
                    />
                </Notice>
            }
        })
    })
}

/// Lets the person stay signed in, on the page where they are.
#[component]
pub fn WithinMinutes(
    /// What is known of the token.
    facts: Handle<TokenFacts>,
    /// When it ends, in milliseconds since 1970.
    end: Signal<i64>,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    // Whoever leaves the page open at its end is led to the sign-in, and back here afterwards. Not at once again, where
    // the clock of this device goes before the service's: each answer sets the clock that is followed.
    Effect::new(move |asked_at: Option<i64>| {
        let (now, asked_at) = (clock::follow(), asked_at.unwrap_or_default());
        if now < end.get() || now - asked_at < PAUSE {
            return asked_at;
        }
        facts.asked.refresh.run(());
        now
    });
    // The clock of this device may go before the service's, which decides.
    let text = Signal::derive(move || match end.get() > clock::follow() {
        true => words::ending_session(&format::relative(end.get())),
        false => words::ENDING_SESSION_NOW.text().to_owned(),
    });
    view! {
        <Notice tone=NoticeTone::Warning role="alert" text>
            <Button
                label=words::ENDING_STAY
                kind=ButtonKind::Primary
                on_press=move |()| asking.set(true)
            />
        </Notice>
        <AskPassword
            open=asking
            title=words::ENDING_STAY
            text=words::ENDING_STAY_TEXT
            call=Callback::new(move |password| {
                sign_in::renew(renewal_of(facts, password)).boxed_local()
            })
            done=move |()| facts.asked.refresh.run(())
        />
    }
}

/// A new token like the present one, for the same person in the same project.
fn renewal_of(facts: Handle<TokenFacts>, password: String) -> NewToken {
    NewToken {
        email: untrack(session::current)
            .map(|session| session.email)
            .unwrap_or_default(),
        password,
        hours: untrack(|| facts.read(TokenFacts::hours).flatten())
            .or_else(|| service::offers().session_hours.first().copied()),
        project_id: untrack(|| facts.read(TokenFacts::project).flatten()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 100 * DAY;

    #[test]
    fn a_session_of_hours_is_told_of_in_its_last_minutes() {
        let stage = |left: i64| Stage::of(Some(NOW + left), false, NOW);
        assert_eq!(stage(SOON + 1), Stage::Far);
        assert_eq!(stage(SOON), Stage::WithinMinutes);
        assert_eq!(stage(-1), Stage::WithinMinutes);
    }

    #[test]
    fn a_token_that_lasts_is_told_of_in_its_last_week() {
        let stage = |left: i64| Stage::of(Some(NOW + left), true, NOW);
        assert_eq!(stage(WARNED + 1), Stage::Far);
        assert_eq!(stage(WARNED), Stage::WithinDays);
        assert_eq!(stage(SOON), Stage::WithinMinutes);
        assert_eq!(stage(0), Stage::WithinDays);
    }

    #[test]
    fn a_token_without_an_end_is_not_told_of() {
        assert_eq!(Stage::of(None, true, NOW), Stage::Far);
    }
}
