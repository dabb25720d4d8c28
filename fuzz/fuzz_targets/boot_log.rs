//! The boot log: any text becomes lines, in two steps as when it is followed, and nothing harmful is left in them.

#![no_main]

// The portal uses the rest.
#[allow(dead_code, unused_imports)]
#[path = "../../src/terminal/mod.rs"]
mod terminal;

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;

use terminal::{Log, Row, Search, paint};

fuzz_target!(|input: (String, String)| {
    let (first, more) = input;
    let mut log = Log::default();
    log.update(Arc::from(first.as_str()));
    check(&log, first.len());
    // The log has grown, has lost its beginning, or is another one.
    let grown = [first.as_str(), more.as_str()].concat();
    log.update(Arc::from(grown.as_str()));
    check(&log, grown.len());
    log.update(Arc::from(more.as_str()));
    check(&log, more.len());
});

fn check(log: &Log, source_length: usize) {
    assert!(log.text().len() <= source_length * 24);
    let harmful = |character: char| {
        (character.is_control() && character != '\n')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!log.text().contains(harmful));
    let mut search = Search::new("a");
    while search.advance(log.text(), 64) {}
    for line in 0..log.len() {
        let place = log.range(line);
        let mut reached = place.start;
        for (run, style) in log.runs(line) {
            assert!(run.start == reached && run.end > run.start);
            reached = run.end;
            let _ = paint(style);
        }
        assert_eq!(reached, place.end);
        let row = Row::of(log, line, &search, Some(0));
        let drawn: String = row.pieces.into_iter().map(|piece| piece.text).collect();
        assert_eq!(Some(drawn.as_str()), log.text().get(place));
    }
}
