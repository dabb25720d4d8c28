//! The recipe for an image (deploy/Containerfile), as far as it can be looked at where no image can be built.

use std::net::SocketAddr;
use std::path::Path;

use clap::Parser;
use vps_portal_backend::command_line::{Arguments, Command, Serve};

const RECIPE: &str = include_str!("../../../deploy/Containerfile");
const MANIFEST: &str = include_str!("../../../Cargo.toml");

/// The arguments of each instruction of this name, continued lines joined, those of the last stage last.
fn instructions(name: &str) -> Vec<String> {
    let joined = RECIPE.replace("\\\n", " ");
    let lines = joined.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
        .map(str::to_owned)
        .collect()
}

fn the_only(name: &str) -> String {
    match instructions(name).as_slice() {
        [one] => one.clone(),
        all => panic!("{name}: {all:?}"),
    }
}

/// A command in the form that needs no shell, read as the backend reads it.
fn arguments(command: &str, more: &[&str]) -> Command {
    let words: Vec<String> = serde_json::from_str(command).unwrap();
    assert_eq!(words[0], "vps-portal-backend");
    let words = words.iter().map(String::as_str).chain(more.iter().copied());
    Arguments::try_parse_from(words).unwrap().command
}

fn serve(more: &[&str]) -> Serve {
    match arguments(&the_only("ENTRYPOINT"), more) {
        Command::Serve(serve) => serve,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_it_copies_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let copies = instructions("COPY");
    let (from_build, from_here): (Vec<_>, Vec<_>) =
        copies.iter().partition(|copy| copy.starts_with("--from="));
    for copy in from_here {
        let mut paths: Vec<&str> = copy.split_whitespace().collect();
        paths.pop();
        // "make dist" makes this one.
        for path in paths.into_iter().filter(|path| *path != "dist") {
            assert!(root.join(path).exists(), "{path}");
        }
    }
    assert_eq!(
        from_build,
        ["--from=build /build/target/release/vps-portal-backend /usr/local/bin/"]
    );
}

#[test]
fn the_last_stage_serves_what_it_holds_to_the_outside_and_keeps_its_data_in_the_volume() {
    let serve = serve(&["--behind-proxy", "--public-url", "https://portal.example"]);
    let copied = instructions("COPY");
    let dist = serve.dist.unwrap();
    assert!(copied.contains(&format!("dist {}", dist.display())));
    let database = serve.storage.database.unwrap();
    assert_eq!(database.parent().unwrap(), Path::new(&the_only("VOLUME")));
    let made = instructions("RUN").pop().unwrap();
    assert!(
        made.contains("--owner=10001") && made.ends_with(&the_only("VOLUME")),
        "{made}"
    );
    assert!(serve.listen.ip().is_unspecified());
    assert_eq!(serve.listen.port().to_string(), the_only("EXPOSE"));
    assert!(!serve.demo);
}

#[test]
fn it_is_watched_where_it_listens() {
    let check = the_only("HEALTHCHECK");
    let (_, command) = check.split_once(" CMD ").unwrap();
    let Command::Health(health) = arguments(command, &[]) else {
        panic!("{command}");
    };
    let listens = serve(&[]).listen;
    assert_eq!(
        health.address,
        SocketAddr::from(([127, 0, 0, 1], listens.port()))
    );
}

#[test]
fn it_runs_as_nobody_in_particular_and_is_built_with_the_compiler_of_the_project() {
    let user = the_only("USER");
    let numbers: Vec<u32> = user
        .split(':')
        .map(|number| number.parse().unwrap())
        .collect();
    assert!(numbers.len() == 2 && numbers.iter().all(|number| *number > 0));
    let version = MANIFEST.split("rust-version = \"").nth(1).unwrap();
    let version = version.split('"').next().unwrap();
    let stages = instructions("FROM");
    assert_eq!(stages.len(), 2);
    assert!(
        stages[0].starts_with(&format!("rust:{version}-")),
        "{stages:?}"
    );
    assert!(
        stages
            .iter()
            .all(|stage| !stage.contains("latest") && stage.contains(':'))
    );
}
