//! What a component takes where its property says `into`.

use upstream::prelude::Callback;

use super::Signal;

/// A conversion that `#[prop(into)]` does; the marker lets closures become signals beside all that `Into` knows.
pub trait IntoReactiveValue<T, Marker> {
    /// The value in the form that the component wants.
    fn into_reactive_value(self) -> T;
}

/// Marks what `Into` does.
pub struct Converted;

/// Marks what a closure gives.
pub struct Derived;

impl<T, From: Into<T>> IntoReactiveValue<T, Converted> for From {
    fn into_reactive_value(self) -> T {
        self.into()
    }
}

impl<T: 'static, Read> IntoReactiveValue<Signal<T>, Derived> for Read
where
    Read: Fn() -> T + Send + Sync + 'static,
{
    #[track_caller]
    fn into_reactive_value(self) -> Signal<T> {
        Signal::derive(self)
    }
}

/// Marks what a closure does.
pub struct Called;

impl<Given: 'static, Made: 'static, Do> IntoReactiveValue<Callback<Given, Made>, Called> for Do
where
    Do: Fn(Given) -> Made + Send + Sync + 'static,
{
    #[track_caller]
    fn into_reactive_value(self) -> Callback<Given, Made> {
        Callback::new(self)
    }
}
