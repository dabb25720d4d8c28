//! The lines that are in the document: those in sight and a few around them.
//!
//! Built by hand: the rows of a log change with every frame of a scroll, and one that stays must stay untouched, so that
//! a selection in it stays, too.

use std::collections::VecDeque;
use std::ops::Range;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::model::Shown;
use crate::terminal::{Attributes, Mark, Piece, Row, Style, paint};

/// The rows in the document.
pub(super) struct DrawnRows {
    parent: HtmlElement,
    rows: VecDeque<Drawn>,
}

struct Drawn {
    /// What tells its line from all others.
    identity: usize,
    row: Row,
    element: HtmlElement,
    /// Whether its height is known to the layout.
    measured: bool,
}

impl DrawnRows {
    /// Rows in `parent`, none yet.
    pub(super) fn within(parent: HtmlElement) -> Self {
        Self {
            parent,
            rows: VecDeque::new(),
        }
    }

    /// Draws these lines and no others. Those that are drawn already are looked at only when they may have `changed`.
    pub(super) fn draw(&mut self, shown: &Shown<'_>, lines: Range<usize>, changed: bool) {
        let identities = shown.log.identity(lines.start)..shown.log.identity(lines.end);
        self.rows.retain(|drawn| {
            let stays = identities.contains(&drawn.identity);
            if !stays {
                drawn.element.remove();
            }
            stays
        });
        for (place, line) in lines.enumerate() {
            let identity = shown.log.identity(line);
            match self.rows.get_mut(place) {
                Some(drawn) if drawn.identity == identity => {
                    if changed {
                        drawn.renew(shown.row(line));
                    }
                }
                _ => self.insert(place, Drawn::new(identity, shown.row(line))),
            }
        }
    }

    fn insert(&mut self, place: usize, drawn: Drawn) {
        let next = self.rows.get(place).map(|next| &next.element);
        // Fails only where `next` has left the parent, which nothing but this file makes it do.
        let _ = self
            .parent
            .insert_before(&drawn.element, next.map(|next| next.as_ref()));
        self.rows.insert(place.min(self.rows.len()), drawn);
    }

    /// The heights in CSS pixels of rows that have not been measured since they were drawn, from the first row on.
    pub(super) fn measure(&mut self) -> Vec<(usize, i32)> {
        let rows = self.rows.iter_mut().enumerate();
        let fresh = rows.filter(|(_, drawn)| !drawn.measured);
        fresh
            .map(|(place, drawn)| {
                drawn.measured = true;
                (place, drawn.element.offset_height())
            })
            .collect()
    }

    /// The heights of all rows are unknown again.
    pub(super) fn forget_heights(&mut self) {
        for drawn in &mut self.rows {
            drawn.measured = false;
        }
    }
}

impl Drawn {
    fn new(identity: usize, row: Row) -> Self {
        Self {
            identity,
            element: element_of(&row),
            row,
            measured: false,
        }
    }

    fn renew(&mut self, row: Row) {
        if self.row == row {
            return;
        }
        let renewed = Self::new(self.identity, row);
        // Fails only for an element that has left the document.
        let _ = self.element.replace_with_with_node_1(&renewed.element);
        *self = renewed;
    }
}

fn element_of(row: &Row) -> HtmlElement {
    let line = element("div");
    line.set_class_name("log__row");
    if let Some(number) = row.number {
        // Fails only for names that are no attribute's name.
        let _ = line.set_attribute("data-number", &number.to_string());
    }
    for piece in &row.pieces {
        append(&line, piece);
    }
    if row.pieces.is_empty() {
        // A selection takes an empty line along.
        let _ = line.append_with_node_1(&element("br"));
    }
    line
}

/// Adds a piece to its line. Fails only where a node may not stand, which is nowhere in a `div`.
fn append(line: &HtmlElement, piece: &Piece) {
    let part = match piece.mark {
        None if piece.style == Style::default() => {
            let _ = line.append_with_str_1(&piece.text);
            return;
        }
        None => styled(piece.style),
        Some(mark) => marked(mark),
    };
    part.set_text_content(Some(&piece.text));
    let _ = line.append_with_node_1(&part);
}

fn marked(mark: Mark) -> HtmlElement {
    let element = element("mark");
    element.set_class_name(match mark {
        Mark::Match => "log__match",
        Mark::Current => "log__match log__match--current",
    });
    element
}

fn styled(style: Style) -> HtmlElement {
    const CLASSES: [(Attributes, &str); 4] = [
        (Attributes::BOLD, "log__bold"),
        (Attributes::ITALIC, "log__italic"),
        (Attributes::UNDERLINED, "log__underlined"),
        (Attributes::STRUCK, "log__struck"),
    ];
    let element = element("span");
    let classes = CLASSES
        .into_iter()
        .filter(|(attribute, _)| style.attributes.has(*attribute));
    let classes: Vec<_> = classes.map(|(_, class)| class).collect();
    if !classes.is_empty() {
        element.set_class_name(&classes.join(" "));
    }
    let colours = paint(style);
    for (property, colour) in [
        ("color", colours.foreground),
        ("background-color", colours.background),
    ] {
        if let Some(colour) = colour {
            // Fails only for a property that is read-only.
            let _ = element.style().set_property(property, &colour);
        }
    }
    element
}

fn element(name: &str) -> HtmlElement {
    let created: Option<Element> = document().create_element(name).ok();
    // Fails only for names that are no element's name.
    created
        .unwrap_or_else(|| wasm_bindgen::JsValue::UNDEFINED.unchecked_into())
        .unchecked_into()
}
