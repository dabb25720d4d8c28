//! One language's words, as `tools/page/words.mjs` writes them: in two files for the portal, those of the first visit and
//! those that follow with the first piece, and in one for the program of the sign-in. Each has the language's tag on the first
//! line, the number of its words on the second, then a line for each word. A word with plural forms has them on its line,
//! category and text in turn, parted by tabs.

/// How many words there are in each file.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    /// Those that the program begins with.
    pub(super) first: usize,
    /// All others.
    pub(super) later: usize,
}

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Catalogue {
    /// The language's tag (BCP 47), such as `vi`.
    pub(super) language: &'static str,
    lines: Vec<&'static str>,
}

impl Catalogue {
    /// Reads a file of the first words. `None` when it is not one, or belongs to another build of the portal
    /// (it does not hold as many words as `counts` says).
    ///
    /// The text lives as long as the page: a reader sees a handful of languages at most, and words that are
    /// `'static` cost no copy wherever they are shown.
    pub(super) fn parse(file: &str, counts: Counts) -> Option<Self> {
        let mut lines = lines_of(file, counts.first)?;
        let language = lines.next()?;
        Some(Self {
            language,
            lines: lines.skip(1).collect(),
        })
    }

    /// With all others, out of their file, after the first ones. `None` under the same conditions, and when they are of
    /// another language.
    pub(super) fn with_later(mut self, file: &str, counts: Counts) -> Option<Self> {
        let mut lines = lines_of(file, counts.later)?;
        if lines.next()? != self.language {
            return None;
        }
        self.lines.truncate(counts.first);
        self.lines.extend(lines.skip(1));
        Some(self)
    }

    /// Whether all words are there.
    pub(super) fn is_whole(&self, counts: Counts) -> bool {
        self.lines.len() >= counts.first + counts.later
    }

    /// The text of a word; empty for one that is not there.
    pub(super) fn text(&self, line: u16) -> &'static str {
        self.lines
            .get(usize::from(line))
            .copied()
            .unwrap_or_default()
    }
}

/// The lines of a file that holds so many words.
fn lines_of(file: &str, word_count: usize) -> Option<std::str::Lines<'static>> {
    let mut lines = file.lines().skip(1);
    let stated: usize = lines.next()?.parse().ok()?;
    let is_whole = stated == word_count && lines.count() == word_count;
    is_whole.then(|| String::leak(file.to_owned()).lines())
}

/// The form for a plural `category` out of a word's line, or the form `other`, which every language has.
pub(super) fn form(forms: &'static str, category: &str) -> &'static str {
    let mut other = forms;
    let mut parts = forms.split('\t');
    while let (Some(name), Some(text)) = (parts.next(), parts.next()) {
        if name == category {
            return text;
        }
        if name == "other" {
            other = text;
        }
    }
    other
}

/// What stands around a text that is to be laid out by itself, in its own direction.
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// Whether a text is written from the right: it holds letters of such a script, or signs that change the direction. `None`
/// for one without letters.
fn runs_left(text: &str) -> Option<bool> {
    let mut runs_left = None;
    let mut is_name = false;
    for sign in text.chars() {
        match sign {
            '{' | '}' => is_name = sign == '{',
            '\u{590}'..='\u{8ff}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}' => return Some(true),
            _ if !is_name && sign.is_alphabetic() => runs_left = Some(false),
            _ => {}
        }
    }
    runs_left
}

/// `text` with every `{name}` replaced by its value. A value that itself holds braces stays as it is. One that is written
/// from the other side than the text is set apart from it: neither scrambles the other (Unicode, Bidirectional Algorithm).
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, rest))
        });
        match value {
            Some((value, after)) => {
                let [start, end] = match (runs_left(text), runs_left(value)) {
                    (Some(around), Some(within)) if around != within => ISOLATE,
                    _ => [""; 2],
                };
                for part in [start, value, end] {
                    filled.push_str(part);
                }
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTS: Counts = Counts { first: 2, later: 2 };

    #[test]
    fn a_language_is_read_in_steps() {
        let first = Catalogue::parse("vi\n2\nMáy chủ\none\ta\tother\tb\n", COUNTS).unwrap();
        assert_eq!(first.language, "vi");
        assert_eq!(first.text(0), "Máy chủ");
        assert_eq!(form(first.text(1), "one"), "a");
        assert_eq!(first.text(2), "");
        assert!(!first.is_whole(COUNTS));
        let whole = first.with_later("vi\n2\nMật khẩu\nHồ sơ\n", COUNTS);
        let whole = whole.unwrap();
        assert!(whole.is_whole(COUNTS));
        assert_eq!(whole.text(2), "Mật khẩu");
        assert_eq!(whole.text(3), "Hồ sơ");
        assert_eq!(whole.text(9), "");
    }

    #[test]
    fn a_file_of_another_build_or_language_is_refused() {
        for file in [
            "vi\n2\nMáy chủ\n",
            "vi\n1\nMáy chủ\n",
            "<!doctype html>",
            "",
        ] {
            assert_eq!(Catalogue::parse(file, COUNTS), None, "{file}");
        }
        let first = Catalogue::parse("vi\n2\na\nb\n", COUNTS).unwrap();
        for file in ["km\n1\nc\n", "vi\n3\nc\nd\ne\n", "vi\n1\n", ""] {
            assert_eq!(first.clone().with_later(file, COUNTS), None, "{file}");
        }
    }

    #[test]
    fn a_missing_category_falls_back_to_other() {
        assert_eq!(form("one\ta server\tother\tservers", "few"), "servers");
        assert_eq!(form("plain", "one"), "plain");
    }

    #[test]
    fn a_value_of_another_direction_is_set_apart() {
        let filled = |text, name| fill(text, &[("name", name)]);
        assert_eq!(filled("Stop {name}?", "web-01"), "Stop web-01?");
        assert_eq!(filled("Stop {name}?", "שרת"), "Stop \u{2068}שרת\u{2069}?");
        assert_eq!(
            filled("Tắt {name}?", "a\u{202e}b"),
            "Tắt \u{2068}a\u{202e}b\u{2069}?"
        );
        assert_eq!(
            filled("إيقاف {name}؟", "web-01"),
            "إيقاف \u{2068}web-01\u{2069}؟"
        );
        assert_eq!(filled("إيقاف {name}؟", "خادم"), "إيقاف خادم؟");
        assert_eq!(filled("إيقاف {name}؟", "12"), "إيقاف 12؟");
        assert_eq!(filled("{name} 2026", "يناير"), "يناير 2026");
    }

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "2")]), "{b} of 2");
        assert_eq!(fill("{unknown} {", &[("a", "1")]), "{unknown} {");
    }

    proptest::proptest! {
        #[test]
        fn no_file_breaks_it(file in "(vi\n[0-9]\n)?.*", first in 0_usize..5) {
            let counts = Counts { first, ..COUNTS };
            let _ = Catalogue::parse(&file, counts).and_then(|words| words.with_later(&file, counts));
        }

        #[test]
        fn no_text_breaks_filling(text in "[{}a-c]*", value in ".*") {
            let named = text.contains("{a}");
            let filled = fill(&text, &[("a", &value)]);
            proptest::prop_assert!(!named || filled.contains(&value));
        }
    }
}
