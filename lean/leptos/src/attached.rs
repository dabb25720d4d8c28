//! Views that are put into the document by hand, beside one that stands there.

use upstream::prelude::*;
use upstream::tachys::renderer::{CastFrom, Rndr};
use upstream::tachys::view::Mountable;
use upstream::tachys::view::any_view::AnyViewState;
use web_sys::Element;

/// A view in the document, for as long as this is kept.
pub struct Attached(AnyViewState);

impl Attached {
    /// Puts `view` after `element`; nowhere where that stands nowhere.
    pub fn after(element: &Element, view: AnyView) -> Self {
        let mut state = view.build();
        if let Some(parent) = Rndr::get_parent(element).and_then(Element::cast_from) {
            state.mount(&parent, Rndr::next_sibling(element).as_ref());
        }
        Self(state)
    }
}

impl Drop for Attached {
    fn drop(&mut self) {
        self.0.unmount();
    }
}
