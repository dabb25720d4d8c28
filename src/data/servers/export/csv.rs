//! Writes CSV (RFC 4180) that is safe to open in a spreadsheet.

/// Tells a spreadsheet that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// What makes a spreadsheet take a cell for a formula; the wide forms do so where Chinese or Japanese is set.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// Where programs that do not separate by commas, or read quotes in their own way, may see a cell begin.
const OTHER_SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// Lines of CSV, one for each row, with a byte order mark before the first. Cells that a spreadsheet would take for
/// a formula get a leading apostrophe, which makes them text.
#[must_use]
pub fn lines<'a>(rows: impl Iterator<Item = &'a [String]>) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            push_cell(&mut text, &harmless(cell));
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    let special =
        |character| matches!(character, ',' | '"') || OTHER_SEPARATORS.contains(&character);
    if !cell.contains(special) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// The cell with an apostrophe before whatever would start a formula: at its beginning, and after each character at which
/// some program may cut it in two.
fn harmless(cell: &str) -> String {
    let mut harmless = String::with_capacity(cell.len());
    if cell.starts_with(['\t', '\r', '\n']) {
        harmless.push('\'');
    }
    for piece in cell.split_inclusive(OTHER_SEPARATORS) {
        if starts_formula(piece) {
            harmless.push('\'');
        }
        harmless.push_str(piece);
    }
    harmless
}

/// Whether a spreadsheet may take the text for a formula: some overlook what cannot be seen before the sign, and quotes.
fn starts_formula(text: &str) -> bool {
    text.trim_start_matches(is_overlooked)
        .starts_with(FORMULA_SIGNS)
}

fn is_overlooked(character: char) -> bool {
    let invisible = matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | BYTE_ORDER_MARK
    );
    invisible || character == '"' || character.is_whitespace() || character.is_control()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn written(rows: &[Vec<String>]) -> String {
        lines(rows.iter().map(Vec::as_slice))
    }

    /// A reader by the letter of RFC 4180.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let text = text
            .strip_prefix(BYTE_ORDER_MARK)
            .expect("the mark comes first");
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            match (quoted, character) {
                (true, '"') if characters.peek() == Some(&'"') => {
                    characters.next();
                    cell.push('"');
                }
                (_, '"') => quoted = !quoted,
                (false, ',') => row.push(std::mem::take(&mut cell)),
                (false, '\r') => assert_eq!(characters.peek(), Some(&'\n'), "a bare CR"),
                (false, '\n') => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                _ => cell.push(character),
            }
        }
        assert!(!quoted && row.is_empty() && cell.is_empty());
        rows
    }

    /// Texts that are more hostile than chance makes them.
    fn any_cell() -> impl Strategy<Value = String> {
        let hostile = prop::sample::select(vec![
            "=",
            "+",
            "-",
            "@",
            "＝",
            "'",
            "\"",
            ",",
            ";",
            "\t",
            "\r",
            "\n",
            "\r\n",
            " ",
            "\0",
            "\u{feff}",
            "\u{200b}",
            "\u{a0}",
            "1+1",
            "máy",
            "ម៉ា",
        ]);
        prop_oneof![
            any::<String>(),
            vec(hostile, 0..8).prop_map(|pieces| pieces.concat()),
        ]
    }

    #[test]
    fn a_sign_at_the_start_of_a_cell_is_made_text() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("-1", "'-1"),
            ("+84 24 1234", "'+84 24 1234"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("  =1", "'  =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\t=1", "\"'\t'=1\""),
            ("\rx", "\"'\rx\""),
            ("a;=1", "\"a;'=1\""),
            ("\";=1", "\"\"\";'=1\""),
            ("web-01", "web-01"),
            ("a=b, c", "\"a=b, c\""),
            ("", ""),
        ] {
            let row = [cell.to_owned()];
            let expected = ["\u{feff}", expected, "\r\n"].concat();
            assert_eq!(lines([row.as_slice()].into_iter()), expected, "{cell:?}");
        }
    }

    #[test]
    fn only_the_first_mark_is_the_files() {
        let rows = [vec!["\u{feff}".to_owned(), "\u{feff}máy".to_owned()]];
        assert_eq!(read(&written(&rows)), rows);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(rows in vec(vec(any_cell(), 1..5), 0..5)) {
            let expected: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|cell| harmless(cell)).collect())
                .collect();
            prop_assert_eq!(read(&written(&rows)), expected);
        }

        #[test]
        fn only_apostrophes_are_added(cell in any_cell()) {
            let without = |text: &str| text.replace('\'', "");
            prop_assert_eq!(without(&harmless(&cell)), without(&cell));
        }

        #[test]
        fn no_cell_starts_a_formula(rows in vec(vec(any_cell(), 1..5), 0..5)) {
            for cell in read(&written(&rows)).concat() {
                prop_assert!(!starts_formula(&cell) && !cell.starts_with(['\t', '\r', '\n']), "{cell:?}");
            }
        }

        #[test]
        fn nor_where_other_programs_may_cut_it(cell in any_cell()) {
            for piece in harmless(&cell).split(OTHER_SEPARATORS) {
                prop_assert!(!starts_formula(piece), "{piece:?}");
            }
        }
    }
}
