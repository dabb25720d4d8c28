//! What people keep, as text: for each of them a line that says whose it is, then a line for each thing, its parts with
//! tabs between them.

use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::{
    DRAWING, Everybodys, Kept, LONGEST_NAME, MOST_PINS, MOST_VIEWS, SavedView, one_line, search_of,
};
use crate::browser::address::value_of;
use crate::data::servers::ListView;
use crate::paths::RESERVED;

/// Of how many people something is kept.
const MOST_PEOPLE: usize = 10;

/// `all` as text.
pub(super) fn write(all: &Everybodys) -> String {
    let mut text = String::new();
    for (owner, kept) in all.iter().take(MOST_PEOPLE) {
        line(&mut text, &["@", owner]);
        for view in &kept.views {
            line(
                &mut text,
                &["view\t", &one_line(&view.name), "\t", &view.search],
            );
        }
        if !kept.opens.is_empty() {
            line(&mut text, &["opens\t", &one_line(&kept.opens)]);
        }
        for id in &kept.pins {
            let id = utf8_percent_encode(id, RESERVED).to_string();
            line(&mut text, &["pin\t", &id]);
        }
    }
    text
}

fn line(text: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| text.push_str(part));
    text.push('\n');
}

/// What `text` holds. Whatever makes no sense there is left out.
pub(super) fn read(text: &str) -> Everybodys {
    let mut all = Everybodys::new();
    for line in text.split('\n') {
        if let Some(owner) = line.strip_prefix('@') {
            all.push((owner.to_owned(), Kept::default()));
        } else if let (Some((_, kept)), Some((kind, rest))) =
            (all.last_mut(), line.split_once('\t'))
        {
            take(kept, kind, rest);
        }
    }
    all.truncate(MOST_PEOPLE);
    for (_, kept) in &mut all {
        if kept.view(&kept.opens).is_none() {
            kept.opens.clear();
        }
    }
    all
}

fn take(kept: &mut Kept, kind: &str, rest: &str) {
    match kind {
        "view" => {
            let view = rest
                .split_once('\t')
                .and_then(|(name, search)| view(name, search));
            if let Some(view) = view.filter(|_| kept.views.len() < MOST_VIEWS) {
                kept.save(view);
            }
        }
        "opens" => rest.clone_into(&mut kept.opens),
        "pin" => {
            let id = percent_decode_str(rest).decode_utf8_lossy();
            if !id.is_empty() && kept.pins.len() < MOST_PINS {
                kept.pin(&id, true);
            }
        }
        _ => {}
    }
}

/// A view, its address written as the portal itself writes it: what is kept leads nowhere else.
fn view(name: &str, search: &str) -> Option<SavedView> {
    let is_name = !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME;
    let parameter = |name: &str| value_of(search, name);
    let drawing = parameter(DRAWING).unwrap_or_default();
    is_name.then(|| SavedView {
        name: one_line(name),
        search: search_of(&ListView::from_address(parameter), &drawing),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_has_their_own() {
        let text = "@an demo\nview\tStopped\t?status=SHUTOFF&as=table\nopens\tStopped\n@binh demo\npin\t1\npin\t2\n";
        let all = read(text);
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].1.opens, "Stopped");
        assert!(all[0].1.pins.is_empty());
        assert_eq!(all[1].1.pins, ["1", "2"]);
        assert_eq!(write(&all), text);
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        for line in [
            "view\tname",
            "view\t \t?as=grid",
            "opens\tnobody",
            "pin\t",
            "pin",
            "other\tthing",
            &["view\t", &"x".repeat(61), "\t?as=grid"].concat(),
        ] {
            assert_eq!(
                read(&["@o\n", line].concat()),
                [(String::from("o"), Kept::default())],
                "{line}"
            );
        }
        assert!(read("view\ta\t?as=grid\npin\t1").is_empty());
    }

    #[test]
    fn a_view_leads_nowhere_else() {
        for search in [
            "https://evil.example",
            "//evil.example/?q=a#b",
            "?q=a#/../..",
            "\\evil",
        ] {
            let all = read(&["@o\nview\ta\t", search].concat());
            let kept = &all[0].1.views[0].search;
            assert!(
                kept.starts_with('?') && !kept.contains(['#', '/', '\\']),
                "{kept}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_back(
            names in proptest::collection::btree_set("[\\PC]{0,20}[^\\s\\p{C}]", 0..5),
            pins in proptest::collection::btree_set("(?s).{1,20}", 0..5),
            query in "\\PC{0,10}", table: bool, opens in 0_usize..5, owner in "[a-z@. ]{0,20}",
        ) {
            let view = ListView { search: query.trim().to_owned(), ..ListView::default() };
            let search = search_of(&view, if table { "table" } else { "grid" });
            let names: Vec<String> = names.into_iter().collect();
            let mut kept = Kept {
                opens: names.get(opens).cloned().unwrap_or_default(),
                pins: pins.into_iter().collect(),
                ..Kept::default()
            };
            names.into_iter().for_each(|name| kept.save(SavedView { name, search: search.clone() }));
            let all = vec![(owner, kept)];
            prop_assert_eq!(read(&write(&all)), all);
        }

        #[test]
        fn nothing_kept_breaks_it(kept in "(?s)(@|view|pin|opens|\t|\n|\\?|as=|.){0,60}") {
            let all = read(&kept);
            prop_assert_eq!(read(&write(&all)), all);
        }
    }
}
