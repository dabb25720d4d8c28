//! All servers that a view matches, not one page of them.

use super::gather::{Progress, many_pages};
use super::plan::queries;
use super::{ListView, arrange, regions};
use crate::api::server::Server;
use crate::api::transport::TransportError;
use crate::api::{ApiError, Client};
use crate::browser::clock;
use crate::data::actions::{self, Source};
use crate::data::service;
use crate::format;

/// Every server that `view` matches, in its order, however many requests that takes; `progress` hears how many servers
/// have come, and of how many.
///
/// # Errors
/// What the service answers to the first request that fails.
pub async fn everything(
    view: &ListView,
    progress: &dyn Fn(u32, u32),
) -> Result<Vec<Server>, ApiError> {
    let client = service::client().ok_or_else(|| ApiError::from(TransportError::Network))?;
    let asked_at = clock::now();
    let servers = ask(&client, view, progress).await;
    match &servers {
        Ok(servers) => {
            actions::seen(servers, asked_at, Source::Watcher);
            regions::learn(servers);
        }
        Err(failure) => service::judge(&client, failure).await,
    }
    servers
}

async fn ask(
    client: &Client,
    view: &ListView,
    progress: Progress<'_>,
) -> Result<Vec<Server>, ApiError> {
    let gathered = many_pages(client, queries(view), u32::MAX, progress).await?;
    let on_one_page = ListView {
        page: 1,
        page_size: u32::MAX,
        ..view.clone()
    };
    Ok(arrange(&gathered, &on_one_page, format::compare, clock::now).servers)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use std::cell::RefCell;

    use futures::FutureExt;

    use super::*;
    use crate::api::scripted::{Scripted, answer};

    /// A page of 100 servers, every second of which stands in the region `A`.
    fn page(number: u32, count: u32) -> String {
        let first = (number - 1) * 100;
        let servers = (first..count.min(first + 100)).map(|number| {
            let region = if number % 2 == 0 { "A" } else { "B" };
            format!(r#"{{"instance_id":"{number}","status":"ACTIVE","region":"{region}"}}"#)
        });
        let servers: Vec<String> = servers.collect();
        let next = match number * 100 < count {
            true => format!(r#""http://inner/?page={}""#, number + 1),
            false => "null".to_owned(),
        };
        format!(
            r#"{{"count":{count},"next":{next},"previous":null,"results":[{}]}}"#,
            servers.join(",")
        )
    }

    #[test]
    fn all_pages_are_asked_for_and_filtered() {
        let pages = (1..=3).map(|number| Ok(answer(200, &page(number, 250))));
        let transport = Scripted::new(pages);
        let view = ListView {
            region: "A".to_owned(),
            page: 7,
            ..ListView::default()
        };
        let heard = RefCell::new(Vec::new());
        let progress = |got, of| heard.borrow_mut().push((got, of));
        let servers = ask(&transport.client(), &view, &progress)
            .now_or_never()
            .expect("a scripted answer is ready")
            .expect("no answer failed");
        assert_eq!(servers.len(), 125);
        assert!(servers.iter().all(|server| server.region == "A"));
        assert_eq!(heard.into_inner(), [(100, 250)]);
        assert_eq!(transport.sent().len(), 3);
    }

    #[test]
    fn one_failure_fails_it() {
        let transport = Scripted::new([
            Ok(answer(200, &page(1, 250))),
            Ok(answer(500, "")),
            Ok(answer(200, &page(3, 250))),
        ]);
        let client = transport.client();
        let asked = ask(&client, &ListView::default(), &|_, _| ()).now_or_never();
        assert!(asked.expect("a scripted answer is ready").is_err());
    }
}
