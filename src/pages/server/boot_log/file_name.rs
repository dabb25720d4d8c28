//! What the file is called that a log is saved in.

/// The most characters of a server's name in the name of a file.
const MOST_CHARACTERS: usize = 80;

/// A name for the log of the server `name` that every file system takes.
pub(super) fn file_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .take(MOST_CHARACTERS)
        .map(|character| if is_safe(character) { character } else { '-' })
        .collect();
    let plain = plain.trim_matches(['.', '-', ' ']);
    let start = if plain.is_empty() { "server" } else { plain };
    [start, "-boot-log.txt"].concat()
}

/// Whether no file system and no reader can take a character for anything but itself.
fn is_safe(character: char) -> bool {
    let is_sign = "/\\:*?\"<>|%~".contains(character);
    let turns_text = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    !(character.is_control() || is_sign || turns_text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::file_name;

    #[test]
    fn a_file_is_called_after_its_server() {
        for (name, file) in [
            ("web-1", "web-1-boot-log.txt"),
            ("Máy chủ số 1", "Máy chủ số 1-boot-log.txt"),
            ("../../etc/passwd", "etc-passwd-boot-log.txt"),
            ("a\u{202e}txt.exe", "a-txt.exe-boot-log.txt"),
            ("", "server-boot-log.txt"),
            ("...", "server-boot-log.txt"),
        ] {
            assert_eq!(file_name(name), file);
        }
    }

    proptest! {
        #[test]
        fn any_name_makes_a_file(name in any::<String>()) {
            let file = file_name(&name);
            prop_assert!(!file.contains(['/', '\\', '\0']) && !file.starts_with('.'));
            prop_assert!(file.chars().count() <= 93);
        }
    }
}
