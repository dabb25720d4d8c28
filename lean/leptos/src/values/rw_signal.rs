//! Values that are written here and there.

use std::marker::PhantomData;

use upstream::prelude::{
    IsDisposed, Notify, Read, ReadUntracked, RwSignal as AnySignal, Set, Track, Write,
};

use super::{Boxed, Held, known};

/// A value that whoever reads it follows, and that whoever has it may change.
pub struct RwSignal<T> {
    any: AnySignal<Boxed>,
    kind: PhantomData<fn() -> T>,
}

impl<T: Held> RwSignal<T> {
    /// A signal that holds `value`.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self {
            any: erased(Box::new(value)),
            kind: PhantomData,
        }
    }

    /// Reads the value, and follows it.
    #[track_caller]
    pub fn with<Out>(self, read: impl FnOnce(&T) -> Out) -> Out {
        read(known(&**self.any.read()))
    }

    /// Reads the value without following it.
    #[track_caller]
    pub fn with_untracked<Out>(self, read: impl FnOnce(&T) -> Out) -> Out {
        read(known(&**self.any.read_untracked()))
    }

    /// The same, where the signal is still there.
    pub fn try_with_untracked<Out>(self, read: impl FnOnce(&T) -> Out) -> Option<Out> {
        Some(read(known(&**self.any.try_read_untracked()?)))
    }

    /// Holds another value from now on.
    #[track_caller]
    pub fn set(self, value: T) {
        self.any.set(Box::new(value));
    }

    /// The same, where the signal is still there; else the value.
    pub fn try_set(self, value: T) -> Option<T> {
        let value = self.any.try_set(Box::new(value))?;
        value.downcast().ok().map(|value| *value)
    }

    /// Changes the value, and tells of it.
    #[track_caller]
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(value) = self.any.write().downcast_mut() {
            change(value);
        }
    }

    /// Changes the value, and tells of it, where the signal is still there.
    pub fn try_update<Out>(self, change: impl FnOnce(&mut T) -> Out) -> Option<Out> {
        Some(change(self.any.try_write()?.downcast_mut()?))
    }

    /// Changes the value without telling of it.
    #[track_caller]
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        if let Some(value) = self.any.write_untracked().downcast_mut() {
            change(value);
        }
    }

    /// Follows the value without reading it.
    #[track_caller]
    pub fn track(self) {
        self.any.track();
    }

    /// Whether what made the signal is gone, and the signal with it.
    pub fn is_disposed(self) -> bool {
        self.any.is_disposed()
    }

    /// Tells that the value has changed.
    #[track_caller]
    pub fn notify(self) {
        self.any.notify();
    }
}

#[track_caller]
fn erased(value: Boxed) -> AnySignal<Boxed> {
    AnySignal::new(value)
}

impl<T: Held + Clone> RwSignal<T> {
    /// The value, which is not followed; `None` once what made it is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

impl<T: Held + Default> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

copy_out!(RwSignal);
pass_on!(RwSignal);

impl<T> PartialEq for RwSignal<T> {
    fn eq(&self, other: &Self) -> bool {
        self.any == other.any
    }
}
