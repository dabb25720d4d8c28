//! A part of a view that is built anew when what it reads changes.

use std::cell::RefCell;
use std::rc::Rc;

use upstream::prelude::*;
use upstream::tachys::view::Mountable;
use upstream::tachys::view::any_view::AnyViewState;
use web_sys::{Element, Node};

use crate::follow::{Follow, Keeps};
use crate::place;

/// How the part is built now.
pub(crate) struct Dynamic(Box<dyn FnMut() -> AnyView + Send>);

/// A part in the document.
pub struct DynamicState {
    /// Nothing while it is being built anew.
    shown: Rc<RefCell<Option<AnyViewState>>>,
    _follow: Follow,
}

impl Dynamic {
    pub(crate) fn new(read: Box<dyn FnMut() -> AnyView + Send>) -> Self {
        Self(read)
    }
}

impl Render for Dynamic {
    type State = DynamicState;

    fn build(self) -> DynamicState {
        let Self(mut read) = self;
        let shown = Rc::default();
        let change = {
            let shown: Rc<RefCell<Option<AnyViewState>>> = Rc::clone(&shown);
            move || {
                let view = read();
                let before = shown.take();
                let now = match before {
                    Some(mut state) => {
                        view.rebuild(&mut state);
                        state
                    }
                    None => view.build(),
                };
                shown.replace(Some(now));
            }
        };
        let follow = Follow::new(Keeps::What, Box::new(change));
        DynamicState {
            shown,
            _follow: follow,
        }
    }

    fn rebuild(self, state: &mut DynamicState) {
        place::replace(self, state);
    }
}

impl Mountable for DynamicState {
    fn unmount(&mut self) {
        if let Some(shown) = &mut *self.shown.borrow_mut() {
            shown.unmount();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        if let Some(shown) = &mut *self.shown.borrow_mut() {
            shown.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let shown = self.shown.borrow();
        shown
            .as_ref()
            .is_some_and(|shown| shown.insert_before_this(child))
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}
