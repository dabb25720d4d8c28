//! What a person is told, in the page and by their device, that is not the answer to a press: how what was begun has
//! ended, servers that have come up or failed, plans that end soon. And the keeping of the history.

mod device;
mod expiry;
mod passed;
mod record;

use std::any::Any;
use std::slice;

use leptos::prelude::*;

pub use self::device::NotifySwitch;
use crate::api::server::Server;
use crate::data::actions::{self, news};
use crate::data::history;
use crate::data::query::each_answer;
use crate::data::servers::Gathered;
use crate::pages::actions::tell_outcomes;
use crate::session;
use crate::ui::Toasts;

/// Tells and records, as long as the calling component lives.
pub fn tell_news() {
    let Some(toasts) = Toasts::from_context() else {
        return;
    };
    tell_outcomes(toasts);
    passed::begin(toasts);
    device::begin();
    record::begin();
    news::listen(Some(hear));
    untrack(catch_up);
    on_cleanup(|| {
        news::listen(None);
        actions::watch_unseen(false);
        if untrack(session::current).is_none() {
            history::clear();
        }
    });
}

fn hear(news: &news::News<'_>) {
    untrack(|| {
        if let news::News::Seen { servers, asked_at } = news {
            look_at(servers, *asked_at);
        }
        record::hear(news);
        device::hear(news);
    });
}

fn look_at(servers: &[Server], asked_at: i64) {
    passed::look_at(servers, asked_at);
    expiry::look_at(servers);
}

/// Looks at what was there before this part of the portal: the answers, and what is under way.
fn catch_up() {
    let mut answers = Vec::new();
    each_answer(&mut |answer, at| answers.extend(servers_of(answer).map(|servers| (servers, at))));
    for (servers, at) in &answers {
        look_at(servers, *at);
    }
    let known = |id: &str| {
        let mut servers = answers.iter().flat_map(|(servers, _)| servers);
        servers.find(|server| server.instance_id == id)
    };
    for begun in actions::begun() {
        record::catch_up(&begun, known(&begun.instance_id));
    }
}

/// The servers that an answer holds, where it is one that does.
fn servers_of(answer: &dyn Any) -> Option<Vec<Server>> {
    let list = answer.downcast_ref().map(|list: &Gathered| &*list.servers);
    let servers = list.or_else(|| answer.downcast_ref().map(slice::from_ref));
    servers.map(<[Server]>::to_vec)
}
