//! Servers that were seen in passing, by answers that came anyway, until they have passed.

use crate::api::server::{Server, Status};

/// How long ago, in milliseconds, a server may have been seen in passing for its end to be news: whoever was away for
/// longer sees how things are.
const STALE: i64 = 10 * 60 * 1_000;

/// A server that has come out of passing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// The server.
    pub instance_id: String,
    /// What it is called.
    pub name: String,
    /// It has failed; else it runs.
    pub has_failed: bool,
}

/// The servers that are in passing, as far as answers have shown.
#[derive(Debug, Default)]
pub struct Passing {
    /// The instance id of each, and when the newest answer that says so was asked for.
    seen: Vec<(String, i64)>,
}

impl Passing {
    /// Looks at the servers of an answer to a question of the time `asked_at`. Gives those that have passed since they
    /// were seen, without those for which `is_own` holds: what this tab does to them it tells itself.
    pub fn look_at(
        &mut self,
        servers: &[Server],
        asked_at: i64,
        is_own: impl Fn(&str) -> bool,
    ) -> Vec<Passed> {
        let passed = servers.iter().filter_map(|server| {
            let id = &server.instance_id;
            let place = self.seen.iter().position(|(known, _)| known == id);
            let is_passing = server.status.is_passing();
            if place.is_none() && !is_passing {
                return None;
            }
            let own = is_own(id);
            match (place, is_passing && !own) {
                (None, true) => self.seen.push((id.clone(), asked_at)),
                (Some(place), true) => self.seen[place].1 = self.seen[place].1.max(asked_at),
                (Some(place), false) if asked_at >= self.seen[place].1 => {
                    let (_, seen_at) = self.seen.swap_remove(place);
                    let is_news = !own && asked_at - seen_at <= STALE;
                    return passed(server).filter(|_| is_news);
                }
                // An answer to an older question.
                _ => {}
            }
            None
        });
        passed.collect()
    }
}

fn passed(server: &Server) -> Option<Passed> {
    let has_failed = match server.status {
        Status::Active => false,
        Status::Error => true,
        _ => return None,
    };
    Some(Passed {
        instance_id: server.instance_id.clone(),
        name: server.name.clone(),
        has_failed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(id: &str, status: Status) -> Server {
        Server {
            status,
            ..Server::bare(id)
        }
    }

    fn told(passing: &mut Passing, at: i64, servers: &[(&str, Status)]) -> Vec<(String, bool)> {
        let servers: Vec<Server> = servers
            .iter()
            .map(|(id, status)| server(id, status.clone()))
            .collect();
        let passed = passing.look_at(&servers, at, |id| id == "own");
        let told = passed.into_iter();
        told.map(|passed| (passed.instance_id, passed.has_failed))
            .collect()
    }

    #[test]
    fn what_was_seen_in_passing_and_has_passed_is_told_once() {
        let mut passing = Passing::default();
        let before = [
            ("a", Status::Build),
            ("b", Status::Rebuild),
            ("c", Status::Active),
            ("d", Status::Rebuild),
        ];
        assert_eq!(told(&mut passing, 1_000, &before), []);
        assert_eq!(told(&mut passing, 2_000, &[("a", Status::Build)]), []);
        let after = [
            ("a", Status::Active),
            ("b", Status::Error),
            ("c", Status::Error),
            ("d", Status::Shutoff),
        ];
        let expected = [("a".to_owned(), false), ("b".to_owned(), true)];
        assert_eq!(told(&mut passing, 3_000, &after), expected);
        assert_eq!(told(&mut passing, 4_000, &after), []);
    }

    #[test]
    fn an_answer_to_an_older_question_says_nothing() {
        let mut passing = Passing::default();
        told(&mut passing, 2_000, &[("a", Status::Reboot)]);
        assert_eq!(told(&mut passing, 1_000, &[("a", Status::Active)]), []);
        assert_eq!(told(&mut passing, 2_500, &[("a", Status::Active)]).len(), 1);
    }

    #[test]
    fn what_this_tab_does_itself_is_not_told_here() {
        let mut passing = Passing::default();
        told(&mut passing, 1_000, &[("own", Status::Reboot)]);
        assert_eq!(told(&mut passing, 2_000, &[("own", Status::Active)]), []);
    }

    #[test]
    fn after_a_long_sleep_nothing_is_news() {
        let mut passing = Passing::default();
        let build = [("a", Status::Build), ("b", Status::Build)];
        told(&mut passing, 0, &build);
        let active = [("a", Status::Active), ("b", Status::Active)];
        assert_eq!(told(&mut passing, STALE + 1, &active), []);
    }
}
