//! What an attribute or a property holds.

use std::borrow::Cow;

use wasm_bindgen::JsValue;

use crate::element::{Element, Part};
use crate::values::{Held, Memo, RwSignal, Signal};

/// A value, or how to read one that changes.
pub enum Value {
    /// It stays.
    Fixed(Content),
    /// What it reads tells when it changes.
    Changing(Box<dyn Fn() -> Content>),
}

/// What a value is at one time.
#[derive(PartialEq)]
pub enum Content {
    /// There is none.
    Absent,
    /// It is there or not.
    Flag(bool),
    /// A text.
    Text(Cow<'static, str>),
}

impl Content {
    /// As an attribute: its text, or `None` where the element must not have it.
    pub(crate) fn attribute(&self) -> Option<&str> {
        match self {
            Content::Absent | Content::Flag(false) => None,
            Content::Flag(true) => Some(""),
            Content::Text(text) => Some(text),
        }
    }

    /// As a property.
    pub(crate) fn property(&self) -> JsValue {
        match self {
            Content::Absent => JsValue::UNDEFINED,
            Content::Flag(flag) => JsValue::from_bool(*flag),
            Content::Text(text) => JsValue::from_str(text),
        }
    }
}

/// What can be given to an attribute or a property.
pub trait IntoValue: Sized {
    /// In the one form that elements take.
    fn into_value(self) -> Value;

    /// Gives it to the attribute `name` of `element`.
    fn describe(self, element: Element, name: &'static str) -> Element {
        element.with(Part::Attribute(name, self.into_value()))
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Fixed(self.into())
    }

    fn describe(self, element: Element, name: &'static str) -> Element {
        element.with_text(name, self)
    }
}

impl From<&'static str> for Content {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

/// What `view!` does to the value of an attribute.
pub trait IntoAttributeValue {
    /// In the one form that elements take.
    fn into_attribute_value(self) -> Value;
}

impl<T: IntoValue> IntoAttributeValue for T {
    fn into_attribute_value(self) -> Value {
        self.into_value()
    }
}

macro_rules! contents {
    ($($kind:ty: $value:ident => $content:expr;)*) => {
        $(
            impl From<$kind> for Content {
                fn from($value: $kind) -> Self {
                    $content
                }
            }

            impl IntoValue for $kind {
                fn into_value(self) -> Value {
                    Value::Fixed(self.into())
                }
            }
        )*
    };
}

contents! {
    bool: flag => Content::Flag(flag);
    String: text => Content::Text(text.into());
    u8: number => Content::Text(number.to_string().into());
    u32: number => Content::Text(number.to_string().into());
    usize: number => Content::Text(number.to_string().into());
}

impl<T: Into<Content>> From<Option<T>> for Content {
    fn from(value: Option<T>) -> Self {
        value.map_or(Content::Absent, Into::into)
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Fixed(Content::Absent), T::into_value)
    }
}

macro_rules! signals {
    ($($kind:ident)*) => {
        $(
            impl<T: Into<Content> + Clone + Held> IntoValue for $kind<T> {
                fn into_value(self) -> Value {
                    Value::Changing(Box::new(move || self.get().into()))
                }
            }
        )*
    };
}

signals! { Memo RwSignal Signal }

impl<F, T> IntoValue for F
where
    F: Fn() -> T + 'static,
    T: Into<Content>,
{
    fn into_value(self) -> Value {
        Value::Changing(Box::new(move || self().into()))
    }
}
