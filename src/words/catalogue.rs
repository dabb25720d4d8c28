//! One language's words, as `tools/finish-build.mjs` writes them: the language's tag on the first line, the number
//! of words on the second, then a line for each word. A word with plural forms has them on its line, category and
//! text in turn, parted by tabs.

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Catalogue {
    /// The language's tag (BCP 47), such as `vi`.
    pub(super) language: &'static str,
    lines: Vec<&'static str>,
}

impl Catalogue {
    /// Reads a language file. `None` when it is not one, or belongs to another build of the portal (its number of
    /// words is not `word_count`).
    ///
    /// The text lives as long as the page: a reader sees a handful of languages at most, and words that are
    /// `'static` cost no copy wherever they are shown.
    pub(super) fn parse(file: &str, word_count: usize) -> Option<Self> {
        let mut lines = file.lines();
        lines.next()?;
        let stated: usize = lines.next()?.parse().ok()?;
        if stated != word_count || lines.count() != word_count {
            return None;
        }
        let mut lines = String::leak(file.to_owned()).lines();
        let language = lines.next()?;
        Some(Self {
            language,
            lines: lines.skip(1).collect(),
        })
    }

    pub(super) fn text(&self, line: u16) -> &'static str {
        self.lines
            .get(usize::from(line))
            .copied()
            .unwrap_or_default()
    }
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

/// `text` with every `{name}` replaced by its value. A value that itself holds braces stays as it is.
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
                filled.push_str(value);
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

    #[test]
    fn a_language_file_is_read() {
        let catalogue = Catalogue::parse("vi\n2\nMáy chủ\none\ta\tother\tb\n", 2).unwrap();
        assert_eq!(catalogue.language, "vi");
        assert_eq!(catalogue.text(0), "Máy chủ");
        assert_eq!(form(catalogue.text(1), "one"), "a");
        assert_eq!(catalogue.text(9), "");
    }

    #[test]
    fn a_file_of_another_build_is_refused() {
        assert_eq!(Catalogue::parse("vi\n2\nMáy chủ\n", 2), None);
        assert_eq!(Catalogue::parse("vi\n1\nMáy chủ\n", 2), None);
        assert_eq!(Catalogue::parse("<!doctype html>", 2), None);
        assert_eq!(Catalogue::parse("", 0), None);
    }

    #[test]
    fn a_missing_category_falls_back_to_other() {
        assert_eq!(form("one\ta server\tother\tservers", "few"), "servers");
        assert_eq!(form("plain", "one"), "plain");
    }

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "2")]), "{b} of 2");
        assert_eq!(fill("{unknown} {", &[("a", "1")]), "{unknown} {");
    }

    proptest::proptest! {
        #[test]
        fn no_file_breaks_it(file in ".*", count in 0_usize..5) {
            let _ = Catalogue::parse(&file, count);
        }

        #[test]
        fn no_text_breaks_filling(text in "[{}a-c]*", value in ".*") {
            let named = text.contains("{a}");
            let filled = fill(&text, &[("a", &value)]);
            proptest::prop_assert!(!named || filled.contains(&value));
        }
    }
}
