//! Text from the learner's code, made safe to show.

/// The text with nothing in it that moves a terminal's cursor, hides or turns around what stands beside it: such
/// characters are shown as they are escaped in Rust. Ends of lines stay.
pub fn legible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => shown.push(letter),
            '\t' => shown.push(' '),
            _ if letter.is_control() || is_invisible(letter) => shown.extend(letter.escape_default()),
            _ => shown.push(letter),
        }
    }
    shown
}

/// The same for a row of a table: the end of a line is shown escaped.
pub(super) fn in_a_row(text: &str) -> String {
    legible(text).replace('\n', "\\n")
}

/// Marks of direction and spaces without width, but not the joiners that Hangul and emoji are written with.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(legible("빨강 \u{1b}[31m\r\u{7}"), "빨강 \\u{1b}[31m\\r\\u{7}");
        assert_eq!(legible("\u{202e}거꾸로\u{2066}"), "\\u{202e}거꾸로\\u{2066}");
        assert_eq!(legible("한글\t가나\n둘째 줄 👩\u{200d}🚀"), "한글 가나\n둘째 줄 👩\u{200d}🚀");
        assert_eq!(in_a_row("첫째\n둘째"), "첫째\\n둘째");
    }
}
