//! An element in the document, and how it follows what a view says of it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use send_wrapper::SendWrapper;
use upstream::prelude::*;
use upstream::tachys::renderer::Rndr;
use upstream::tachys::view::Mountable;
use upstream::tachys::view::any_view::AnyViewState;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::element::{Described, Element, Listener, Part};
use crate::follow::{Follow, Keeps};
use crate::place;
use crate::value::{Content, Value};

type Node = web_sys::Element;

/// An element in the document, with what keeps it up to date.
pub struct ElementState {
    node: Node,
    tag: &'static str,
    parts: Rc<RefCell<Vec<PartState>>>,
    /// What follows all values together; nothing where none of them ever changes.
    follow: Option<Follow>,
    content: Option<AnyViewState>,
}

/// A part of an element in the document.
enum PartState {
    /// An attribute or a property, where it is shown, what it is now, and how to read it where it changes.
    Value(Target, Content, Option<Box<dyn Fn() -> Content>>),
    Listener {
        _kept: Listening,
    },
    Reference,
}

/// Where a value is shown.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Target {
    Attribute(&'static str),
    Property(&'static str),
    /// In the element, as all that it holds.
    Content,
}

impl ElementState {
    /// The element alone, which from now on stays as it is.
    pub(crate) fn into_node(self) -> Node {
        self.node
    }
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        let Described {
            tag,
            namespace,
            parts,
            content,
        } = *self.0;
        let node = Rndr::create_element(tag, namespace);
        let parts = parts.take().into_iter();
        let parts = parts.map(|part| build_part(&node, part)).collect();
        let parts = Rc::new(RefCell::new(parts));
        let follow = follow(&node, &parts);
        let content = content.map(|content| {
            let mut content = content.build();
            content.mount(&node, None);
            content
        });
        ElementState {
            node,
            tag,
            parts,
            follow,
            content,
        }
    }

    /// Changes what differs, so that an element which stays keeps the focus and what was typed into it.
    fn rebuild(self, state: &mut ElementState) {
        if !self.is_like(&state.parts.borrow(), state) {
            return place::replace(self, state);
        }
        // What followed the values of before must not answer to them any more.
        state.follow = None;
        let Described { parts, content, .. } = *self.0;
        let parts = parts.take().into_iter();
        for (part, old) in parts.zip(&mut *state.parts.borrow_mut()) {
            rebuild_part(&state.node, part, old);
        }
        state.follow = follow(&state.node, &state.parts);
        if let (Some(content), Some(old)) = (content, &mut state.content) {
            content.rebuild(old);
        }
    }
}

impl Element {
    /// Whether what is in the document can become this by changing values alone.
    fn is_like(&self, parts: &[PartState], state: &ElementState) -> bool {
        let same_part = |(new, old): (&Part, &PartState)| match (new, old) {
            (Part::Attribute(name, _), PartState::Value(target, ..)) => {
                *target == Target::Attribute(name)
            }
            (Part::Property(name, _), PartState::Value(target, ..)) => {
                *target == Target::Property(name)
            }
            (Part::Listener(_), PartState::Listener { .. })
            | (Part::Reference(_), PartState::Reference) => true,
            _ => false,
        };
        let this = &self.0;
        this.tag == state.tag
            && this.content.is_some() == state.content.is_some()
            && this.parts.len() == parts.len()
            && this.parts.iter().zip(parts).all(same_part)
    }
}

fn build_part(node: &Node, part: Part) -> PartState {
    match part {
        Part::Attribute(name, value) => build_value(node, Target::Attribute(name), value),
        Part::Property(name, value) => build_value(node, Target::Property(name), value),
        Part::Listener(listener) => PartState::Listener {
            _kept: Listening::start(node, listener),
        },
        Part::Reference(reference) => {
            reference.set(Some(SendWrapper::new(node.clone())));
            PartState::Reference
        }
    }
}

fn rebuild_part(node: &Node, part: Part, old: &mut PartState) {
    match (part, old) {
        (
            Part::Attribute(_, value) | Part::Property(_, value),
            PartState::Value(target, shown, read),
        ) => *read = take_up(node, *target, shown, value),
        (part, old) => *old = build_part(node, part),
    }
}

fn build_value(node: &Node, target: Target, value: Value) -> PartState {
    let mut shown = Content::Absent;
    let read = take_up(node, target, &mut shown, value);
    PartState::Value(target, shown, read)
}

/// Shows a value that stays as it is; gives how to read one that changes.
fn take_up(
    node: &Node,
    target: Target,
    shown: &mut Content,
    value: Value,
) -> Option<Box<dyn Fn() -> Content>> {
    match value {
        Value::Fixed(content) => {
            show(node, target, shown, content);
            None
        }
        Value::Changing(read) => Some(read),
    }
}

/// Shows the values that change, now and for as long as what is returned lives.
fn follow(node: &Node, parts: &Rc<RefCell<Vec<PartState>>>) -> Option<Follow> {
    let changes = |part: &PartState| matches!(part, PartState::Value(_, _, Some(_)));
    if !parts.borrow().iter().any(changes) {
        return None;
    }
    let (node, parts) = (node.clone(), Rc::clone(parts));
    let show_all = move || {
        for part in &mut *parts.borrow_mut() {
            if let PartState::Value(target, shown, Some(read)) = part {
                let content = read();
                show(&node, *target, shown, content);
            }
        }
    };
    let follow = Follow::new(Keeps::Nothing, Box::new(show_all));
    follow.follows_anything().then_some(follow)
}

/// Changes the document only where it says something else.
pub(crate) fn show(node: &Node, target: Target, shown: &mut Content, content: Content) {
    if *shown == content {
        return;
    }
    match target {
        Target::Property(name) => Rndr::set_property(node, name, &content.property()),
        Target::Content => match node.first_child() {
            // A text that is written anew stays where it is laid out.
            Some(text) => text.set_node_value(content.attribute()),
            None => node.set_text_content(content.attribute()),
        },
        Target::Attribute(name) => match content.attribute() {
            Some(text) => Rndr::set_attribute(node, name, text),
            None => Rndr::remove_attribute(node, name),
        },
    }
    *shown = content;
}

/// A listener of an element in the document, for as long as it lives: events may still come to an element that is gone.
pub(crate) struct Listening {
    node: Node,
    event: Cow<'static, str>,
    captures: bool,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listening {
    pub(crate) fn start(node: &Node, listener: Listener) -> Self {
        let Listener {
            event,
            captures,
            owner,
            mut handler,
        } = listener;
        let handler = Closure::new(move |event| owner.with(|| handler(event)));
        // It fails only for what is no function.
        let _ = node.add_event_listener_with_callback_and_bool(
            &event,
            handler.as_ref().unchecked_ref(),
            captures,
        );
        Self {
            node: node.clone(),
            event,
            captures,
            handler,
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        let _ = self.node.remove_event_listener_with_callback_and_bool(
            &self.event,
            handler,
            self.captures,
        );
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &Node, marker: Option<&web_sys::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        place::insert_before(&self.node, child)
    }

    fn elements(&self) -> Vec<Node> {
        Vec::new()
    }
}
