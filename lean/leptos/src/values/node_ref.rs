//! The element that a view stands for in the document.

use std::marker::PhantomData;

use send_wrapper::SendWrapper;
use upstream::prelude::{Get, GetUntracked, RwSignal};
use upstream::tachys::html::element::ElementType;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// An element of any kind, once it is there.
pub(crate) type AnyReference = RwSignal<Option<SendWrapper<Element>>>;

/// An element of a view, once it is there.
pub struct NodeRef<E> {
    pub(crate) any: AnyReference,
    kind: PhantomData<fn() -> E>,
}

impl<E> NodeRef<E> {
    /// A reference that no element has filled yet.
    #[track_caller]
    pub fn new() -> Self {
        Self {
            any: RwSignal::new(None),
            kind: PhantomData,
        }
    }
}

impl<E> NodeRef<E>
where
    E: ElementType,
    E::Output: JsCast,
{
    /// The element; whoever reads it follows whether it is there.
    #[track_caller]
    pub fn get(self) -> Option<E::Output> {
        Some(self.any.get()?.take().unchecked_into())
    }

    /// The element.
    #[track_caller]
    pub fn get_untracked(self) -> Option<E::Output> {
        Some(self.any.get_untracked()?.take().unchecked_into())
    }

    /// The element; `None` once what made the reference is gone.
    pub fn try_get_untracked(self) -> Option<Option<E::Output>> {
        let element = self.any.try_get_untracked()?;
        Some(element.map(|element| element.take().unchecked_into()))
    }
}

impl<E> Default for NodeRef<E> {
    fn default() -> Self {
        Self::new()
    }
}

pass_on!(NodeRef);
