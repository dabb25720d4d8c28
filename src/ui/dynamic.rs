//! Parts of a view that come and go.

use leptos::prelude::*;

/// A part that is built anew when what it reads changes. All parts are of this one type, so that the code which
/// replaces one is there once.
pub type Dynamic = Box<dyn FnMut() -> AnyView + Send>;

/// Makes a part of a view of a closure.
pub fn dynamic<Part: IntoView + 'static>(
    mut part: impl FnMut() -> Part + Send + 'static,
) -> Dynamic {
    Box::new(move || part().into_any())
}
