//! Whole logs: what a terminal shows of them, and that nothing in them does harm.

use std::sync::Arc;

use proptest::prelude::*;

use super::line_buffer::COLUMNS;
use super::{Attributes, Colour, Log, Mark, Rgb, Row, Search, Style};

fn log(source: &str) -> Log {
    let mut log = Log::default();
    log.update(Arc::from(source));
    log
}

fn shown(source: &str) -> String {
    log(source).text().to_owned()
}

/// The styles of the first line, with the characters that have them.
fn runs(source: &str) -> Vec<(String, Style)> {
    let log = log(source);
    let runs = log.runs(0);
    runs.map(|(place, style)| (log.text()[place].to_owned(), style))
        .collect()
}

fn style_of(codes: &str) -> Style {
    runs(&["\u{1b}[", codes, "mx"].concat())[0].1
}

#[test]
fn lines_are_what_line_feeds_end() {
    let log = log("one\r\ntwo\n\nfour");
    assert_eq!(log.text(), "one\ntwo\n\nfour");
    assert_eq!(log.len(), 4);
    assert_eq!((log.number(0), log.number(3)), (Some(1), Some(4)));
    assert_eq!(log.range(2), 8..8);
    assert_eq!(&log.text()[log.range(3)], "four");
    assert_eq!(log.range(4), log.range(99));
    assert_eq!(
        [0, 3, 4, 8, 9, 99].map(|at| log.line_at(at)),
        [0, 0, 1, 2, 3, 3]
    );
    assert_eq!(shown("a\u{b}b\u{c}c\u{85}d\u{2028}e"), "a\nb\nc\nd\ne");
    assert!(Log::default().is_empty());
    assert_eq!(super::tests::log("").len(), 0);
}

#[test]
fn a_line_is_written_over_after_a_carriage_return() {
    assert_eq!(shown("  0%\r 50%\r100%\ndone"), "100%\ndone");
    assert_eq!(shown("loading...\rok\u{1b}[K\n"), "ok\n");
    assert_eq!(shown("abc\u{8}\u{8}X\n"), "aXc\n");
    assert_eq!(shown("a\tb\tc"), "a       b       c");
    assert_eq!(
        shown(" * Starting\u{1b}[40G[ ok ]"),
        " * Starting                            [ ok ]"
    );
}

#[test]
fn what_is_no_character_is_swallowed() {
    assert_eq!(
        shown("\u{1b}]0;title\u{7}a\u{1b}[2J\u{1b}[1;1Hb\u{1b}(B\u{0}\u{7f}\u{9f}x\u{9c}c"),
        "abc"
    );
    assert_eq!(
        shown("user\u{202e}gpj.exe\u{202c}\u{2066}x\u{2069}"),
        "usergpj.exex"
    );
    assert_eq!(
        shown("\u{1b}]8;;javascript:alert(1)\u{1b}\\link\u{1b}]8;;\u{1b}\\"),
        "link"
    );
    assert_eq!(shown("\u{1b}]0;never ended\nnext"), "\nnext");
    assert_eq!(
        shown("<script>alert(1)</script>"),
        "<script>alert(1)</script>"
    );
}

#[test]
fn styles_are_those_of_the_standard() {
    let plain = Style::default();
    let foreground = |foreground| Style {
        foreground,
        ..plain
    };
    let background = |background| Style {
        background,
        ..plain
    };
    let with = |attributes| Style {
        attributes,
        ..plain
    };
    for (codes, style) in [
        ("", plain),
        ("31", foreground(Colour::Palette(1))),
        ("97", foreground(Colour::Palette(15))),
        ("44", background(Colour::Palette(4))),
        ("100", background(Colour::Palette(8))),
        ("1;4", with(Attributes::BOLD.with(Attributes::UNDERLINED))),
        ("1;2;3;4;7;8;9;22;23;24;27;28;29", plain),
        ("4:3", with(Attributes::UNDERLINED)),
        ("4;4:0", plain),
        ("21", with(Attributes::UNDERLINED)),
        ("38;5;9", foreground(Colour::Palette(9))),
        ("38:5:196", foreground(Colour::Rgb(Rgb(255, 0, 0)))),
        ("48;5;244", background(Colour::Rgb(Rgb(128, 128, 128)))),
        ("38;2;1;2;3", foreground(Colour::Rgb(Rgb(1, 2, 3)))),
        ("38:2:1:2:3", foreground(Colour::Rgb(Rgb(1, 2, 3)))),
        ("38:2::1:2:3", foreground(Colour::Rgb(Rgb(1, 2, 3)))),
        ("48;2;1;2;300;9", with(Attributes::STRUCK)),
        ("58;5;1;31", foreground(Colour::Palette(1))),
        ("38;2;1", plain),
        ("38;9;31", foreground(Colour::Palette(1))),
        ("31;0", plain),
        ("31;;", plain),
        ("999999;31", foreground(Colour::Palette(1))),
        ("5;25;38:9:9:9;:;1:2", plain),
    ] {
        assert_eq!(style_of(codes), style, "{codes}");
    }
}

#[test]
fn a_style_lasts_until_it_is_changed_also_over_lines() {
    let found = runs("a\u{1b}[1mb\u{1b}[31m\u{1b}[0mc\u{1b}[md");
    let texts: Vec<_> = found.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(texts, ["a", "b", "cd"]);
    let log = log("\u{1b}[31mred\nstill\n\u{1b}[mnot");
    let colours: Vec<_> = (0..3)
        .flat_map(|line| log.runs(line).collect::<Vec<_>>())
        .map(|(_, style)| style.foreground)
        .collect();
    assert_eq!(
        colours,
        [Colour::Palette(1), Colour::Palette(1), Colour::Default]
    );
}

#[test]
fn a_line_that_is_too_long_goes_on_in_the_next() {
    let long = "x".repeat(COLUMNS * 2 + 5);
    let log = log(&[&long, "\nshort\n"].concat());
    assert_eq!(log.text(), [&long, "\nshort\n"].concat());
    assert_eq!(log.len(), 4);
    let numbers: Vec<_> = (0..4).map(|line| log.number(line)).collect();
    assert_eq!(numbers, [Some(1), None, None, Some(2)]);
    assert_eq!(log.range(2).len(), 5);
    assert_eq!(log.widest(), COLUMNS);
}

#[test]
fn a_log_that_grows_keeps_its_lines() {
    let mut log = Log::default();
    log.update(Arc::from("one\n\u{1b}[32mtwo\nthr"));
    log.update(Arc::from("one\n\u{1b}[32mtwo\nthree\nfour\n"));
    assert_eq!(log.text(), "one\ntwo\nthree\nfour\n");
    assert_eq!(log.changed_from(), 2);
    let green = log
        .runs(2)
        .all(|(_, style)| style.foreground == Colour::Palette(2));
    assert!(green);
    log.update(Arc::from("another log\n"));
    assert_eq!((log.text(), log.changed_from()), ("another log\n", 0));
}

#[test]
fn lines_keep_their_numbers_when_the_beginning_goes() {
    let lines: Vec<_> = (0..500).map(|number| format!("line {number}\n")).collect();
    let mut log = Log::default();
    log.update(Arc::from(lines[..300].concat()));
    let identity = log.identity(200);
    log.update(Arc::from(lines[100..400].concat()));
    assert_eq!((log.number(0), log.last_number()), (Some(101), 400));
    assert_eq!(log.identity(100), identity);
    log.update(Arc::from(lines[150..].concat()));
    assert_eq!((log.number(0), log.last_number()), (Some(151), 500));
    log.update(Arc::from(lines[..10].concat()));
    assert_eq!((log.number(0), log.last_number()), (Some(1), 10));
}

#[test]
fn only_the_last_lines_of_an_endless_log_are_kept() {
    let mut log = log(&"x\n".repeat(400_123));
    assert_eq!((log.len(), log.number(0)), (400_000, Some(124)));
    log.update(Arc::from("x\n".repeat(400_125)));
    assert_eq!(log.last_number(), 400_125);
}

#[test]
fn matches_are_marked_within_and_across_styles() {
    let log = log("an er\u{1b}[31mror\u{1b}[m and an Error");
    let mut search = Search::new("error");
    while search.advance(log.text(), 4096) {}
    let row = Row::of(&log, 0, &search, Some(1));
    let pieces: Vec<_> = row
        .pieces
        .iter()
        .map(|piece| (piece.text.as_str(), piece.mark))
        .collect();
    let found = Some(Mark::Match);
    let expected = [
        ("an ", None),
        ("er", found),
        ("ror", found),
        (" and an ", None),
        ("Error", Some(Mark::Current)),
    ];
    assert_eq!(pieces, expected);
}

#[test]
fn a_line_of_many_styles_is_drawn_in_few_pieces() {
    let source: String = (0..900)
        .map(|step| format!("\u{1b}[{}mx", 31 + step % 2))
        .collect();
    let log = log(&source);
    let row = Row::of(&log, 0, &Search::default(), None);
    assert_eq!(row.pieces.len(), 300);
    assert_eq!(row.pieces[299].text.len(), 900 - 299);
}

/// Texts of what logs, and those who attack with them, are made of.
fn any_source() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[ -~]{0,12}",
        any::<String>(),
        "\\PC{0,4}",
        "\u{1b}\\[[0-9;:]{0,12}[mKGCDJH]",
        "\u{1b}[\\]PX^_][ -~]{0,8}(\u{7}|\u{1b}\\\\)?",
        "[\u{80}-\u{9f}\u{0}-\u{1f}\u{202a}-\u{202e}]{0,4}",
        Just(String::from("\r")),
        Just(String::from("\n")),
        Just(String::from("\r\n")),
        Just("y".repeat(COLUMNS + 1)),
    ];
    proptest::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn check(log: &Log, source: &str) {
    assert!(log.text().len() <= source.len() * 24);
    let mut position = 0;
    for line in 0..log.len() {
        let range = log.range(line);
        assert!(range.start == position, "lines lie side by side");
        position = log.range(line + 1).start;
        assert!(log.text()[range.clone()].chars().count() <= COLUMNS);
        let mut reached = range.start;
        for (run, _) in log.runs(line) {
            assert!(run.start == reached && run.end > run.start);
            assert!(log.text().is_char_boundary(run.end));
            reached = run.end;
        }
        assert_eq!(reached, range.end);
        let pieces = Row::of(log, line, &Search::default(), None).pieces;
        let drawn: String = pieces.into_iter().map(|piece| piece.text).collect();
        assert_eq!(drawn, &log.text()[range]);
    }
    let harmful = |character: char| {
        (character.is_control() && character != '\n')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!log.text().contains(harmful));
}

proptest! {
    #[test]
    fn any_text_becomes_lines(source in any_source()) {
        check(&log(&source), &source);
    }

    #[test]
    fn plain_text_stays_as_it_is(source in "(\\PC|\n){0,400}") {
        let plain = |character: &char| !matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let source: String = source.chars().filter(plain).collect();
        prop_assert_eq!(shown(&source), source);
    }

    #[test]
    fn a_log_read_in_parts_is_the_same(source in any_source(), cut in 0.0..1.0_f64) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let cut = source.floor_char_boundary((source.len() as f64 * cut) as usize);
        let mut grown = log(&source[..cut]);
        grown.update(Arc::from(source.as_str()));
        let whole = log(&source);
        prop_assert_eq!(grown.text(), whole.text());
        prop_assert_eq!(grown.len(), whole.len());
        for line in 0..whole.len() {
            prop_assert_eq!(grown.runs(line).collect::<Vec<_>>(), whole.runs(line).collect::<Vec<_>>());
        }
    }

    #[test]
    fn any_two_texts_follow_one_another(first in any_source(), second in any_source()) {
        let mut log = log(&first);
        log.update(Arc::from(second.as_str()));
        check(&log, &second);
    }
}
