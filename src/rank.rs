//! How well a few typed letters fit a text.
//!
//! Our own: of the libraries that rank so, the one that is kept up is under a licence that binds whoever hosts the page,
//! and brings tables and working memory for files by the million.

/// What a letter is worth that is found.
const FOUND: i32 = 1;
/// What it is worth more where it follows the letter before it: more than anything that could be leapt to.
const NEXT: i32 = 7;
/// What it is worth more at the beginning of a word.
const BEGINNING: i32 = 6;
/// What it is worth more at the beginning of the text.
const FIRST: i32 = 2;
/// What it costs to leave letters out, inside of words.
const LEAP: i32 = 5;
/// Twice what each letter has to be worth, so that they belong together; those that follow each other are worth more.
const ENOUGH: i32 = 5;

/// How well `typed` fits `text`, the more the better; `None` where it does not. Every word that is typed is found, in
/// whatever order, its letters one after the other in `text`; letters that are left out cost, so that letters which
/// happen to be there do not fit. Capitals and accents have to be taken off both before.
#[must_use]
pub fn fit(typed: &str, text: &str) -> Option<i32> {
    let text: Vec<char> = text.chars().collect();
    typed
        .split_whitespace()
        .map(|word| fit_word(word, &text))
        .try_fold(0, |sum, fit| Some(sum + fit?))
}

/// How well the letters of one word fit. `best[at]`: the most that the letters so far are worth with the last of them at
/// `at`.
fn fit_word(word: &str, text: &[char]) -> Option<i32> {
    let mut letters = word.chars();
    let first = letters.next()?;
    let mut best: Vec<Option<i32>> = (0..text.len())
        .map(|at| (text[at] == first).then(|| FOUND + beginning(text, at)))
        .collect();
    for letter in letters {
        best = with_letter(letter, text, &best);
    }
    let enough = word.chars().fold(0, |sum, _| sum + ENOUGH) - LEAP;
    let best = best.into_iter().flatten().max();
    let fit = best.filter(|fit| *fit > 0 && 2 * fit >= enough)?;
    Some(if is_beginning(word, text) {
        fit + BEGINNING
    } else {
        fit
    })
}

/// Whether a word of `text` begins with all of `word`.
fn is_beginning(word: &str, text: &[char]) -> bool {
    let word: Vec<char> = word.chars().collect();
    let mut parts = text.windows(word.len()).enumerate();
    parts.any(|(at, part)| part == word && beginning(text, at) > 0)
}

/// What is best once `letter` is found, too.
fn with_letter(letter: char, text: &[char], before: &[Option<i32>]) -> Vec<Option<i32>> {
    let mut best_yet = None;
    let mut best = Vec::with_capacity(text.len());
    for (at, character) in text.iter().enumerate() {
        let next = at.checked_sub(1).and_then(|at| before[at]);
        let next = next.map(|fit| fit + NEXT);
        let begins = beginning(text, at);
        let leap = best_yet.map(|fit| fit + if begins > 0 { begins } else { -LEAP });
        let found = next.max(leap).map(|fit| fit + FOUND);
        best.push(found.filter(|_| *character == letter));
        best_yet = best_yet.max(at.checked_sub(1).and_then(|at| before[at]));
    }
    best
}

/// What the place is worth where a letter stands.
fn beginning(text: &[char], at: usize) -> i32 {
    match at.checked_sub(1).map(|at| text[at]) {
        None => BEGINNING + FIRST,
        Some(before) if !before.is_alphanumeric() => BEGINNING,
        Some(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::fit;

    /// Of these texts those that fit, the best first.
    fn ranked(typed: &str, texts: &[&'static str]) -> Vec<&'static str> {
        let mut found: Vec<_> = texts
            .iter()
            .filter_map(|text| Some((fit(typed, text)?, *text)))
            .collect();
        found.sort_by_key(|(fit, _)| -fit);
        found.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn a_beginning_fits_better_than_a_middle() {
        let servers = ["old-web", "web-01", "cobweb"];
        assert_eq!(ranked("web", &servers), ["web-01", "old-web", "cobweb"]);
    }

    #[test]
    fn a_whole_word_fits_better_than_first_letters() {
        let offers = ["boot log: shop", "stop: blog"];
        assert_eq!(ranked("blog", &offers), ["stop: blog", "boot log: shop"]);
    }

    #[test]
    fn first_letters_and_parts_of_words_find_a_server() {
        let servers = ["db-primary", "db-replica-02", "web-01"];
        assert_eq!(ranked("dr2", &servers), ["db-replica-02"]);
        assert_eq!(ranked("w01", &servers), ["web-01"]);
        assert_eq!(ranked("dbprim", &servers), ["db-primary"]);
        assert_eq!(ranked("rplca", &servers), ["db-replica-02"]);
    }

    #[test]
    fn letters_in_a_row_fit_as_well_whatever_follows() {
        assert_eq!(fit("boot", "boot log"), fit("boot", "boot log: shop-test"));
    }

    #[test]
    fn words_may_come_in_any_order() {
        assert!(fit("web stop", "stop: web-01").is_some());
        assert!(fit("stop web", "stop: web-01").is_some());
        assert!(fit("stop db", "stop: web-01").is_none());
    }

    #[test]
    fn letters_that_happen_to_be_there_do_not_fit() {
        let name = "analytics-warehouse-nightly-batch-processing-cluster-node-00001";
        assert_eq!(fit("token", name), None);
        assert_eq!(fit("web-01", name), None);
        assert!(fit("warehouse", name).is_some());
    }

    #[test]
    fn nothing_typed_fits_everything_alike() {
        assert_eq!(fit("", "web"), Some(0));
        assert_eq!(fit("  ", ""), Some(0));
    }

    proptest::proptest! {
        #[test]
        fn every_part_of_a_text_fits_it(text in "[a-zក-អ0-9]{1,40}", from in 0_usize..40, length in 1_usize..40) {
            let part: String = text.chars().skip(from).take(length).collect();
            proptest::prop_assert!(fit(&part, &text).is_some());
        }

        #[test]
        fn whatever_is_typed_it_answers(typed in ".{0,20}", text in ".{0,40}") {
            let _ = fit(&typed, &text);
        }

        #[test]
        fn what_is_not_there_does_not_fit(typed in "[0-9]{1,5}", text in "[a-z ]{0,40}") {
            proptest::prop_assert_eq!(fit(&typed, &text), None);
        }
    }
}
