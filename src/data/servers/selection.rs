//! The servers that a person has selected: across the pages of one filter, in any order, until they sign out.

use std::sync::LazyLock;

use leptos::prelude::*;

use super::ListView;
use crate::api::server::Server;
use crate::shared::subscribed;

/// What is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Selection {
    servers: Vec<Server>,
    /// The server that was pressed last: where a range begins.
    anchor: String,
    /// The view whose filter the servers match.
    view: ListView,
}

static SELECTION: LazyLock<ArcRwSignal<Selection>> = LazyLock::new(ArcRwSignal::default);

/// How many servers are selected. Subscribes.
#[must_use]
pub fn count() -> u32 {
    subscribed(&SELECTION)
        .with(|selection| u32::try_from(selection.servers.len()).unwrap_or(u32::MAX))
}

/// Whether the server of this id is selected. Subscribes.
#[must_use]
pub fn holds(id: &str) -> bool {
    subscribed(&SELECTION).with(|selection| selection.holds(id))
}

/// The servers that are selected, each as it was last seen.
#[must_use]
pub fn servers() -> Vec<Server> {
    SELECTION.with_untracked(|selection| selection.servers.clone())
}

/// Selects the server `id` of those `shown`, or takes it out where it is selected; a range does the same to all
/// between it and the one that was pressed before.
pub fn press(shown: &[Server], id: &str, range: bool) {
    SELECTION.update(|selection| selection.press(shown, id, range));
}

/// Selects servers, or takes them out.
pub fn set(servers: &[Server], selected: bool) {
    SELECTION.update(|selection| selection.set(servers, selected));
}

/// Selects these servers and no others.
pub fn replace(servers: Vec<Server>) {
    SELECTION.update(|selection| selection.servers = servers);
}

/// Selects nothing.
pub fn clear() {
    replace(Vec::new());
}

/// Takes the newest that is known of servers, selected or not.
pub fn learn(servers: &[Server]) {
    if SELECTION.with_untracked(|selection| selection.is_outdated_by(servers)) {
        SELECTION.update(|selection| selection.learn(servers));
    }
}

/// Drops what is selected where `view` has another filter: it would hold servers that nobody sees.
pub fn keep_to(view: &ListView) {
    if SELECTION.with_untracked(|selection| !selection.view.has_filter_of(view)) {
        SELECTION.set(Selection {
            view: view.clone(),
            ..Selection::default()
        });
    }
}

impl Selection {
    fn holds(&self, id: &str) -> bool {
        self.servers.iter().any(|server| server.instance_id == id)
    }

    fn press(&mut self, shown: &[Server], id: &str, range: bool) {
        let place = |id: &str| shown.iter().position(|server| server.instance_id == id);
        let Some(end) = place(id) else { return };
        let start = place(&self.anchor).filter(|_| range).unwrap_or(end);
        let selected = !self.holds(id);
        if let Some(pressed) = shown.get(start.min(end)..=start.max(end)) {
            self.set(pressed, selected);
        }
        id.clone_into(&mut self.anchor);
    }

    fn set(&mut self, servers: &[Server], selected: bool) {
        for server in servers {
            match (self.holds(&server.instance_id), selected) {
                (false, true) => self.servers.push(server.clone()),
                (true, false) => {
                    self.servers
                        .retain(|known| known.instance_id != server.instance_id);
                }
                _ => {}
            }
        }
    }

    fn is_outdated_by(&self, servers: &[Server]) -> bool {
        self.servers
            .iter()
            .any(|known| newer(known, servers).is_some())
    }

    fn learn(&mut self, servers: &[Server]) {
        for known in &mut self.servers {
            if let Some(newer) = newer(known, servers) {
                known.clone_from(newer);
            }
        }
    }
}

/// What is new of a server among `servers`.
fn newer<'a>(known: &Server, servers: &'a [Server]) -> Option<&'a Server> {
    let mut servers = servers.iter();
    let found = servers.find(|server| server.instance_id == known.instance_id)?;
    (found != known).then_some(found)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::api::server::Status;

    fn server(number: usize) -> Server {
        Server::bare(&number.to_string())
    }

    fn page() -> Vec<Server> {
        (0..10).map(server).collect()
    }

    fn selected(selection: &Selection) -> String {
        let page = page();
        let ids = page.iter().map(|server| server.instance_id.as_str());
        ids.filter(|id| selection.holds(id)).collect()
    }

    #[test]
    fn a_press_selects_and_a_second_one_takes_out() {
        let mut selection = Selection::default();
        selection.press(&page(), "3", false);
        selection.press(&page(), "5", false);
        assert_eq!(selected(&selection), "35");
        selection.press(&page(), "3", false);
        assert_eq!(selected(&selection), "5");
    }

    #[test]
    fn a_range_goes_from_the_last_press_in_either_direction() {
        let mut selection = Selection::default();
        selection.press(&page(), "6", false);
        selection.press(&page(), "3", true);
        assert_eq!(selected(&selection), "3456");
        selection.press(&page(), "5", true);
        assert_eq!(selected(&selection), "6");
        selection.press(&page(), "9", true);
        assert_eq!(selected(&selection), "56789");
    }

    #[test]
    fn a_range_from_another_page_is_one_press() {
        let mut selection = Selection::default();
        selection.press(&[server(20)], "20", false);
        selection.press(&page(), "4", true);
        assert_eq!(selected(&selection), "4");
        assert!(selection.holds("20"));
    }

    #[test]
    fn the_newest_that_is_known_is_kept() {
        let mut selection = Selection::default();
        selection.set(&page(), true);
        let stopped = Server {
            status: Status::Shutoff,
            ..server(3)
        };
        assert!(!selection.is_outdated_by(&page()));
        assert!(selection.is_outdated_by(std::slice::from_ref(&stopped)));
        selection.learn(std::slice::from_ref(&stopped));
        assert_eq!(selection.servers.get(3), Some(&stopped));
        assert_eq!(selection.servers.len(), 10);
    }

    proptest! {
        #[test]
        fn no_server_is_selected_twice(presses in prop::collection::vec((0_usize..12, any::<bool>()), 0..20)) {
            let mut selection = Selection::default();
            for (number, range) in presses {
                selection.press(&page(), &number.to_string(), range);
            }
            prop_assert_eq!(selected(&selection).len(), selection.servers.len());
        }
    }
}
