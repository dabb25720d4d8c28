//! The place of a view in the document.

use upstream::prelude::*;
use upstream::tachys::renderer::{CastFrom, Rndr};
use upstream::tachys::view::Mountable;
use web_sys::{Element, Node};

/// Puts what shows `view` in the place of what is `shown` there.
pub(crate) fn replace<V: Render>(view: V, shown: &mut V::State) {
    let mut new = view.build();
    shown.insert_before_this(&mut new);
    shown.unmount();
    *shown = new;
}

/// Puts `child` before `node`; `false` where that stands nowhere.
pub(crate) fn insert_before(node: &Node, child: &mut dyn Mountable) -> bool {
    let parent = Rndr::get_parent(node).and_then(Element::cast_from);
    if let Some(parent) = &parent {
        child.mount(parent, Some(node));
    }
    parent.is_some()
}
