//! A text that is written anew when what it reads changes.

use std::borrow::Cow;

use upstream::prelude::*;
use upstream::tachys::renderer::Rndr;
use upstream::tachys::view::Mountable;
use web_sys::{Element, Node};

use crate::follow::{Follow, Keeps};
use crate::place;

/// How the text reads now.
pub(crate) struct Text(pub(crate) Box<dyn FnMut() -> Cow<'static, str> + Send>);

/// A text in the document.
pub struct TextState {
    node: web_sys::Text,
    _follow: Option<Follow>,
}

impl Render for Text {
    type State = TextState;

    fn build(self) -> TextState {
        let Self(mut read) = self;
        let node = Rndr::create_text_node("");
        let write = {
            let node = node.clone();
            let mut shown = Cow::Borrowed("");
            move || {
                let text = read();
                if shown != text {
                    Rndr::set_text(&node, &text);
                    shown = text;
                }
            }
        };
        let follow = Follow::new(Keeps::Nothing, Box::new(write));
        TextState {
            node,
            _follow: follow.follows_anything().then_some(follow),
        }
    }

    fn rebuild(self, state: &mut TextState) {
        place::replace(self, state);
    }
}

impl Mountable for TextState {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        place::insert_before(&self.node, child)
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}
