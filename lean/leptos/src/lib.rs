//! Leptos, with one type for all elements: see Cargo.toml.

pub mod any;
pub mod attached;
mod dynamic;
pub mod element;
pub mod follow;
pub mod list;
mod place;
pub mod relay;
mod render_html;
pub mod shown;
mod state;
pub mod template;
mod text;
pub mod value;
pub mod values;

pub use upstream::*;

/// What `view!` does to a closure so that there is one type for all: here elements see to that.
#[doc(hidden)]
pub fn __as_shared_reactive_fn<F>(closure: F) -> F {
    closure
}

/// What a file of the portal begins with.
pub mod prelude {
    pub use upstream::prelude::*;

    pub use crate::any::IntoAny;
    pub use crate::shown::{IntoRender, IntoView};
    pub use crate::value::IntoAttributeValue;
    pub use crate::values::{
        ArcRwSignal, Effect, IntoReactiveValue, Memo, NodeRef, RwSignal, Signal,
    };
}

/// The part of Leptos that draws, with elements of our own.
pub mod tachys {
    pub use upstream::tachys::*;

    /// Elements of HTML.
    pub mod html {
        pub use upstream::tachys::html::*;

        /// What `view!` calls for each element.
        pub mod element {
            pub use upstream::tachys::html::element::*;

            crate::element::elements! {
                None;
                a article aside b button caption code dd del details dialog div
                dl dt em fieldset footer form h1 h2 h3 header hr i
                img input ins kbd label legend li main mark nav ol optgroup option
                output p pre progress section select small span strong summary table tbody
                td textarea tfoot th thead time tr ul
            }
        }
    }

    /// Elements of SVG.
    pub mod svg {
        crate::element::elements! {
            Some(crate::element::SVG);
            circle g line path polyline rect svg text title
        }
    }
}
