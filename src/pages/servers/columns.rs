//! Which columns the table shows: all but those that the person does without, in this browser.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::browser::storage;
use crate::shared::subscribed;
use crate::words::{self, Word};

/// The columns that one can do without, by the names that the style sheet knows them by.
pub(super) const COLUMNS: [(&str, Word); 5] = [
    ("status", words::SERVERS_STATUS),
    ("region", words::SERVERS_REGION),
    ("addresses", words::SERVERS_ADDRESSES),
    ("created", words::SERVERS_CREATED),
    ("expires", words::SERVERS_EXPIRES),
];

static LEFT_OUT: LazyLock<ArcRwSignal<Vec<&'static str>>> = LazyLock::new(|| {
    storage::on_change_elsewhere(storage::COLUMNS_LEFT_OUT, |kept| {
        LEFT_OUT.set(read(&kept.unwrap_or_default()));
    });
    let kept = storage::read(storage::COLUMNS_LEFT_OUT);
    ArcRwSignal::new(read(&kept.unwrap_or_default()))
});

/// The columns that are left out, with a space between. Subscribes.
pub(super) fn left_out() -> String {
    subscribed(&LEFT_OUT).with(|columns| columns.join(" "))
}

/// Whether the table shows the column. Subscribes.
pub(super) fn is_shown(column: &str) -> bool {
    subscribed(&LEFT_OUT).with(|columns| !columns.contains(&column))
}

/// Leaves the column out, or shows it again; here and in every other tab.
pub(super) fn toggle(column: &'static str) {
    let mut columns = LEFT_OUT.get_untracked();
    match columns.iter().position(|known| *known == column) {
        Some(place) => _ = columns.remove(place),
        None => columns.push(column),
    }
    match columns.is_empty() {
        true => storage::remove(storage::COLUMNS_LEFT_OUT),
        false => storage::write(storage::COLUMNS_LEFT_OUT, &columns.join(" ")),
    }
    LEFT_OUT.set(columns);
}

/// The columns that `kept` names. Whatever else it says is no column.
fn read(kept: &str) -> Vec<&'static str> {
    let known = COLUMNS.iter().map(|(column, _)| *column);
    known
        .filter(|column| kept.split(' ').any(|word| word == *column))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_a_column_is_left_out() {
        assert_eq!(read("region name created toString "), ["region", "created"]);
        assert!(read("").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn nothing_kept_breaks_it(kept in "(status|region| |\\PC){0,20}") {
            let columns = read(&kept);
            proptest::prop_assert_eq!(read(&columns.join(" ")), columns);
        }
    }
}
