//! Why a control cannot be used now, and the ties between the control and the sentence that says so.

use super::{MaybeText, id::UniqueId};

/// The reason why a control cannot be used. It can when there is none.
#[derive(Clone, Copy)]
pub(super) struct Reason {
    id: UniqueId,
    /// The sentence.
    pub(super) text: MaybeText,
}

impl Reason {
    /// The reason of one control.
    pub(super) fn new(text: MaybeText) -> Self {
        Self {
            id: UniqueId::new(),
            text,
        }
    }

    /// Whether there is one. Subscribes.
    pub(super) fn is_given(self) -> bool {
        self.text.with(Option::is_some)
    }

    /// The id of the element that holds the sentence.
    pub(super) fn id(self) -> String {
        self.id.part("reason")
    }

    /// The value of the control's `aria-disabled`.
    pub(super) fn disabled(self) -> Option<&'static str> {
        self.is_given().then_some("true")
    }

    /// The value of the control's `aria-describedby`.
    pub(super) fn described_by(self) -> Option<String> {
        self.is_given().then(|| self.id())
    }
}
