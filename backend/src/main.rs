//! The embedded REST backend of vps-portal, as a command.

use std::process::ExitCode;

use clap::Parser;
use vps_portal_backend::command_line::Arguments;
use vps_portal_backend::commands;

fn main() -> ExitCode {
    match commands::run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
