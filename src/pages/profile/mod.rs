//! `/profile`: what the service knows of the person, what of it they can change, and their password.

mod change_password;
mod details;
mod form;
mod typed;

use leptos::prelude::*;

use self::change_password::ChangePassword;
use self::details::Details;
use self::form::DetailsForm;
use super::page::{Waiting, answered, heading, use_title};
use crate::data::account::ProfileQuery;
use crate::data::query::use_query;
use crate::ui::PageHeader;
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
            move || view! {
                <Details handle />
                <DetailsForm handle />
                <ChangePassword handle />
            }
            .into_any(),
        )}
    }
}
