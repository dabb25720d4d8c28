//! What is done at once, and again each time that something has changed which it has read.
//!
//! Leptos' own render effects each have a task, a channel and an owner: of a thousand servers on one page they took more
//! than drawing them does.

use std::cell::{Cell, RefCell};
use std::mem;
use std::sync::{Arc, Weak};

use send_wrapper::SendWrapper;
use upstream::prelude::Owner;
use upstream::reactive::graph::{
    AnySource, AnySubscriber, ReactiveNode, Source, Subscriber, WithObserver,
};
use upstream::task::spawn_local;

/// Work that follows what it reads, for as long as this is kept.
pub(crate) struct Follow {
    followed: Arc<Followed>,
}

/// What belongs to the work while it is done.
pub(crate) enum Keeps {
    /// It makes nothing that has to be let go of.
    Nothing,
    /// What it makes is let go of before it is done again.
    What,
}

struct Followed(SendWrapper<Parts>);

struct Parts {
    this: Weak<Followed>,
    work: RefCell<Box<dyn FnMut()>>,
    owner: Owner,
    keeps: Keeps,
    sources: RefCell<Vec<AnySource>>,
    news: Cell<News>,
}

/// What has been heard of what was read since the work was done.
#[derive(Clone, Copy, PartialEq)]
enum News {
    Nothing,
    /// It may have changed.
    Perhaps,
    Changed,
}

thread_local! {
    /// The address of the work that is being done.
    static AT_WORK: Cell<usize> = const { Cell::new(0) };
}

/// Whether `subscriber` lets go by itself of what it has subscribed to.
#[must_use]
pub fn lets_go(subscriber: &AnySubscriber) -> bool {
    AT_WORK.get() == subscriber.0
}

impl Follow {
    /// Does `work` now, and again each time that what it has read has changed.
    pub(crate) fn new(keeps: Keeps, work: Box<dyn FnMut()>) -> Self {
        let owner = match keeps {
            Keeps::Nothing => Owner::current().unwrap_or_default(),
            Keeps::What => Owner::new(),
        };
        let followed = Arc::new_cyclic(|this| {
            Followed(SendWrapper::new(Parts {
                this: Weak::clone(this),
                work: RefCell::new(work),
                owner,
                keeps,
                sources: RefCell::default(),
                news: Cell::new(News::Nothing),
            }))
        });
        followed.work();
        Self { followed }
    }

    /// Whether the work will ever be done again.
    pub(crate) fn follows_anything(&self) -> bool {
        !self.followed.0.sources.borrow().is_empty()
    }
}

impl Followed {
    fn subscriber(&self) -> AnySubscriber {
        let this = Weak::clone(&self.0.this);
        AnySubscriber(std::ptr::from_ref(self) as usize, this)
    }

    /// Does the work, and lets go of what it does not read any more.
    fn work(&self) {
        let subscriber = self.subscriber();
        let before = self.0.sources.take();
        let outer = AT_WORK.replace(subscriber.0);
        let work = || subscriber.with_observer(|| (self.0.work.borrow_mut())());
        match self.0.keeps {
            Keeps::Nothing => self.0.owner.with(work),
            Keeps::What => self.0.owner.with_cleanup(work),
        }
        AT_WORK.set(outer);
        let sources = self.0.sources.borrow();
        for source in before {
            if !sources.contains(&source) {
                source.remove_subscriber(&subscriber);
            }
        }
    }

    /// Looks at the news, and does the work if there are any.
    fn look(&self) {
        let is_changed = match self.0.news.replace(News::Nothing) {
            News::Nothing => false,
            News::Perhaps => {
                let sources = self.0.sources.borrow().clone();
                let mut sources = sources.iter();
                let is_changed = || sources.any(ReactiveNode::update_if_necessary);
                self.subscriber().with_observer(is_changed)
            }
            News::Changed => true,
        };
        if is_changed {
            self.work();
        }
    }

    fn hear(&self, news: News) {
        let before = self.0.news.get();
        if before != News::Changed {
            self.0.news.set(news);
        }
        if before == News::Nothing {
            let this = Weak::clone(&self.0.this);
            spawn_local(async move {
                if let Some(this) = this.upgrade() {
                    this.look();
                }
            });
        }
    }
}

impl ReactiveNode for Followed {
    fn mark_dirty(&self) {
        self.hear(News::Changed);
    }

    fn mark_check(&self) {
        self.hear(News::Perhaps);
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        false
    }
}

impl Subscriber for Followed {
    fn add_source(&self, source: AnySource) {
        let mut sources = self.0.sources.borrow_mut();
        if !sources.contains(&source) {
            sources.push(source);
        }
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        for source in self.0.sources.take() {
            source.remove_subscriber(subscriber);
        }
    }
}

impl Drop for Followed {
    fn drop(&mut self) {
        // Only its address is looked at.
        let subscriber = self.subscriber();
        for source in mem::take(self.0.sources.get_mut()) {
            source.remove_subscriber(&subscriber);
        }
    }
}
