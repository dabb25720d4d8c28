//! Buttons, and what looks like them.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{
    BackLink, Button, ButtonKind, CopyButton, ExternalButton, ExternalLink, Help, Icon, IconButton,
    LinkButton, ShareButton,
};
use crate::words;

/// Where the links of this page lead: nowhere else.
pub(super) const HERE: &str = "#buttons";

/// The section.
pub(super) fn buttons() -> AnyView {
    view! {
        <Specimen name="Kinds">{kinds()}</Specimen>
        <Specimen name="Busy, and not to be used now">{states()}</Specimen>
        <Specimen name="As wide as its place" stacked=true>
            <Button label=words::LOGIN_SUBMIT kind=ButtonKind::Primary wide=true />
        </Specimen>
        <Specimen name="Icons alone, and copying">
            <IconButton label=words::COMMON_DISMISS icon=Icon::Close on_press=|()| () />
            <CopyButton
                label=Signal::derive(|| words::common_copy("203.0.113.7"))
                value="203.0.113.7"
                copied_text=words::COMMON_COPIED
                failed_text=words::COMMON_COPY_FAILED
            />
        </Specimen>
        <Specimen name="Help, and sharing where the device can" stacked=true>
            <Help label=words::SERVER_BOOT_LOG text=words::LOG_EMPTY_TEXT />
            <ShareButton
                label=words::LOG_COPY
                title="web-01"
                text="203.0.113.7"
                address="https://example.com/"
            />
        </Specimen>
        <Specimen name="Links as buttons">{links()}</Specimen>
        <Specimen name="Links elsewhere, and back">
            <BackLink label=words::SERVER_BACK href=HERE />
            <ExternalLink
                label="example.com"
                href="https://example.com/"
                new_tab_label=words::COMMON_NEW_TAB
            />
        </Specimen>
    }
    .into_any()
}

fn kinds() -> AnyView {
    view! {
        <Button label=words::PROFILE_SAVE kind=ButtonKind::Primary />
        <Button label=words::ACTION_REBOOT icon=Icon::Refresh />
        <Button label=words::COMMON_CANCEL kind=ButtonKind::Quiet />
        <Button label=words::ACTION_STOP kind=ButtonKind::Danger icon=Icon::Stop />
    }
    .into_any()
}

fn states() -> AnyView {
    view! {
        <Button
            label=words::PROFILE_SAVE
            kind=ButtonKind::Primary
            busy=true
            busy_label=words::PROFILE_SAVING
        />
        <Button label=words::COMMON_TRY_AGAIN busy=true busy_label=words::COMMON_LOADING />
        <Button
            label=words::ACTION_START
            icon=Icon::Start
            disabled_because=words::ACTION_START_FITS
        />
        <Button
            label=words::ACTION_REBUILD
            kind=ButtonKind::Danger
            disabled_because=words::ACTION_REBUILD_FITS
        />
    }
    .into_any()
}

fn links() -> AnyView {
    let there = || Signal::derive(|| Some(HERE.to_owned()));
    let nowhere = || Signal::derive(|| None::<String>);
    view! {
        <LinkButton label=words::COMMON_SHOW_TOKEN href=there() />
        <LinkButton
            label=words::NOT_FOUND_HOME
            href=there()
            kind=ButtonKind::Primary
            icon=Icon::Server
        />
        <LinkButton label=words::COMMON_SHOW_TOKEN href=nowhere() />
        <ExternalButton
            label=words::ACTION_OPEN_CONSOLE
            href=Signal::derive(|| Some("https://example.com/".to_owned()))
            new_tab_label=words::COMMON_NEW_TAB
            on_open=|()| ()
        />
        <ExternalButton
            label=words::ACTION_OPEN_CONSOLE
            href=nowhere()
            new_tab_label=words::COMMON_NEW_TAB
            on_open=|()| ()
        />
    }
    .into_any()
}
