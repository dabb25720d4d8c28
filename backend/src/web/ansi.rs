//! Terminal text as HTML: colours become classes, everything else is escaped.

use std::fmt::Write;

/// What the colour escapes so far have switched on.
#[derive(Default, PartialEq, Eq, Clone, Copy)]
struct Look {
    is_bold: bool,
    /// 0 to 7, as the escape 30 to 37 numbers it; bright ones as well.
    colour: Option<u8>,
}

/// `text` with its colours as `<span class="…">`; safe to put into a page.
pub fn to_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    let mut look = Look::default();
    for (index, piece) in text.split('\u{1b}').enumerate() {
        let shown = match piece.strip_prefix('[') {
            Some(sequence) if index > 0 => after_sequence(sequence, &mut look),
            _ => piece,
        };
        write_shown(&mut html, shown, look);
    }
    html
}

/// Follows one control sequence and answers the text behind it. Only "select graphic rendition" means something here.
fn after_sequence<'a>(sequence: &'a str, look: &mut Look) -> &'a str {
    let Some(end) = sequence.find(|c: char| ('@'..='~').contains(&c)) else {
        return "";
    };
    let (parameters, rest) = sequence.split_at(end);
    if rest.starts_with('m') {
        parameters.split(';').for_each(|one| apply(one, look));
    }
    &rest[1..]
}

fn apply(parameter: &str, look: &mut Look) {
    match parameter.parse().unwrap_or(0) {
        0 => *look = Look::default(),
        1 => look.is_bold = true,
        22 => look.is_bold = false,
        code @ (30..=37 | 90..=97) => look.colour = Some(code % 10),
        39 => look.colour = None,
        _ => {}
    }
}

fn write_shown(html: &mut String, text: &str, look: Look) {
    if text.is_empty() {
        return;
    }
    let is_plain = look == Look::default();
    if !is_plain {
        let bold = if look.is_bold { "bold" } else { "" };
        let colour = look
            .colour
            .map(|number| format!("colour-{number}"))
            .unwrap_or_default();
        // Writing into a String cannot fail.
        let _ = write!(
            html,
            "<span class=\"{}\">",
            format!("{bold} {colour}").trim()
        );
    }
    escape_into(html, text);
    if !is_plain {
        html.push_str("</span>");
    }
}

/// Appends `text` with everything escaped that means something in HTML; control characters are left out.
pub fn escape_into(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' | '\t' => html.push(character),
            control if control.is_control() => {}
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_become_classes_and_end_where_they_end() {
        assert_eq!(
            to_html("[\u{1b}[0;1;32m  OK  \u{1b}[0m] Started"),
            "[<span class=\"bold colour-2\">  OK  </span>] Started"
        );
        assert_eq!(
            to_html("\u{1b}[91mbright\u{1b}[39m plain"),
            "<span class=\"colour-1\">bright</span> plain"
        );
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(to_html("<b>&\"\r\n"), "&lt;b&gt;&amp;&quot;\n");
    }

    #[test]
    fn sequences_of_other_kinds_and_broken_ones_vanish() {
        assert_eq!(to_html("a\u{1b}[2Jb\u{1b}[?25lc\u{1b}[31"), "abc");
        assert_eq!(to_html("\u{1b}[é"), "");
        assert_eq!(to_html("[31mnot an escape"), "[31mnot an escape");
    }
}
