//! Values that are written here and there, and live as long as anybody has them.

use std::marker::PhantomData;

use upstream::prelude::{ArcRwSignal as AnySignal, ReadUntracked, Set, UntrackableGuard, Write};
use upstream::reactive::graph::{AnySource, ToAnySource};

use super::{Boxed, Held, known};

/// A value that whoever has it may change, and that belongs to no part of a view.
pub struct ArcRwSignal<T> {
    any: AnySignal<Boxed>,
    kind: PhantomData<fn() -> T>,
}

impl<T: Held> ArcRwSignal<T> {
    /// A signal that holds `value`.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self {
            any: erased(Box::new(value)),
            kind: PhantomData,
        }
    }

    /// What somebody follows who follows the signal.
    pub fn source(&self) -> AnySource {
        self.any.to_any_source()
    }

    /// Reads the value without following it.
    pub fn with_untracked<Out>(&self, read: impl FnOnce(&T) -> Out) -> Out {
        read(known(&**self.any.read_untracked()))
    }

    /// Holds another value from now on.
    pub fn set(&self, value: T) {
        self.any.set(Box::new(value));
    }

    /// Changes the value, and tells of it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes the value, and tells of it; gives what `change` made.
    pub fn try_update<Out>(&self, change: impl FnOnce(&mut T) -> Out) -> Option<Out> {
        self.any.write().downcast_mut().map(change)
    }

    /// Changes the value, and tells of it where `change` says so.
    pub fn maybe_update(&self, change: impl FnOnce(&mut T) -> bool) {
        let mut value = self.any.write();
        if value.downcast_mut().map(change) != Some(true) {
            value.untrack();
        }
    }

    /// Changes the value without telling of it.
    pub fn update_untracked(&self, change: impl FnOnce(&mut T)) {
        self.try_update_untracked(change);
    }

    /// Changes the value without telling of it; gives what `change` made.
    pub fn try_update_untracked<Out>(&self, change: impl FnOnce(&mut T) -> Out) -> Option<Out> {
        self.any.write_untracked().downcast_mut().map(change)
    }
}

#[track_caller]
fn erased(value: Boxed) -> AnySignal<Boxed> {
    AnySignal::new(value)
}

impl<T: Held + Clone> ArcRwSignal<T> {
    /// The value, which is not followed.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T> Clone for ArcRwSignal<T> {
    fn clone(&self) -> Self {
        Self {
            any: self.any.clone(),
            kind: PhantomData,
        }
    }
}

impl<T: Held + Default> Default for ArcRwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}
