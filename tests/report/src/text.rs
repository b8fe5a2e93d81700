//! Korean text in columns: Hangul takes two each, colours take none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns of a terminal the text takes.
pub fn columns(text: &str) -> usize {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or("").width();
    let rest = parts.map(|part| part.split_once('m').map_or(part, |(_, shown)| shown).width());
    first + rest.sum::<usize>()
}

/// Spaces after the text up to the column.
pub fn pad(text: &str, column: usize) -> String {
    format!("{text}{}", " ".repeat(column.saturating_sub(columns(text))))
}

/// The text, shortened to so many columns.
pub fn cut(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_string();
    }
    let mut kept = String::new();
    let mut used = 3;
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used > most {
            break;
        }
        kept.push(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept + "..."
}

/// The lines of one paragraph, broken at spaces only: Korean words are kept whole. Spaces between words stay as they are
/// where no line ends, so that what was set in columns stays so.
pub fn broken(text: &str, first: usize, later: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let (mut used, mut gap) = (0, 0);
    for word in text.trim_end().split(' ') {
        let room = if lines.len() == 1 { first } else { later };
        let wide = columns(word);
        let line = lines.last_mut().expect("there is always a line");
        if word.is_empty() {
            gap += 1;
        } else if line.is_empty() || used + gap + wide <= room {
            line.extend(std::iter::repeat_n(' ', gap));
            line.push_str(word);
            used += gap + wide;
            gap = 1;
        } else {
            lines.push(word.to_string());
            (used, gap) = (wide, 1);
        }
    }
    lines
}

/// Lines no wider than `width` where words allow it; every line begins with `indent` spaces.
pub fn wrap(text: &str, indent: usize, width: usize) -> String {
    hang(text, indent, indent, width)
}

/// Like [`wrap`], with other spaces before the lines after the first of each paragraph.
pub fn hang(text: &str, first: usize, later: usize, width: usize) -> String {
    let mut out: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let lines = broken(paragraph, width.saturating_sub(first), width.saturating_sub(later));
        out.extend(lines.into_iter().enumerate().map(|(index, line)| {
            let indent = if index == 0 { first } else { later };
            format!("{}{line}", " ".repeat(if line.is_empty() { 0 } else { indent }))
        }));
    }
    out.join("\n")
}

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
pub fn in_a_row(text: &str) -> String {
    legible(text).replace('\n', "\\n")
}

/// Marks of direction and spaces without width, but not the joiners that Hangul and emoji are written with.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The candidate that a misspelt word most likely means.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates = candidates.into_iter().map(|candidate| (distance(word, candidate), candidate));
    let (distance, candidate) = candidates.min_by_key(|&(distance, _)| distance)?;
    (distance <= candidate.len().max(3) / 3).then_some(candidate)
}

/// Letters to put in, take out, replace or swap with a neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.to_lowercase().chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
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

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        let text = "첫 줄이 끝나는 곳은 낱말과 낱말 사이입니다.\n\n다음 문단 `let mut total`도 그렇습니다.";
        for width in [12, 20, 40, 80, 200] {
            for line in hang(text, 2, 4, width).lines() {
                assert!(columns(line) <= width.max(18), "{width}: {line}");
            }
        }
        assert_eq!(wrap("하나 둘 셋", 2, 9), "  하나 둘\n  셋");
        assert_eq!(hang("하나 둘 셋", 0, 2, 7), "하나 둘\n  셋");
        assert_eq!(wrap("하나   둘  셋", 2, 11), "  하나   둘\n  셋");
    }

    #[test]
    fn colours_take_no_columns() {
        assert_eq!(columns("\x1b[1m제목\x1b[0m a"), 6);
        assert_eq!(pad("\x1b[31m가\x1b[0m", 4), "\x1b[31m가\x1b[0m  ");
    }

    #[test]
    fn what_is_too_long_is_cut_at_a_letter() {
        assert_eq!(cut("가나다라", 8), "가나다라");
        assert_eq!(cut("가나다라마", 8), "가나...");
    }

    #[test]
    fn a_misspelt_word_means_the_nearest() {
        let names = ["counter", "worker", "integer_lock"];
        for (typed, meant) in [
            ("conter", Some("counter")),
            ("coutner", Some("counter")),
            ("Wroker", Some("worker")),
            ("integerlock", Some("integer_lock")),
            ("xyz", None),
        ] {
            assert_eq!(nearest(typed, names), meant, "{typed}");
        }
    }
}
