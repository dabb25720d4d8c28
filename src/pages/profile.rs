//! `/profile`: what the service knows of the person.

use leptos::prelude::*;

use super::page::{Waiting, answered, heading, use_title};
use crate::api::user::Profile;
use crate::data::account::ProfileQuery;
use crate::data::query::{Handle, use_query};
use crate::format;
use crate::ui::{Card, Fact, Facts, PageHeader};
use crate::words;

/// The profile.
#[component]
pub fn ProfilePage() -> impl IntoView {
    use_title(|| words::PROFILE_TITLE.text().to_owned());
    let handle = use_query(|| Some(ProfileQuery));
    view! {
        <PageHeader title=words::PROFILE_TITLE heading=heading() />
        {answered(
            handle.asked,
            words::PROFILE_FAILED_TITLE,
            || view! { <Waiting /> }.into_any(),
            move || view! { <Person handle /> }.into_any(),
        )}
    }
}

#[component]
fn Person(handle: Handle<Profile>) -> impl IntoView {
    let text = move |read: fn(&Profile) -> String| {
        Signal::derive(move || or_none(handle.read(read).unwrap_or_default()))
    };
    view! {
        <Card>
            <Facts>
                <Fact name=words::PROFILE_NAME>{text(|profile| format::full_name(&profile.first_name, &profile.last_name))}</Fact>
                <Fact name=words::PROFILE_EMAIL>{text(|profile| profile.email.clone())}</Fact>
                <Fact name=words::PROFILE_PHONE>{text(|profile| profile.phone_number.clone())}</Fact>
                <Fact name=words::PROFILE_ADDRESS>{text(|profile| profile.address.clone())}</Fact>
                <Fact name=words::PROFILE_COMPANY>{text(|profile| profile.company.clone())}</Fact>
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
