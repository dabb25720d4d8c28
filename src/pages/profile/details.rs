//! What the person cannot change themselves.

use leptos::prelude::*;

use crate::api::user::Profile;
use crate::data::query::Handle;
use crate::format;
use crate::ui::{Card, Fact, Facts};
use crate::words;

/// The facts that are only shown.
#[component]
pub(super) fn Details(handle: Handle<Profile>) -> impl IntoView {
    let text = move |read: fn(&Profile) -> String| {
        Signal::derive(move || or_none(handle.read(read).unwrap_or_default()))
    };
    view! {
        <Card>
            <Facts>
                <Fact name=words::PROFILE_NAME>{text(|profile| format::full_name(&profile.first_name, &profile.last_name))}</Fact>
                <Fact name=words::PROFILE_EMAIL>{text(|profile| profile.email.clone())}</Fact>
                <Fact name=words::PROFILE_BIRTHDAY>{text(|profile| profile.birthday.map(format::calendar_day).unwrap_or_default())}</Fact>
                <Fact name=words::PROFILE_JOINED>{text(|profile| profile.date_joined.as_ref().map(format::date).unwrap_or_default())}</Fact>
                <Fact name=words::PROFILE_LAST_SIGN_IN>{text(|profile| profile.last_login.as_ref().map(format::date_time).unwrap_or_default())}</Fact>
            </Facts>
        </Card>
    }
}

/// The text, or that there is none.
fn or_none(text: String) -> String {
    if text.trim().is_empty() {
        words::COMMON_NONE.text().to_owned()
    } else {
        text
    }
}
