//! A log as a terminal shows it.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{LogModel, LogView};
use crate::words;

/// Lines in every style and the sixteen colours of a terminal, in 24 bits, and one that is too long for the screen.
const LINES: &str = "\
[    0.000000] Linux version 6.12.0 (debian-kernel@lists.debian.org)\n\
[  \x1b[32m  OK  \x1b[0m] Started \x1b[1mssh.service\x1b[0m - OpenBSD Secure Shell server.\n\
[\x1b[1;31mFAILED\x1b[0m] Failed to start \x1b[1mnginx.service\x1b[0m.\n\
[ \x1b[33mWARN\x1b[0m ] \x1b[3mitalic\x1b[0m \x1b[4munderlined\x1b[0m \x1b[9mstruck\x1b[0m \x1b[2mfaint\x1b[0m \x1b[7minverse\x1b[0m\n\
\x1b[30mblack \x1b[31mred \x1b[32mgreen \x1b[33myellow \x1b[34mblue \x1b[35mmagenta \x1b[36mcyan \x1b[37mwhite\x1b[0m\n\
\x1b[90mblack \x1b[91mred \x1b[92mgreen \x1b[93myellow \x1b[94mblue \x1b[95mmagenta \x1b[96mcyan \x1b[97mwhite\x1b[0m\n\
\x1b[41m red \x1b[42m green \x1b[43m yellow \x1b[44m blue \x1b[45m magenta \x1b[46m cyan \x1b[0m \x1b[38;2;255;120;0m24 bits\x1b[0m\n\
cloud-init[612]: ci-info: | eth0 | True | 203.0.113.7 | 255.255.255.0 | global | fa:16:3e:4c:9a:01 | and on, and on, to the right\n\
web-01 login: ";

/// The section.
pub(super) fn log() -> AnyView {
    let model = || {
        let model = LogModel::default();
        model.read(LINES.into());
        model
    };
    let (plain, wrapped) = (model(), model());
    view! {
        <Specimen name="As it comes" stacked=true>
            <LogView
                label="Log as it comes"
                model=plain
                wraps=Signal::stored(false)
                numbered=Signal::stored(false)
                follows=Signal::stored(false)
            />
        </Specimen>
        <Specimen name="Numbered, long lines broken" stacked=true>
            <LogView
                label=words::SERVER_BOOT_LOG
                model=wrapped
                wraps=Signal::stored(true)
                numbered=Signal::stored(true)
                follows=Signal::stored(false)
            />
        </Specimen>
    }
    .into_any()
}
