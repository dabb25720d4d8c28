//! What Leptos asks of every view. None of it is ever called: the portal has no server that writes documents, and gives
//! components properties instead of attributes. For that reason no view names its elements either.

use upstream::prelude::*;
use upstream::tachys::html::attribute::Attribute;
use upstream::tachys::html::attribute::any_attribute::AnyAttribute;
use upstream::tachys::hydration::Cursor;
use upstream::tachys::view::{Position, PositionState};

use crate::dynamic::Dynamic;
use crate::element::Element;
use crate::list::List;
use crate::template::Copied;
use crate::text::Text;

macro_rules! never_written {
    ($($kind:ty)*) => {
        $(
            impl AddAnyAttr for $kind {
                type Output<More: Attribute> = $kind;

                fn add_any_attr<More: Attribute>(self, _more: More) -> $kind
                where
                    $kind: RenderHtml,
                {
                    self
                }
            }

            impl RenderHtml for $kind {
                type AsyncOutput = Self;
                type Owned = Self;

                const MIN_LENGTH: usize = 0;

                fn dry_resolve(&mut self) {}

                async fn resolve(self) -> Self {
                    self
                }

                fn to_html_with_buf(
                    self,
                    _document: &mut String,
                    _position: &mut Position,
                    _escape: bool,
                    _mark_branches: bool,
                    _attributes: Vec<AnyAttribute>,
                ) {
                }

                fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Self::State {
                    self.build()
                }

                fn into_owned(self) -> Self {
                    self
                }
            }
        )*
    };
}

never_written! { Element List Dynamic Text Copied }
