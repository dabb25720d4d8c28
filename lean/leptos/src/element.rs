//! An element of a view, before it stands in the document.

use std::borrow::Cow;

use send_wrapper::SendWrapper;
use upstream::prelude::*;
use upstream::tachys::html::event::EventDescriptor;
use upstream::tachys::view::any_view::AnyView;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::shown::IntoRender;
use crate::value::{IntoValue, Value};
use crate::values::{AnyReference, NodeRef};

pub(crate) const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with what it has and what is in it, in the order in which `view!` names it. It is one address, however much it
/// has: `view!` hands it on from word to word.
pub struct Element(pub(crate) Box<Described>);

/// What an element is to be.
pub(crate) struct Described {
    pub(crate) tag: &'static str,
    pub(crate) namespace: Option<&'static str>,
    pub(crate) parts: SendWrapper<Vec<Part>>,
    pub(crate) content: Option<AnyView>,
}

/// What an element has beside its content.
pub(crate) enum Part {
    Attribute(&'static str, Value),
    Property(&'static str, Value),
    Listener(Listener),
    Reference(AnyReference),
}

/// What is called when something happens to an element.
pub(crate) struct Listener {
    pub(crate) event: Cow<'static, str>,
    pub(crate) captures: bool,
    pub(crate) owner: Owner,
    pub(crate) handler: Box<dyn FnMut(Event)>,
}

impl Listener {
    /// One that calls `handler` with each `event`, for whoever makes it now.
    pub(crate) fn new<E>(event: E, mut handler: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        let handler = Box::new(move |event: Event| handler(event.unchecked_into()));
        Self::of(event.name(), E::CAPTURE, handler)
    }

    /// The same for all kinds of events.
    #[inline(never)]
    fn of(event: Cow<'static, str>, captures: bool, handler: Box<dyn FnMut(Event)>) -> Self {
        Self {
            event,
            captures,
            owner: Owner::current().unwrap_or_default(),
            handler,
        }
    }
}

impl Element {
    pub(crate) fn new(tag: &'static str, namespace: Option<&'static str>) -> Self {
        let parts = SendWrapper::new(Vec::new());
        Self(Box::new(Described {
            tag,
            namespace,
            parts,
            content: None,
        }))
    }

    pub(crate) fn with(mut self, part: Part) -> Self {
        self.0.parts.push(part);
        self
    }

    /// With an attribute that stays: most are, and what is called by so many is to be called by little.
    #[inline(never)]
    pub(crate) fn with_text(self, name: &'static str, text: &'static str) -> Self {
        self.with(Part::Attribute(name, Value::Fixed(text.into())))
    }

    /// What is in the element.
    pub fn child(self, content: impl IntoRender) -> Self {
        self.holding(content.into_render())
    }

    #[inline(never)]
    fn holding(mut self, content: AnyView) -> Self {
        self.0.content = Some(content);
        self
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.describe(self, name)
    }

    /// A property of the element in the document.
    pub fn prop(self, name: &'static str, value: impl IntoValue) -> Self {
        self.with(Part::Property(name, value.into_value()))
    }

    /// Calls `handler` with each `event`.
    pub fn on<E>(self, event: E, handler: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.with(Part::Listener(Listener::new(event, handler)))
    }

    /// Tells `reference` the element in the document.
    pub fn node_ref<E: 'static>(self, reference: NodeRef<E>) -> Self {
        self.with(Part::Reference(reference.any))
    }
}

/// A function for each attribute that `view!` calls by its name.
macro_rules! attributes {
    ($($function:ident $name:literal)*) => {
        impl Element {
            $(
                #[doc = concat!("The attribute `", $name, "`.")]
                pub fn $function(self, value: impl IntoValue) -> Self {
                    self.attr($name, value)
                }
            )*
        }
    };
}

/// A function for each element.
macro_rules! elements {
    ($namespace:expr; $($tag:ident)*) => {
        $(
            #[doc = concat!("A `", stringify!($tag), "`.")]
            pub fn $tag() -> crate::element::Element {
                crate::element::Element::new(stringify!($tag), $namespace)
            }
        )*
    };
}

pub(crate) use elements;

attributes! {
    class "class"
    style "style"
    role "role"
    autofocus "autofocus"
    r#type "type"
    novalidate "novalidate"
    tabindex "tabindex"
    id "id"
    href "href"
    hidden "hidden"
    lang "lang"
    dir "dir"
    title "title"
    name "name"
    value "value"
    placeholder "placeholder"
    autocomplete "autocomplete"
    autocapitalize "autocapitalize"
    autocorrect "autocorrect"
    spellcheck "spellcheck"
    disabled "disabled"
    required "required"
    readonly "readonly"
    checked "checked"
    selected "selected"
    multiple "multiple"
    min "min"
    max "max"
    minlength "minlength"
    maxlength "maxlength"
    pattern "pattern"
    inputmode "inputmode"
    enterkeyhint "enterkeyhint"
    rows "rows"
    cols "cols"
    r#for "for"
    label "label"
    open "open"
    target "target"
    rel "rel"
    download "download"
    datetime "datetime"
    scope "scope"
    colspan "colspan"
    rowspan "rowspan"
    width "width"
    height "height"
    src "src"
    alt "alt"
    action "action"
    method "method"
    list "list"
    popover "popover"
    popovertarget "popovertarget"
    popovertargetaction "popovertargetaction"
    translate "translate"
    inert "inert"
    draggable "draggable"
    form "form"
    r#loop "loop"
    referrerpolicy "referrerpolicy"
    headers "headers"
    aria_activedescendant "aria-activedescendant"
    aria_atomic "aria-atomic"
    aria_autocomplete "aria-autocomplete"
    aria_busy "aria-busy"
    aria_checked "aria-checked"
    aria_controls "aria-controls"
    aria_current "aria-current"
    aria_describedby "aria-describedby"
    aria_disabled "aria-disabled"
    aria_errormessage "aria-errormessage"
    aria_expanded "aria-expanded"
    aria_haspopup "aria-haspopup"
    aria_hidden "aria-hidden"
    aria_invalid "aria-invalid"
    aria_keyshortcuts "aria-keyshortcuts"
    aria_label "aria-label"
    aria_labelledby "aria-labelledby"
    aria_level "aria-level"
    aria_live "aria-live"
    aria_modal "aria-modal"
    aria_multiselectable "aria-multiselectable"
    aria_orientation "aria-orientation"
    aria_owns "aria-owns"
    aria_pressed "aria-pressed"
    aria_readonly "aria-readonly"
    aria_relevant "aria-relevant"
    aria_required "aria-required"
    aria_roledescription "aria-roledescription"
    aria_rowcount "aria-rowcount"
    aria_rowindex "aria-rowindex"
    aria_colcount "aria-colcount"
    aria_colindex "aria-colindex"
    aria_rowspan "aria-rowspan"
    aria_posinset "aria-posinset"
    aria_selected "aria-selected"
    aria_setsize "aria-setsize"
    aria_sort "aria-sort"
    aria_valuemax "aria-valuemax"
    aria_valuemin "aria-valuemin"
    aria_valuenow "aria-valuenow"
    aria_valuetext "aria-valuetext"
    aria_details "aria-details"
}
