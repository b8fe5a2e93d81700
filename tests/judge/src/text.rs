//! Korean text in eighty columns, or in as many as `JUDGE_COLUMNS` says.

use std::sync::OnceLock;

use unicode_width::UnicodeWidthStr;

const COLUMNS: usize = 80;

/// Who has a narrower page than most tells us so, as `cargo course` does.
pub(crate) fn columns() -> usize {
    static ASKED: OnceLock<usize> = OnceLock::new();
    *ASKED.get_or_init(|| {
        let asked = std::env::var("JUDGE_COLUMNS").ok().and_then(|text| text.parse().ok());
        asked.map_or(COLUMNS, |columns: usize| columns.clamp(COLUMNS / 2, COLUMNS))
    })
}

/// Breaks at spaces so that no line is wider than the page; every line begins with `indent` spaces.
pub(crate) fn wrap(text: &str, indent: usize) -> String {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = " ".repeat(indent);
        let mut empty = true;
        for word in paragraph.split_whitespace() {
            if !empty && line.width() + 1 + word.width() > columns() {
                lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        lines.push(line.trim_end().to_string());
    }
    lines.join("\n")
}

/// Spaces after the text up to the column.
pub(crate) fn pad(text: &str, column: usize) -> String {
    format!("{text}{}", " ".repeat(column.saturating_sub(text.width())))
}

/// The candidate that a misspelt word most likely means.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates = candidates.into_iter().map(|candidate| (distance(word, candidate), candidate));
    let (distance, candidate) = candidates.min_by_key(|&(distance, _)| distance)?;
    (distance <= candidate.len().max(3) / 3).then_some(candidate)
}

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

/// The text as a string of JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\u{0}'..='\u{1f}' => {
                quoted += &format!("\\u{:04x}", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn 한글은_두_칸으로_센다() {
        let text = "잠금을 기다리는 동안 다른 스레드가 값을 바꿀 수 있으므로 깨어난 스레드는 조건을 다시 확인합니다.";
        for line in wrap(text, 4).lines() {
            assert!(line.width() <= COLUMNS, "여든 칸을 넘는 줄입니다: {line}");
        }
        assert_eq!(pad("가드", 6), "가드  ", "한글 두 글자는 네 칸이어야 합니다.");
    }

    #[test]
    fn 잘못_친_이름에서_가장_가까운_단계를_찾는다() {
        let steps = ["counter", "worker", "integer_lock", "transfer"];
        for (typed, meant) in [
            ("conter", Some("counter")),
            ("Wroker", Some("worker")),
            ("integerlock", Some("integer_lock")),
            ("tranfser", Some("transfer")),
            ("semaphore", None),
        ] {
            assert_eq!(nearest(typed, steps), meant, "'{typed}'에서 찾은 이름입니다.");
        }
    }
}
