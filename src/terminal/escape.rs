//! Escape sequences: where each ends, and the few that have an effect (ECMA-48, 5.4 and 5.6).

/// What a sequence asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Effect<'a> {
    /// Another style, by the parameters of SGR.
    Style(&'a str),
    /// To erase in the line: 0 from the cursor on, 1 up to it, 2 all.
    EraseInLine(u16),
    /// The cursor into this column, counted from 0.
    Column(usize),
    /// The cursor so many columns to the right.
    Forward(usize),
    /// The cursor so many columns to the left.
    Back(usize),
    /// Nothing that is done here.
    Nothing,
}

/// The effect of the sequence whose introducer, ESC or a control character of the second set, stands before `text`, and
/// the length of the rest of it.
pub(super) fn read(introducer: char, text: &str) -> (Effect<'_>, usize) {
    match introducer {
        '\u{1b}' => after_escape(text),
        '\u{9b}' => control_sequence(text),
        '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => (Effect::Nothing, string_length(text)),
        _ => (Effect::Nothing, 0),
    }
}

fn after_escape(text: &str) -> (Effect<'_>, usize) {
    let rest = text.get(1..).unwrap_or_default();
    match text.as_bytes().first() {
        Some(b'[') => {
            let (effect, length) = control_sequence(rest);
            (effect, length + 1)
        }
        Some(b']' | b'P' | b'X' | b'^' | b'_') => (Effect::Nothing, string_length(rest) + 1),
        Some(_) => (Effect::Nothing, short_length(text)),
        None => (Effect::Nothing, 0),
    }
}

/// The length of what follows ESC in a short sequence: bytes between, and one at its end.
fn short_length(text: &str) -> usize {
    let between = count(text, 0x20..0x30);
    between + usize::from(byte_in(text, between, 0x30..0x7f))
}

fn control_sequence(text: &str) -> (Effect<'_>, usize) {
    let parameters = count(text, 0x30..0x40);
    let between = count(text.get(parameters..).unwrap_or_default(), 0x20..0x30);
    let length = parameters + between;
    // One that breaks off has no effect; the character that breaks it has its own.
    if !byte_in(text, length, 0x40..0x7f) {
        return (Effect::Nothing, length);
    }
    let effect = match (between, text.as_bytes().get(length)) {
        (0, Some(last)) => effect_of(*last, text.get(..parameters).unwrap_or_default()),
        _ => Effect::Nothing,
    };
    (effect, length + 1)
}

fn effect_of(last: u8, parameters: &str) -> Effect<'_> {
    // Terminals have meanings of their own for parameters that begin so.
    if parameters.starts_with(['<', '=', '>', '?']) {
        return Effect::Nothing;
    }
    let first = parameters.split([';', ':']).next().unwrap_or_default();
    let number = match first {
        "" => None,
        digits => Some(digits.parse::<u16>().unwrap_or(u16::MAX)),
    };
    let columns = usize::from(number.unwrap_or_default().max(1));
    match last {
        b'm' => Effect::Style(parameters),
        b'K' => Effect::EraseInLine(number.unwrap_or_default()),
        b'C' => Effect::Forward(columns),
        b'D' => Effect::Back(columns),
        b'G' | b'`' => Effect::Column(columns - 1),
        _ => Effect::Nothing,
    }
}

/// The length of a control string (a window's title, a picture) with its end: BEL or ST. One without an end lasts no
/// longer than its line, so that it hides little of the log; a control character that begins something else ends it, too.
fn string_length(text: &str) -> usize {
    let ends = |character: char| {
        matches!(
            character,
            '\n' | '\u{7}' | '\u{18}' | '\u{1a}' | '\u{1b}' | '\u{80}'..='\u{9f}'
        )
    };
    let Some(end) = text.find(ends) else {
        return text.len();
    };
    let rest = text.get(end..).unwrap_or_default();
    let terminators = ["\u{7}", "\u{1b}\\", "\u{9c}", "\u{18}", "\u{1a}"];
    let terminator = terminators.into_iter().find(|end| rest.starts_with(end));
    end + terminator.map_or(0, str::len)
}

/// How many bytes at the start of `text` are in `range`, which is of ASCII.
fn count(text: &str, range: std::ops::Range<u8>) -> usize {
    let bytes = text.as_bytes().iter();
    bytes.take_while(|byte| range.contains(byte)).count()
}

fn byte_in(text: &str, at: usize, range: std::ops::Range<u8>) -> bool {
    text.as_bytes()
        .get(at)
        .is_some_and(|byte| range.contains(byte))
}

#[cfg(test)]
mod tests {
    use super::{Effect, read};

    #[test]
    fn sequences_end_where_they_should() {
        for (text, length) in [
            ("[0mx", 3),
            ("[?25hx", 5),
            ("[1;31;4:3mx", 10),
            ("[ qx", 3),
            ("[12\n", 3),
            ("[12é", 3),
            ("]0;title\u{7}x", 9),
            ("]0;title\u{1b}\\x", 10),
            ("]0;title\u{9c}x", 10),
            ("]0;no end\nx", 9),
            ("]0;no end\u{1b}[mx", 9),
            ("Pq#0\u{18}x", 5),
            ("]never", 6),
            ("(Bx", 2),
            ("7x", 1),
            ("\u{1b}[m", 0),
            ("é", 0),
            ("", 0),
            ("[", 1),
        ] {
            assert_eq!(read('\u{1b}', text).1, length, "{text:?}");
        }
        assert_eq!(read('\u{9b}', "31mx"), (Effect::Style("31"), 3));
        assert_eq!(read('\u{9d}', "0;x\u{7}y").1, 4);
        assert_eq!(read('\u{84}', "x"), (Effect::Nothing, 0));
    }

    #[test]
    fn few_sequences_have_an_effect() {
        for (text, effect) in [
            ("[m", Effect::Style("")),
            ("[1;2m", Effect::Style("1;2")),
            ("[>4;1m", Effect::Nothing),
            ("[K", Effect::EraseInLine(0)),
            ("[2K", Effect::EraseInLine(2)),
            ("[60G", Effect::Column(59)),
            ("[0G", Effect::Column(0)),
            ("[C", Effect::Forward(1)),
            ("[99999999D", Effect::Back(65535)),
            ("[2J", Effect::Nothing),
            ("[1 m", Effect::Nothing),
        ] {
            assert_eq!(read('\u{1b}', text).0, effect, "{text:?}");
        }
    }
}
