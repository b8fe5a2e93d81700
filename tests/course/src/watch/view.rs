//! The part of a page that fits on the screen, above a foot that always does.

use unicode_width::UnicodeWidthChar;

use super::keys::Scroll;

/// What a page shows first where it is longer than the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    #[default]
    Start,
    /// From this line on.
    From(usize),
    /// What ends before this line.
    Before(usize),
    End,
}

/// A page in lines of the screen.
#[derive(Debug, Default)]
pub struct Sheet {
    lines: Vec<String>,
    focus: Focus,
}

/// What is seen of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    pub lines: Vec<String>,
    pub above: usize,
    pub below: usize,
}

impl Sheet {
    /// Lays parts out one below the other; `focus` names one of their lines, counted before those that are too long are
    /// broken.
    pub fn new(text: &str, focus: Focus, columns: usize) -> Sheet {
        let mut lines = Vec::new();
        let mut starts = Vec::new();
        for line in text.lines() {
            starts.push(lines.len());
            fold(line, columns, &mut lines);
        }
        let at = |line: usize| starts.get(line).copied().unwrap_or(lines.len());
        let focus = match focus {
            Focus::From(line) => Focus::From(at(line)),
            Focus::Before(line) => Focus::Before(at(line)),
            focus => focus,
        };
        Sheet { lines, focus }
    }

    /// The line that stands at the top, unless the reader has moved.
    fn top(&self, room: usize) -> usize {
        match self.focus {
            Focus::Start => 0,
            Focus::From(line) => line,
            Focus::Before(line) => line.saturating_sub(room),
            Focus::End => self.lines.len(),
        }
    }

    fn lowest(&self, room: usize) -> usize {
        self.lines.len().saturating_sub(room)
    }

    pub fn window(&self, moved: Option<usize>, room: usize) -> Window {
        let top = moved.unwrap_or_else(|| self.top(room)).min(self.lowest(room));
        let end = (top + room).min(self.lines.len());
        Window { lines: self.lines[top..end].to_vec(), above: top, below: self.lines.len() - end }
    }

    /// The line at the top after a move.
    pub fn moved(&self, moved: Option<usize>, room: usize, scroll: Scroll) -> usize {
        let top = self.window(moved, room).above;
        let page = room.saturating_sub(1).max(1);
        let wanted = match scroll {
            Scroll::Up => top.saturating_sub(1),
            Scroll::Down => top + 1,
            Scroll::PageUp => top.saturating_sub(page),
            Scroll::PageDown => top + page,
            Scroll::Start => 0,
            Scroll::End => self.lines.len(),
        };
        wanted.min(self.lowest(room))
    }
}

/// Breaks a line where the terminal would, so that every line is known; colours go on in the next one.
fn fold(line: &str, columns: usize, lines: &mut Vec<String>) {
    let columns = columns.max(2);
    let (mut piece, mut colours, mut used) = (String::new(), String::new(), 0);
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        if rest.starts_with("\x1b[") {
            let end =
                rest.find(|letter: char| letter.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
            let code = &rest[..end];
            piece.push_str(code);
            if code == "\x1b[0m" || code == "\x1b[m" {
                colours.clear();
            } else {
                colours.push_str(code);
            }
            rest = &rest[end..];
            continue;
        }
        let wide = letter.width().unwrap_or(0);
        if used + wide > columns {
            lines.push(close(std::mem::replace(&mut piece, colours.clone()), &colours));
            used = 0;
        }
        piece.push(letter);
        used += wide;
        rest = &rest[letter.len_utf8()..];
    }
    lines.push(close(piece, &colours));
}

fn close(piece: String, colours: &str) -> String {
    if colours.is_empty() { piece } else { piece + "\x1b[0m" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(count: usize, focus: Focus) -> Sheet {
        let lines: Vec<String> = (0..count).map(|number| number.to_string()).collect();
        Sheet::new(&lines.join("\n"), focus, 80)
    }

    #[test]
    fn 보는_곳에_따라_먼저_보이는_것이_다르다() {
        for (focus, first) in
            [(Focus::Start, "0"), (Focus::End, "20"), (Focus::From(7), "7"), (Focus::Before(15), "5")]
        {
            let window = sheet(30, focus).window(None, 10);
            assert_eq!(window.lines[0], first, "{focus:?}");
            assert_eq!(window.above + window.lines.len() + window.below, 30, "{focus:?}");
        }
        assert_eq!(sheet(3, Focus::End).window(None, 10).above, 0, "들어가면 처음부터 보입니다.");
        assert_eq!(sheet(30, Focus::From(28)).window(None, 10).above, 20, "끝의 아래는 없습니다.");
    }

    #[test]
    fn 처음과_끝을_넘어가지_않는다() {
        let sheet = sheet(30, Focus::End);
        assert_eq!(sheet.moved(None, 10, Scroll::Up), 19);
        assert_eq!(sheet.moved(None, 10, Scroll::Down), 20);
        assert_eq!(sheet.moved(Some(3), 10, Scroll::PageUp), 0);
        assert_eq!(sheet.moved(Some(3), 10, Scroll::PageDown), 12);
        assert_eq!(sheet.moved(Some(0), 10, Scroll::Up), 0);
    }

    #[test]
    fn 긴_줄은_넓은_글자를_쪼개지_않고_나눈다() {
        let sheet = Sheet::new("\x1b[31m가나다\x1b[0m라\n마", Focus::From(1), 5);
        assert_eq!(sheet.lines, ["\x1b[31m가나\x1b[0m", "\x1b[31m다\x1b[0m라", "마"]);
        assert_eq!(sheet.focus, Focus::From(2));
    }
}
