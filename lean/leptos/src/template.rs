//! Views of which there are many: one is made, and each of them is a copy that says something else.
//!
//! An element and its attributes take a call of the browser each, and every value of a view its own place in the reactive
//! graph: for a page of a thousand servers that is most of the work. A copy is one call, and what it says is set by as few
//! as its author likes.

use std::borrow::Cow;
use std::rc::Rc;

use send_wrapper::SendWrapper;
use upstream::prelude::*;
use upstream::tachys::html::event::EventDescriptor;
use upstream::tachys::renderer::{CastFrom, Rndr};
use upstream::tachys::view::Mountable;
use upstream::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use web_sys::Element as Node;

use crate::element::{Element, Listener};
use crate::follow::{Follow, Keeps};
use crate::place;
use crate::shown::IntoRender;
use crate::state::{Listening, Target, show};
use crate::value::Content;

/// What finds the elements of a template that are filled in each copy, and the attribute that names them.
const SLOTS: &str = "[data-slot]";
const SLOT: &str = "data-slot";

/// What is copied: an element, in which those that are filled in each copy have a name in `data-slot`.
pub struct Template {
    root: Node,
    /// What is known of the slots, in the order of the document.
    slots: Rc<[Named]>,
}

/// A slot of a template.
struct Named {
    name: String,
    is_hidden: bool,
}

impl Template {
    /// Makes a template of `view`. What would change in it stays as it is now. A slot has no attributes that its copies
    /// are to change, but `hidden`.
    pub fn of(view: View<Element>) -> Self {
        let root = view.into_inner().build().into_node();
        let named = |node: Node| Named {
            name: node.get_attribute(SLOT).unwrap_or_default(),
            is_hidden: node.get_attribute("hidden").is_some(),
        };
        let slots = slots(&root).into_iter().map(named).collect();
        Self { root, slots }
    }

    /// A copy.
    pub fn copy(&self) -> Instance {
        let copy = self.root.clone_node_with_deep(true);
        // It fails for documents alone.
        let copy = copy.ok().and_then(Node::cast_from);
        let root = copy.unwrap_or_else(|| self.root.clone());
        Instance {
            slots: Rc::clone(&self.slots),
            nodes: slots(&root),
            root,
            kept: Kept::default(),
        }
    }
}

/// The elements with a slot's name, `root` among them, in the order of the document.
fn slots(root: &Node) -> Vec<Node> {
    let mut slots = Vec::new();
    if root.get_attribute(SLOT).is_some() {
        slots.push(root.clone());
    }
    // It fails only for what selects nothing.
    if let Ok(others) = root.query_selector_all(SLOTS) {
        for place in 0..others.length() {
            slots.extend(others.get(place).and_then(Node::cast_from));
        }
    }
    slots
}

/// A copy of a template, on its way to be a view.
pub struct Instance {
    root: Node,
    slots: Rc<[Named]>,
    nodes: Vec<Node>,
    kept: Kept,
}

/// What lives as long as a copy.
#[derive(Default)]
struct Kept {
    follows: Vec<Follow>,
    listeners: Vec<Listening>,
    views: Vec<AnyViewState>,
}

impl Instance {
    /// The slot of this name; where the template has none, one that says nothing.
    pub fn slot(&self, name: &str) -> Slot {
        let named = self.place(name).and_then(|place| self.slots.get(place));
        let is_hidden = named.is_some_and(|slot| slot.is_hidden);
        Slot {
            node: self.node(name).cloned(),
            said: Vec::from_iter(is_hidden.then_some((HIDDEN, Content::Flag(true)))),
        }
    }

    /// All of it as a slot.
    pub fn whole(&self) -> Slot {
        let node = Some(self.root.clone());
        let said = Vec::new();
        Slot { node, said }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.name == name)
    }

    fn node(&self, name: &str) -> Option<&Node> {
        self.nodes.get(self.place(name)?)
    }

    /// The element that all of it is in.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// Does `work` now, and again each time that what it has read has changed.
    pub fn follow(&mut self, work: impl FnMut() + 'static) {
        let follow = Follow::new(Keeps::Nothing, Box::new(work));
        if follow.follows_anything() {
            self.kept.follows.push(follow);
        }
    }

    /// Calls `handler` with each `event` in the slot of this name.
    pub fn on<E>(&mut self, name: &str, event: E, handler: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        if let Some(node) = self.node(name) {
            let listening = Listening::start(node, Listener::new(event, handler));
            self.kept.listeners.push(listening);
        }
    }

    /// Puts `view` before the slot of this name.
    pub fn put_before(&mut self, name: &str, view: AnyView) {
        if let Some(node) = self.node(name) {
            let mut state = view.build();
            place::insert_before(node, &mut state);
            self.kept.views.push(state);
        }
    }
}

const HIDDEN: Target = Target::Attribute("hidden");

/// An element of a copy, and what it says. It is written to only where that changes.
#[derive(Default)]
pub struct Slot {
    node: Option<Node>,
    said: Vec<(Target, Content)>,
}

impl Slot {
    /// Says a text, and holds nothing else.
    pub fn text(&mut self, text: impl Into<Cow<'static, str>>) {
        self.say(Target::Content, Content::Text(text.into()));
    }

    /// Has an attribute.
    pub fn attribute(&mut self, name: &'static str, content: impl Into<Content>) {
        self.say(Target::Attribute(name), content.into());
    }

    /// Is hidden or shown.
    pub fn hidden(&mut self, is_hidden: bool) {
        self.say(HIDDEN, is_hidden.into());
    }

    /// Is called so, by an attribute for those who listen and one for those who point at it.
    pub fn name(&mut self, name: String) {
        self.attribute("aria-label", name.clone());
        self.attribute("title", name);
    }

    /// Has a property.
    pub fn property(&mut self, name: &'static str, content: impl Into<Content>) {
        self.say(Target::Property(name), content.into());
    }

    fn say(&mut self, target: Target, content: Content) {
        let Some(node) = &self.node else { return };
        match self.said.iter_mut().find(|(known, _)| *known == target) {
            Some((_, said)) => show(node, target, said, content),
            None => {
                let mut said = Content::Absent;
                show(node, target, &mut said, content);
                self.said.push((target, said));
            }
        }
    }

    /// The element.
    pub fn node(&self) -> Option<&Node> {
        self.node.as_ref()
    }
}

/// A copy in the document.
pub struct InstanceState {
    root: Node,
    _kept: Kept,
}

/// What a copy is as a view.
pub(crate) struct Copied(SendWrapper<Instance>);

impl IntoRender for Instance {
    fn into_render(self) -> AnyView {
        Copied(SendWrapper::new(self)).into_any()
    }
}

impl Render for Copied {
    type State = InstanceState;

    fn build(self) -> InstanceState {
        let Instance { root, kept, .. } = self.0.take();
        InstanceState { root, _kept: kept }
    }

    fn rebuild(self, state: &mut InstanceState) {
        place::replace(self, state);
    }
}

impl Mountable for InstanceState {
    fn unmount(&mut self) {
        Rndr::remove(&self.root);
    }

    fn mount(&mut self, parent: &Node, marker: Option<&web_sys::Node>) {
        Rndr::insert_node(parent, &self.root, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        place::insert_before(&self.root, child)
    }

    fn elements(&self) -> Vec<Node> {
        Vec::new()
    }
}
