//! The CSV writer: whatever the cells hold, a reader gets as many back, and none begins a formula.

#![no_main]

// The portal uses the rest.
#[allow(dead_code, unused_imports)]
#[path = "../../src/data/servers/export/csv.rs"]
mod csv;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|rows: Vec<Vec<String>>| {
    // A row without cells is an empty line, which readers take for one empty cell.
    let rows: Vec<_> = rows.into_iter().filter(|row| !row.is_empty()).collect();
    let text = csv::lines(rows.iter().map(Vec::as_slice));
    let read = read(text.strip_prefix('\u{feff}').unwrap_or_default());
    assert_eq!(read.len(), rows.len());
    for (read, row) in read.iter().zip(&rows) {
        assert_eq!(read.len(), row.len());
        for (read, cell) in read.iter().zip(row) {
            assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            // Apostrophes are all that may have been added.
            assert_eq!(read.replace('\'', ""), cell.replace('\'', ""));
        }
    }
});

/// Reads CSV as RFC 4180 has it.
fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (quoted, character) {
            (true, '"') if characters.next_if_eq(&'"').is_some() => cell.push('"'),
            (_, '"') => quoted = !quoted,
            (false, ',') => row.push(std::mem::take(&mut cell)),
            (false, '\r') if characters.next_if_eq(&'\n').is_some() => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (_, character) => cell.push(character),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted);
    rows
}
