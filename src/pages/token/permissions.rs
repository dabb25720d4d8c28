//! What the token may do: the whole reference of permissions, with those marked that it has.

use leptos::prelude::*;

use crate::api::permission::{Permissions, REFERENCE};
use crate::data::account::TokenFacts;
use crate::data::query::Handle;
use crate::format;
use crate::ui::{Help, Icon, IconView, TableFrame, dynamic};
use crate::words::{self, Word, t};

/// What the resources are called.
const RESOURCES: [(&str, Word); 10] = [
    ("servers", words::PERMISSIONS_SERVERS),
    ("domains", words::PERMISSIONS_DOMAINS),
    ("dns", words::PERMISSIONS_DNS),
    ("snapshots", words::PERMISSIONS_SNAPSHOTS),
    ("backups", words::PERMISSIONS_BACKUPS),
    ("ssh-keys", words::PERMISSIONS_SSH_KEYS),
    ("plans", words::PERMISSIONS_PLANS),
    ("locations", words::PERMISSIONS_LOCATIONS),
    ("deployments", words::PERMISSIONS_DEPLOYMENTS),
    ("billing", words::PERMISSIONS_BILLING),
];

/// What the actions are called.
const ACTIONS: [(&str, Word); 10] = [
    ("list", words::PERMISSIONS_LIST),
    ("create", words::PERMISSIONS_CREATE),
    ("update", words::PERMISSIONS_UPDATE),
    ("delete", words::PERMISSIONS_DELETE),
    ("power", words::PERMISSIONS_POWER),
    ("backup", words::PERMISSIONS_BACKUP),
    ("snapshot", words::PERMISSIONS_SNAPSHOT),
    ("resize", words::PERMISSIONS_RESIZE),
    ("search", words::PERMISSIONS_SEARCH),
    ("renew", words::PERMISSIONS_RENEW),
];

/// The permissions, or that the service does not tell them.
#[component]
pub(super) fn PermissionsPart(handle: Handle<TokenFacts>) -> impl IntoView {
    let permissions = Memo::new(move |_| {
        let known = handle.read(|facts| Some(facts.account.as_ref()?.token.permissions.clone()));
        known.flatten()
    });
    let content = move || match permissions.get() {
        Some(permissions) => view! {
            <p class="permissions__count">{count_text(permissions.clone())}</p>
            <Help label=words::HELP_PERMISSIONS text=words::HELP_PERMISSIONS_TEXT />
            <Table permissions />
        }
        .into_any(),
        None => view! { <p>{t(words::PERMISSIONS_UNTOLD)}</p> }.into_any(),
    };
    view! {
        <section class="permissions">
            <h2>{t(words::TOKEN_PERMISSIONS)}</h2>
            {dynamic(content)}
        </section>
    }
}

/// How much of the reference the token may do.
fn count_text(permissions: Permissions) -> impl Fn() -> String + Send + 'static {
    let (mut all, mut allowed) = (0, 0);
    for (resource, actions) in REFERENCE {
        for action in actions {
            all += 1;
            allowed += u32::from(permissions.allows(resource, action));
        }
    }
    move || {
        if allowed == all {
            words::PERMISSIONS_EVERYTHING.text().to_owned()
        } else {
            words::permissions_count(&format::number(allowed), &format::number(all))
        }
    }
}

#[component]
fn Table(permissions: Permissions) -> impl IntoView {
    let known = REFERENCE.map(|(resource, actions)| row(resource, actions, &permissions));
    let unknown = permissions.unknown().map(unknown_row).collect_view();
    view! {
        <TableFrame caption=words::TOKEN_PERMISSIONS>
            <thead>
                <tr>
                    <th scope="col">{t(words::PERMISSIONS_RESOURCE)}</th>
                    <th scope="col">{t(words::PERMISSIONS_ALLOWED)}</th>
                    <th scope="col">{t(words::PERMISSIONS_NOT_ALLOWED)}</th>
                </tr>
            </thead>
            <tbody>{known.collect_view()} {unknown}</tbody>
        </TableFrame>
    }
}

/// A resource, with what the token may do to it and what it may not.
fn row(resource: &'static str, actions: &[&'static str], permissions: &Permissions) -> AnyView {
    let (allowed, others): (Vec<_>, Vec<_>) = actions
        .iter()
        .copied()
        .partition(|action| permissions.allows(resource, action));
    view! {
        <tr>
            <th scope="row">
                {word_of(&RESOURCES, resource)} <code class="permissions__word">{resource}</code>
            </th>
            <td>{chips(allowed, true)}</td>
            <td>{chips(others, false)}</td>
        </tr>
    }
    .into_any()
}

fn chips(actions: Vec<&'static str>, allowed: bool) -> AnyView {
    if actions.is_empty() {
        return view! { <span class="permissions__none">{t(words::COMMON_NONE)}</span> }.into_any();
    }
    let icon = if allowed { Icon::Check } else { Icon::Close };
    let chip = |action: &'static str| {
        view! {
            <li class="permissions__action" data-allowed=allowed>
                <IconView icon />
                {word_of(&ACTIONS, action)} <code>{action}</code>
            </li>
        }
    };
    view! { <ul class="permissions__actions">{actions.into_iter().map(chip).collect_view()}</ul> }
        .into_any()
}

/// A permission that the portal has no word for, as the service writes it.
fn unknown_row(permission: &str) -> AnyView {
    view! {
        <tr>
            <th scope="row">
                <code>{permission.to_owned()}</code>
            </th>
            <td colspan="2">{t(words::PERMISSIONS_UNKNOWN)}</td>
        </tr>
    }
    .into_any()
}

fn word_of(words: &'static [(&str, Word)], name: &str) -> AnyView {
    let found = words.iter().find(|(known, _)| *known == name);
    found.map(|(_, word)| t(*word)).into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_reference_has_its_words() {
        for (resource, actions) in REFERENCE {
            assert!(RESOURCES.iter().any(|(known, _)| *known == resource));
            for action in actions {
                assert!(ACTIONS.iter().any(|(known, _)| known == action), "{action}");
            }
        }
    }
}
