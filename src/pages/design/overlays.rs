//! What opens over the page.

use leptos::prelude::*;

use super::buttons::HERE;
use super::section::Specimen;
use crate::ui::{
    Button, ButtonKind, Dialog, Icon, Menu, MenuCheck, MenuChoice, MenuClose, MenuExternal,
    MenuGroup, MenuItem, MenuLine, MenuLink, MenuNote, ToastTone, Toasts,
};
use crate::words::{self, t};

/// The section.
pub(super) fn overlays() -> AnyView {
    view! {
        <Specimen name="Menu">{menu()}</Specimen>
        <Specimen name="Dialog">{dialog()}</Specimen>
        <Specimen name="Toasts">{toasts()}</Specimen>
    }
    .into_any()
}

fn menu() -> AnyView {
    let (wraps, dated) = (RwSignal::new(true), RwSignal::new(true));
    view! {
        <Menu label=words::ACTION_COLUMN icon=Signal::stored(Icon::More)>
            <MenuNote>"demo@example.com"</MenuNote>
            <MenuItem
                label=words::ACTION_START
                icon=Icon::Start
                disabled_because=words::ACTION_START_FITS
                on_press=|()| ()
            />
            <MenuItem label=words::ACTION_REBOOT icon=Icon::Refresh on_press=|()| () />
            <MenuLink label=words::ACTION_RENAME icon=Icon::Settings href=HERE />
            <MenuExternal
                label="example.com"
                href="https://example.com/"
                new_tab_label=words::COMMON_NEW_TAB
            />
            <MenuLine />
            <MenuChoice
                label=words::LOG_WRAP
                checked=wraps
                on_press=move |()| wraps.set(true)
            />
            <MenuChoice
                label=words::LOG_NUMBERS
                checked=Signal::derive(move || !wraps.get())
                on_press=move |()| wraps.set(false)
            />
            <MenuGroup label=words::DISPLAY_COLUMNS>
                <MenuCheck
                    label=words::SERVERS_CREATED
                    checked=dated
                    on_press=move |()| dated.update(|dated| *dated = !*dated)
                />
            </MenuGroup>
            <MenuClose label=words::COMMON_CANCEL />
        </Menu>
    }
    .into_any()
}

fn dialog() -> AnyView {
    let open = RwSignal::new(false);
    let close = move |()| open.set(false);
    view! {
        <Button label="Open a dialog" on_press=move |()| open.set(true) />
        <Dialog open title=Signal::derive(|| words::action_stop_title("web-01"))>
            <p>{t(words::ACTION_STOP_TEXT)}</p>
            <div class="dialog__actions">
                <Button label=words::COMMON_CANCEL autofocus=true on_press=close />
                <Button label=words::ACTION_STOP kind=ButtonKind::Danger on_press=close />
            </div>
        </Dialog>
    }
    .into_any()
}

fn toasts() -> AnyView {
    let toasts = Toasts::from_context();
    let push = move |tone, text| {
        if let Some(toasts) = toasts {
            toasts.push(tone, text);
        }
    };
    view! {
        <Button
            label="Tell of a success"
            on_press=move |()| push(ToastTone::Success, words::action_start_done("web-01"))
        />
        <Button
            label="Tell of a failure"
            on_press=move |()| {
                let text = words::action_failed(words::ACTION_REBOOT.text(), "web-01");
                push(ToastTone::Failure, text);
            }
        />
    }
    .into_any()
}
