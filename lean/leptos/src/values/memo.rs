//! Values that are worked out from others, and tell only when they have changed.

use std::marker::PhantomData;
use std::sync::Arc;

use upstream::prelude::{Get, GetUntracked, Memo as AnyMemo, Track};

use super::{Erased, Held, known};

/// A value that is worked out anew when what it was made of changes, and tells only where it then differs.
pub struct Memo<T> {
    any: AnyMemo<Erased>,
    kind: PhantomData<fn() -> T>,
}

type Work = Box<dyn Fn(Option<&Erased>) -> Erased + Send + Sync>;
type Differ = fn(Option<&Erased>, Option<&Erased>) -> bool;

impl<T: Held + PartialEq> Memo<T> {
    /// A memo of what `work` makes, which is given the value of before.
    #[track_caller]
    pub fn new(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let work = move |before: Option<&Erased>| {
            let made: Erased = Arc::new(work(before.map(|before| known(&**before))));
            made
        };
        let differ: Differ = |before, now| {
            before.map(|before| known::<T>(&**before)) != now.map(|now| known::<T>(&**now))
        };
        Self {
            any: erased(Box::new(work), differ),
            kind: PhantomData,
        }
    }
}

#[track_caller]
fn erased(work: Work, differ: Differ) -> AnyMemo<Erased> {
    AnyMemo::new_with_compare(work, differ)
}

impl<T: Held> Memo<T> {
    /// Reads the value, and follows it.
    #[track_caller]
    pub fn with<Out>(self, read: impl FnOnce(&T) -> Out) -> Out {
        read(known(&*self.any.get()))
    }

    /// Reads the value without following it.
    #[track_caller]
    pub fn with_untracked<Out>(self, read: impl FnOnce(&T) -> Out) -> Out {
        read(known(&*self.any.get_untracked()))
    }

    /// Follows the value without reading it.
    #[track_caller]
    pub fn track(self) {
        self.any.track();
    }
}

impl<T: Held + Clone> Memo<T> {
    /// The value, which is not followed; `None` once what made it is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        Some(known::<T>(&*self.any.try_get_untracked()?).clone())
    }
}

copy_out!(Memo);
pass_on!(Memo);
