//! What stands in braces in a view.

use upstream::prelude::{AnyView, IntoAny, RenderHtml};
use upstream::tachys::view::iterators::StaticVec;

use crate::dynamic::Dynamic;
use crate::element::Element;
use crate::list::List;
use crate::text::Text;
use crate::values::{Held, Memo, RwSignal, Signal};

/// What can stand in braces in a view. All of it becomes one type.
pub trait IntoRender: Sized + 'static {
    /// As a view of the one type.
    fn into_render(self) -> AnyView;

    /// The same where it is read anew each time that what it was made of has changed.
    fn changing(mut read: impl FnMut() -> Self + Send + 'static) -> AnyView {
        Dynamic::new(Box::new(move || read().into_render())).into_any()
    }
}

/// Anything that is a view.
pub trait IntoView: upstream::IntoView + IntoRender {}

impl<T: upstream::IntoView + IntoRender> IntoView for T {}

/// Views that are what they are. What Leptos would write as HTML into the document is none of them: `view!` makes that
/// of an element whose attributes are all written out.
macro_rules! views {
    ($($kind:ty)*) => {
        $(
            impl IntoRender for $kind {
                fn into_render(self) -> AnyView {
                    self.into_any()
                }
            }
        )*
    };
}

views! { () AnyView Element List StaticVec<AnyView> }

/// Natively `view!` makes tuples of several views: only the page is built with one type for all.
#[cfg(not(erase_components))]
macro_rules! tuples {
    ($($view:ident)*) => {
        impl<$($view: IntoRender),*> IntoRender for ($($view,)*) {
            #[allow(non_snake_case)]
            fn into_render(self) -> AnyView {
                let ($($view,)*) = self;
                vec![$($view.into_render()),*].into_any()
            }
        }
    };
}

#[cfg(not(erase_components))]
mod tuples {
    use super::*;

    tuples! { A }
    tuples! { A B }
    tuples! { A B C }
    tuples! { A B C D }
    tuples! { A B C D E }
    tuples! { A B C D E F }
    tuples! { A B C D E F G }
    tuples! { A B C D E F G H }
    tuples! { A B C D E F G H I }
    tuples! { A B C D E F G H I J }
    tuples! { A B C D E F G H I J K }
    tuples! { A B C D E F G H I J K L }
}

/// Views that are texts.
macro_rules! texts {
    ($($kind:ty)*) => {
        $(
            impl IntoRender for $kind {
                fn into_render(self) -> AnyView {
                    self.into_any()
                }

                fn changing(mut read: impl FnMut() -> Self + Send + 'static) -> AnyView {
                    Text(Box::new(move || read().into())).into_any()
                }
            }
        )*
    };
}

texts! { &'static str String }

impl<T: RenderHtml + IntoRender> IntoRender for upstream::prelude::View<T> {
    fn into_render(self) -> AnyView {
        self.into_inner().into_render()
    }
}

impl<T: IntoRender> IntoRender for Option<T> {
    fn into_render(self) -> AnyView {
        self.map(T::into_render).into_any()
    }
}

impl<T: IntoRender> IntoRender for Vec<T> {
    fn into_render(self) -> AnyView {
        let views: Vec<AnyView> = self.into_iter().map(T::into_render).collect();
        views.into_any()
    }
}

impl<T: IntoRender, F: FnMut() -> T + Send + 'static> IntoRender for F {
    fn into_render(self) -> AnyView {
        T::changing(self)
    }
}

/// In a view a value is shown as a closure that reads it.
macro_rules! shown {
    ($($kind:ident)*) => {
        $(
            impl<T: Held + Clone + IntoRender> IntoRender for $kind<T> {
                fn into_render(self) -> AnyView {
                    T::changing(move || self.get())
                }
            }
        )*
    };
}

shown! { Memo RwSignal Signal }
