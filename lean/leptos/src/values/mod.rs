//! Signals, memos and effects whose machinery does not know what they hold.
//!
//! In Leptos every type of value brings code of its own that locks, tracks, tells and compares. Here the machinery holds
//! a value of any type, and only reading and writing know which one it is.

/// Makes a handle as easy to pass on as a number, whatever it leads to.
macro_rules! pass_on {
    ($handle:ident) => {
        impl<T> Clone for $handle<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $handle<T> {}
    };
}

/// Gives what reads a value of type `T` in place its ways to copy the value out.
macro_rules! copy_out {
    ($handle:ident) => {
        impl<T: Held + Clone> $handle<T> {
            /// The value, which is followed.
            #[track_caller]
            pub fn get(self) -> T {
                self.with(T::clone)
            }

            /// The value, which is not followed.
            #[track_caller]
            pub fn get_untracked(self) -> T {
                self.with_untracked(T::clone)
            }
        }
    };
}

mod arc_rw_signal;
mod effect;
mod into_signal;
mod memo;
mod node_ref;
mod rw_signal;
mod signal;

use std::any::Any;
use std::sync::Arc;

pub use arc_rw_signal::ArcRwSignal;
pub use effect::Effect;
pub use into_signal::IntoReactiveValue;
pub use memo::Memo;
pub(crate) use node_ref::AnyReference;
pub use node_ref::NodeRef;
pub use rw_signal::RwSignal;
pub use signal::Signal;

/// A value of any type that many can hold.
type Erased = Arc<dyn Any + Send + Sync>;

/// The same that one alone has.
type Boxed = Box<dyn Any + Send + Sync>;

/// What can be held: a value that lives as long as it is needed.
pub trait Held: Send + Sync + 'static {}

impl<T: Send + Sync + 'static> Held for T {}

/// Lends the value as what it is. Whoever erased it says its type by a marker, so another one never meets here.
fn known<T: 'static>(value: &(dyn Any + Send + Sync)) -> &T {
    value.downcast_ref().unwrap_or_else(|| unreachable!())
}
