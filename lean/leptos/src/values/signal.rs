//! Values that are only read, wherever they come from.

use std::marker::PhantomData;
use std::sync::Arc;

use upstream::prelude::{GetValue, StoredValue, untrack};

use super::{Erased, Held, Memo, RwSignal, known};

/// How a value is read now.
type Read<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A value that is followed where it changes, and is simply there where it does not.
pub struct Signal<T> {
    any: StoredValue<Erased>,
    kind: PhantomData<fn() -> T>,
}

impl<T: 'static> Signal<T> {
    /// What `read` makes, worked out at every reading.
    #[track_caller]
    pub fn derive(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let read: Read<T> = Box::new(read);
        Self {
            any: StoredValue::new(Arc::new(read)),
            kind: PhantomData,
        }
    }

    /// The value, which is followed.
    #[track_caller]
    pub fn get(self) -> T {
        known::<Read<T>>(&*self.any.get_value())()
    }

    /// The value, which is not followed.
    #[track_caller]
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// The value, which is followed; `None` once what made it is gone.
    pub fn try_get(self) -> Option<T> {
        Some(known::<Read<T>>(&*self.any.try_get_value()?)())
    }

    /// The value, which is not followed; `None` once what made it is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        untrack(|| self.try_get())
    }

    /// Follows the value without using it.
    #[track_caller]
    pub fn track(self) {
        self.get();
    }

    /// Reads the value, and follows it.
    #[track_caller]
    pub fn with<Out>(self, read: impl FnOnce(&T) -> Out) -> Out {
        read(&self.get())
    }

    /// Reads the value without following it.
    #[track_caller]
    pub fn with_untracked<Out>(self, read: impl FnOnce(&T) -> Out) -> Out {
        read(&self.get_untracked())
    }
}

impl<T: Held + Clone> Signal<T> {
    /// A value that stays as it is.
    #[track_caller]
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Held + Clone + Default> Default for Signal<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

pass_on!(Signal);

impl<T: Held + Clone> From<T> for Signal<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl<T: Held + Clone> From<Memo<T>> for Signal<T> {
    #[track_caller]
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

impl<T: Held + Clone> From<RwSignal<T>> for Signal<T> {
    #[track_caller]
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: 'static> From<Signal<T>> for Signal<Option<T>> {
    #[track_caller]
    fn from(signal: Signal<T>) -> Self {
        Self::derive(move || Some(signal.get()))
    }
}

impl<T: Held + Clone> From<T> for Signal<Option<T>> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::stored(Some(value))
    }
}

impl From<&'static str> for Signal<String> {
    #[track_caller]
    fn from(text: &'static str) -> Self {
        Self::derive(move || text.to_owned())
    }
}

impl From<&'static str> for Signal<Option<String>> {
    #[track_caller]
    fn from(text: &'static str) -> Self {
        Self::derive(move || Some(text.to_owned()))
    }
}
