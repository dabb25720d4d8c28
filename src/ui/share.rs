//! A part of a whole, as a bar.

use leptos::prelude::*;

/// The width of a whole bar.
const WHOLE: u64 = 1_000;
/// The narrowest bar that is still seen.
const LEAST: u64 = 12;

/// A bar that is as full as `part` is of `whole`. It repeats what a number says, so assistive technology never meets it.
#[component]
pub fn Share(
    /// How much there is.
    #[prop(into)]
    part: Signal<u64>,
    /// How much fills the bar.
    #[prop(into)]
    whole: Signal<u64>,
) -> impl IntoView {
    let width = move || width(part.get(), whole.get()).to_string();
    view! {
        <svg class="share" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="share__whole" width=WHOLE.to_string() height="8" />
            <rect class="share__part" width=width height="8" />
        </svg>
    }
}

/// How wide the part is. What is there is seen, however little it is.
pub(super) fn width(part: u64, whole: u64) -> u64 {
    let exact = u128::from(part) * u128::from(WHOLE) / u128::from(whole.max(1));
    let width = u64::try_from(exact).unwrap_or(WHOLE).min(WHOLE);
    if part > 0 { width.max(LEAST) } else { width }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_wide_as_its_part() {
        assert_eq!([width(1, 2), width(2, 2), width(3, 2)], [500, 1_000, 1_000]);
        assert_eq!([width(0, 5), width(0, 0)], [0, 0]);
        assert_eq!(width(u64::MAX, u64::MAX), 1_000);
    }

    #[test]
    fn the_smallest_part_is_seen() {
        assert_eq!(width(1, 10_000), LEAST);
    }
}
