//! How much of the list is drawn.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::document;
use crate::data::servers::Arranged;

/// More than the screen of a phone shows.
const FIRST: usize = 3;

/// How many servers of the page are drawn. Twenty at once would keep a phone from everything else for a quarter of a
/// second: there a list that was waited for begins with those on the screen, and gets more after every frame.
#[derive(Clone, Copy)]
pub struct Drawn(RwSignal<usize>);

impl Drawn {
    /// A page that is remembered is drawn at once: whoever comes back finds it as long as they left it.
    pub(super) fn begin(arranged: Memo<Arranged>) -> Self {
        let narrow = document::is_narrow();
        let most = RwSignal::new(if narrow { FIRST } else { usize::MAX });
        Effect::new(move |waited: Option<()>| {
            let now = most.get();
            let servers = arranged.with(|arranged| arranged.servers.len());
            if servers == 0 || now == usize::MAX {
                return;
            }
            // Whoever has left the page meanwhile needs no more of it.
            let draw_more = move || _ = most.try_set(more(now, servers));
            match waited {
                // What is drawn is painted, and heard, before there is more.
                Some(()) => request_animation_frame(move || set_timeout(draw_more, Duration::ZERO)),
                None => most.set(usize::MAX),
            }
        });
        Self(most)
    }

    /// How many servers may be drawn now. Subscribes.
    pub(super) fn most(self) -> usize {
        self.0.get()
    }

    /// Whether the whole page is drawn. Subscribes.
    pub(super) fn is_whole(self) -> bool {
        self.0.get() == usize::MAX
    }
}

/// How many servers of a page are drawn after `now` of them. Ever longer steps: each lays out the whole page.
fn more(now: usize, servers: usize) -> usize {
    let more = 4 * now;
    if more < servers { more } else { usize::MAX }
}

#[cfg(test)]
mod tests {
    use super::{FIRST, more};

    #[test]
    fn a_page_is_drawn_in_ever_longer_steps() {
        let steps = |servers: usize| {
            let step = |now: &usize| (*now < usize::MAX).then(|| more(*now, servers));
            std::iter::successors(Some(FIRST), step).collect::<Vec<_>>()
        };
        assert_eq!(steps(3), [3, usize::MAX]);
        assert_eq!(steps(20), [3, 12, usize::MAX]);
        assert_eq!(steps(100), [3, 12, 48, usize::MAX]);
    }
}
