//! When each line of a console appears.

use super::random::Random;

/// A line to be written, not yet at a time.
#[derive(Clone, Debug)]
pub(super) enum Line {
    /// As it is.
    Plain(String),
    /// After the kernel's time stamp: seconds since it started.
    Stamped(String),
    /// As it is, and the cursor stays behind it: a prompt.
    Open(String),
}

/// A plain line.
pub(super) fn plain(text: impl Into<String>) -> Line {
    Line::Plain(text.into())
}

/// A line with the kernel's time stamp.
pub(super) fn stamped(text: impl Into<String>) -> Line {
    Line::Stamped(text.into())
}

/// Text that appears at a moment.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Microseconds since the machine was switched on.
    pub(super) at: i64,
    /// With the ends of its lines.
    pub(super) text: String,
}

impl Entry {
    /// What a line looks like that appears at this moment.
    pub(super) fn new(at: i64, line: &Line) -> Self {
        let text = match line {
            Line::Plain(text) => format!("{text}\n"),
            Line::Stamped(text) => format!("{} {text}\n", stamp(at)),
            Line::Open(text) => text.clone(),
        };
        Self { at, text }
    }
}

/// Microseconds as the kernel prints them before a line.
fn stamp(at: i64) -> String {
    format!("[{:>5}.{:06}]", at / 1_000_000, at % 1_000_000)
}

/// Lines spread over the time from `start` until `end`, unevenly: most follow at once, a few take long.
pub(super) fn spread(lines: Vec<Line>, start: i64, end: i64, random: &mut Random) -> Vec<Entry> {
    let weights: Vec<u64> = lines.iter().map(|_| random.between(1, 40).pow(3)).collect();
    let total = i128::from(weights.iter().sum::<u64>().max(1));
    let duration = i128::from(end - start);
    let mut passed = 0;
    lines
        .iter()
        .zip(weights)
        .map(|(line, weight)| {
            let offset = i64::try_from(duration * passed / total).unwrap_or(0);
            passed += i128::from(weight);
            Entry::new(start + offset, line)
        })
        .collect()
}

/// Appends what has appeared until this moment.
pub(super) fn write_until(log: &mut String, entries: &[Entry], elapsed: i64) {
    for entry in entries.iter().take_while(|entry| entry.at <= elapsed) {
        append(log, entry);
    }
}

/// Appends a line, below the prompt if there is one.
pub(super) fn append(log: &mut String, entry: &Entry) {
    if !log.is_empty() && !log.ends_with('\n') {
        log.push('\n');
    }
    log.push_str(&entry.text);
}
