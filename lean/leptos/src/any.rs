//! What code calls, as in Leptos, to make a view the one type.

use upstream::prelude::AnyView;

use crate::shown::IntoRender;

/// Any view as the one type.
pub trait IntoAny {
    /// As a view of the one type.
    fn into_any(self) -> AnyView;
}

impl<T: IntoRender> IntoAny for T {
    fn into_any(self) -> AnyView {
        self.into_render()
    }
}
