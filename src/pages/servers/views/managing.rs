//! The dialog in which the saved views are looked after.

use leptos::prelude::*;

use super::Dialogs;
use crate::browser::document;
use crate::data::servers::kept;
use crate::ui::{
    Announcer, Button, ButtonKind, Choice, Dialog, Icon, IconButton, SelectField, dynamic, each,
};
use crate::words::{self, t};

/// Which view opens by default, and each view with what can be done with it.
#[component]
pub(super) fn Managing(dialogs: Dialogs) -> impl IntoView {
    let choices = || {
        let all = Choice::new("", words::VIEWS_ALL.text());
        let each = kept::mine().views.into_iter();
        let each = each.map(|view| Choice::new(view.name.clone(), view.name));
        std::iter::once(all).chain(each).collect::<Vec<_>>()
    };
    let open = |name: String| kept::change(|kept| kept.opens = name);
    let is_any = Memo::new(|_| !kept::mine().views.is_empty());
    let names = || {
        kept::mine()
            .views
            .into_iter()
            .map(|view| view.name)
            .collect()
    };
    view! {
        <Dialog open=dialogs.managing title=words::VIEWS_MANAGE_TITLE>
            {dynamic(move || match is_any.get() {
                true => view! {
                    <SelectField
                        label=words::VIEWS_OPENS
                        choices=Signal::derive(choices)
                        value=Signal::derive(|| kept::mine().opens)
                        on_change=open
                    />
                    <ul class="saved-views" role="list" aria-label=t(words::VIEWS_MENU)>
                        {each(names, move |name| saved(name, dialogs))}
                    </ul>
                }
                .into_any(),
                false => view! { <p>{t(words::VIEWS_NONE)}</p> }.into_any(),
            })}
            <div class="dialog__actions">
                <Button
                    label=words::VIEWS_DONE
                    kind=ButtonKind::Primary
                    on_press=move |()| dialogs.managing.set(false)
                />
            </div>
        </Dialog>
    }
}

fn saved(name: String, dialogs: Dialogs) -> AnyView {
    let name = StoredValue::new(name);
    let label =
        move |of: fn(&str) -> String| Signal::derive(move || name.with_value(|name| of(name)));
    let rename = move |()| {
        dialogs.renamed.set(name.get_value());
        dialogs.naming.set(true);
    };
    let announcer = Announcer::from_context();
    let delete = move |()| {
        let name = name.get_value();
        kept::change(|kept| kept.delete(&name));
        if let Some(announcer) = announcer {
            announcer.say(words::views_deleted(&name));
        }
        // The button that had the focus is gone.
        document::focus("dialog[open] .dialog__actions button");
    };
    view! {
        <li class="saved-view">
            <span class="saved-view__name">{name.get_value()}</span>
            <IconButton label=label(words::views_rename_one) icon=Icon::Pencil on_press=rename />
            <IconButton label=label(words::views_delete_one) icon=Icon::Bin on_press=delete />
        </li>
    }
    .into_any()
}
