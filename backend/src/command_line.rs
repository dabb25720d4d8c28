//! What can be said on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

const EXAMPLES: &str = "Examples:
  Try it out, with invented accounts and servers that work ten times as fast as real ones:
    vps-portal-backend serve --demo --dist dist --time-scale 10

  A real one behind a proxy:
    vps-portal-backend user add --email owner@example.com --project main
    vps-portal-backend serve --dist dist --behind-proxy --public-url https://portal.example.com

  A token for a program:
    vps-portal-backend user token --email owner@example.com --name deploy --permissions servers:list,servers:power";

/// The REST backend of vps-portal: accounts, tokens and servers in one SQLite file.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer requests until stopped (Ctrl-C)
    Serve(Serve),
    /// Make accounts, and tokens for programs
    #[command(subcommand)]
    User(User),
    /// End tokens
    #[command(subcommand)]
    Token(Token),
    /// Look whether a database is sound: after a crash, or before a copy is trusted
    Check(Check),
    /// Look whether a backend answers, for what watches over it
    Health(Health),
}

/// Where everything is kept.
#[derive(Debug, Args)]
pub struct Storage {
    /// The SQLite file; made when there is none [default: vps-portal/vps-portal.sqlite3 in the user's data folder]
    #[arg(long, value_name = "FILE")]
    pub database: Option<PathBuf>,
}

/// Answer requests.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where everything is kept.
    #[command(flatten)]
    pub storage: Storage,
    /// The address and port to answer on; port 0 takes any free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8365")]
    pub listen: SocketAddr,
    /// The folder of the built application, to serve it too
    #[arg(long, value_name = "FOLDER")]
    pub dist: Option<PathBuf>,
    /// Where the application is, as its config.json says with base_path; the API stays at /api/v1
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = base)]
    pub base: String,
    /// Let pages of another origin use the API, such as https://portal.example.com; may be given several times
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    pub allow_origin: Vec<String>,
    /// How many times as fast as real ones the simulated machines work
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0, value_parser = time_scale)]
    pub time_scale: f64,
    /// Fill an empty database with invented accounts and servers
    #[arg(long)]
    pub demo: bool,
    /// The address that people reach the backend under, for links in answers [default: that of each request]
    #[arg(long, value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// Believe X-Forwarded-For (its last address) and X-Forwarded-Proto: only behind a proxy that sets them
    #[arg(long)]
    pub behind_proxy: bool,
    /// Failed sign-ins of one account within 15 minutes, before it has to wait
    #[arg(long, value_name = "NUMBER", default_value_t = crate::conventions::SIGN_IN_FAILURES_PER_ACCOUNT)]
    pub sign_in_limit: usize,
    /// The same for one network address
    #[arg(long, value_name = "NUMBER", default_value_t = crate::conventions::SIGN_IN_FAILURES_PER_ADDRESS)]
    pub sign_in_limit_per_address: usize,
}

/// Make accounts and tokens.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account
    Add(AddUser),
    /// Make a token for a program, and print it once
    Token(AddToken),
}

/// Make an account.
#[derive(Debug, Args)]
pub struct AddUser {
    /// Where everything is kept.
    #[command(flatten)]
    pub storage: Storage,
    /// The e-mail address to sign in with
    #[arg(long)]
    pub email: String,
    /// A project of the account; may be given several times
    #[arg(long = "project", value_name = "PROJECT", required = true)]
    pub projects: Vec<String>,
    /// Read the password from the first line of standard input [default: make one and print it once]
    #[arg(long)]
    pub password_stdin: bool,
    /// Family and middle name
    #[arg(long, value_name = "NAME")]
    pub first_name: Option<String>,
    /// Given name
    #[arg(long, value_name = "NAME")]
    pub last_name: Option<String>,
    /// Company name
    #[arg(long, value_name = "NAME")]
    pub company: Option<String>,
}

/// Make a token for a program.
#[derive(Debug, Args)]
pub struct AddToken {
    /// Where everything is kept.
    #[command(flatten)]
    pub storage: Storage,
    /// The account that the token acts for
    #[arg(long)]
    pub email: String,
    /// What to call the token
    #[arg(long)]
    pub name: String,
    /// What it may do, as resource:action, parted by commas; resource:* and *:* are all
    #[arg(long, value_delimiter = ',', required = true, value_parser = permission)]
    pub permissions: Vec<String>,
    /// The project that it reaches; needed when the account has several
    #[arg(long)]
    pub project: Option<String>,
    /// When it ends [default: never]
    #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u32).range(1..))]
    pub expires_in_hours: Option<u32>,
}

/// Look whether a database is sound.
#[derive(Debug, Args)]
pub struct Check {
    /// Where everything is kept.
    #[command(flatten)]
    pub storage: Storage,
}

/// Look whether a backend answers.
#[derive(Debug, Args)]
pub struct Health {
    /// Where it listens
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8365")]
    pub address: SocketAddr,
}

/// End tokens.
#[derive(Debug, Subcommand)]
pub enum Token {
    /// End every token, of one account or of all: everyone has to sign in again
    RevokeAll(RevokeAll),
}

/// End every token.
#[derive(Debug, Args)]
pub struct RevokeAll {
    /// Where everything is kept.
    #[command(flatten)]
    pub storage: Storage,
    /// Only those of this account
    #[arg(long)]
    pub email: Option<String>,
}

fn time_scale(text: &str) -> Result<f64, String> {
    const FASTEST: f64 = 1_000_000.0;
    text.parse()
        .ok()
        .filter(|factor| (0.001..=FASTEST).contains(factor))
        .ok_or_else(|| format!("a number between 0.001 and {FASTEST} is needed"))
}

fn public_url(text: &str) -> Result<String, String> {
    let has_host = ["http://", "https://"].iter().any(|scheme| {
        text.strip_prefix(scheme)
            .is_some_and(|host| !host.is_empty())
    });
    if has_host {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("it has to start with http:// or https:// and name a host".to_owned())
    }
}

/// A path without a slash at its end; nothing for the top.
fn base(text: &str) -> Result<String, String> {
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))
    };
    let base = text.strip_suffix('/').unwrap_or(text);
    match base
        .strip_prefix('/')
        .map(|inner| inner.split('/').all(is_plain))
    {
        Some(true) => Ok(base.to_owned()),
        None if text == "/" => Ok(String::new()),
        _ => Err("a path is needed, such as /portal/".to_owned()),
    }
}

/// An origin as browsers write it: scheme and host in small letters, and a port that is not the scheme's own.
fn origin(text: &str) -> Result<String, String> {
    let host_and_port = |scheme: &str, port: &str| {
        let host = text.strip_prefix(scheme)?;
        let is_host = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-:[]".contains(c);
        (!host.is_empty() && !host.ends_with(port) && host.chars().all(is_host)).then_some(())
    };
    host_and_port("https://", ":443")
        .or_else(|| host_and_port("http://", ":80"))
        .map(|()| text.to_owned())
        .ok_or_else(|| {
            "an origin is needed as browsers write it, such as https://portal.example.com"
                .to_owned()
        })
}

fn permission(text: &str) -> Result<String, String> {
    if crate::permissions::is_known(text) {
        Ok(text.to_owned())
    } else {
        Err("there is no such permission; one is servers:list".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn only_sensible_numbers_and_addresses_are_taken() {
        assert_eq!(time_scale("2.5"), Ok(2.5));
        for text in ["0", "-1", "NaN", "inf", "x"] {
            assert!(time_scale(text).is_err(), "{text}");
        }
        assert_eq!(
            public_url("https://h.example/"),
            Ok("https://h.example".to_owned())
        );
        assert!(public_url("h.example").is_err() && public_url("https://").is_err());
        for (text, path) in [("/", ""), ("/portal", "/portal"), ("/a/b-c/", "/a/b-c")] {
            assert_eq!(base(text), Ok(path.to_owned()));
        }
        for text in [
            "",
            "portal",
            "//",
            "/a//b",
            "/../a",
            "/a b",
            "/a?b",
            "https://h.example",
        ] {
            assert!(base(text).is_err(), "{text}");
        }
        for text in [
            "https://h.example",
            "http://127.0.0.1:8080",
            "https://[::1]:8443",
        ] {
            assert_eq!(origin(text), Ok(text.to_owned()));
        }
        for text in [
            "*",
            "null",
            "",
            "h.example",
            "https://",
            "https://h.example/",
            "https://H.example",
            "https://u@h.example",
            "https://h.example:443",
            "http://h.example:80",
            "https://*.h.example",
            "https://a.example https://b.example",
        ] {
            assert!(origin(text).is_err(), "{text}");
        }
        assert!(permission("servers:list").is_ok() && permission("servers:fly").is_err());
    }
}
