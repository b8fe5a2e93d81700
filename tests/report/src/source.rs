//! Where the lines of a report are found.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use nanoserde::{DeJson, SerJson};

/// A place in source code, as the compiler recorded it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Place {
    /// The file, as the compiler was told of it.
    pub file: String,
    /// The line, the first being 1.
    pub line: u32,
    /// The column in characters, the first being 1.
    pub column: u32,
}

impl From<&std::panic::Location<'_>> for Place {
    fn from(location: &std::panic::Location<'_>) -> Self {
        Place { file: location.file().to_string(), line: location.line(), column: location.column() }
    }
}

/// A line of the learner's code, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub struct Line {
    /// The path as the learner knows it: `lessons/mutex/src/counter.rs`.
    pub path: String,
    /// Its number, the first being 1.
    pub number: u32,
    /// The line's text without indentation; empty if the file cannot be read.
    pub text: String,
}

/// The files whose lines a report shows. Places outside of them belong to the spec or to a library.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<File>,
}

#[derive(Clone, Debug)]
struct File {
    ending: String,
    shown: String,
    path: PathBuf,
    /// Read when a line is first asked for: mostly none is.
    lines: OnceLock<Vec<String>>,
}

impl File {
    fn lines(&self) -> &[String] {
        self.lines.get_or_init(|| {
            let bytes = std::fs::read(&self.path).unwrap_or_default();
            String::from_utf8_lossy(&bytes).lines().map(str::to_string).collect()
        })
    }
}

impl Sources {
    /// No files: every place is told as the spec's own.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file: `ending` is how the compiler's path for it ends, `shown` what to call it. An unreadable file
    /// counts as empty: its places are shown without their text.
    #[must_use]
    pub fn file(mut self, ending: &str, shown: &str, path: &Path) -> Self {
        self.files.push(File {
            ending: normal(ending),
            shown: normal(shown),
            path: path.to_path_buf(),
            lines: OnceLock::new(),
        });
        self
    }

    /// Where the file lies that is called `shown`.
    pub fn path(&self, shown: &str) -> Option<&Path> {
        self.files.iter().find(|file| file.shown == shown).map(|file| file.path.as_path())
    }

    /// The line at `place`; `None` if the file is not one of these.
    pub fn line(&self, place: &Place) -> Option<Line> {
        let file = self.find(place)?;
        let text = self.raw(place).map_or("", str::trim);
        Some(Line { path: file.shown.clone(), number: place.line, text: text.to_string() })
    }

    /// The variable or field that the line at `place` gives a value to: what the learner calls a thing made there.
    pub fn assigned(&self, place: &Place) -> Option<String> {
        let before = self.before(place)?;
        field(&before).or_else(|| paired(&before)).or_else(|| assigned(self.raw(place)?)).map(str::to_string)
    }

    /// The name before the `.` of the call at `place`: what the learner calls a thing used there.
    pub fn receiver(&self, place: &Place) -> Option<String> {
        receiver(&self.before(place)?).map(str::to_string)
    }

    /// The text of the line before `place`.
    fn before(&self, place: &Place) -> Option<String> {
        let before: String =
            self.raw(place)?.chars().take((place.column as usize).saturating_sub(1)).collect();
        Some(before.trim_end().to_string())
    }

    /// Whether the code at `inner` lies in a block that `outer`'s line opens.
    pub fn encloses(&self, outer: &Place, inner: &Place) -> bool {
        let (Some(one), Some(other)) = (self.find(outer), self.find(inner)) else { return false };
        if one.path != other.path || outer.line >= inner.line {
            return outer.line == inner.line;
        }
        let lines = one.lines();
        let between = lines.get(outer.line as usize - 1..inner.line as usize - 1).unwrap_or_default();
        let mut depth = 0_i32;
        between.iter().enumerate().all(|(index, line)| {
            for letter in line.chars() {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                if index > 0 && depth < 1 {
                    return false;
                }
            }
            depth > 0
        })
    }

    fn raw(&self, place: &Place) -> Option<&str> {
        self.find(place)?.lines().get((place.line as usize).checked_sub(1)?).map(String::as_str)
    }

    fn find(&self, place: &Place) -> Option<&File> {
        let path = normal(&place.file);
        self.files.iter().find(|file| path.ends_with(&file.ending))
    }
}

/// `tests/../src/a.rs` and `tests\..\src\a.rs` are both `src/a.rs`.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            ".." if parts.last().is_some_and(|last| !last.is_empty() && *last != "..") => drop(parts.pop()),
            "." => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

fn receiver(before: &str) -> Option<&str> {
    last_name(before.strip_suffix('.')?)
}

/// The field that is given a value right here: several may stand in one line.
fn field(before: &str) -> Option<&str> {
    last_name(before.strip_suffix(':').filter(|before| !before.ends_with(':'))?)
}

/// The variable for the value that begins here in `let (one, other) = (…, …`. What makes both at once, as a channel's
/// two ends, is called by the first.
fn paired(before: &str) -> Option<&str> {
    let (names, rest) = before.trim_start().strip_prefix("let (")?.split_once(')')?;
    let values = rest.split_once('=')?.1.trim_start();
    let values = values.strip_prefix('(').unwrap_or("");
    let mut depth = 0;
    let commas = values.chars().filter(|c| {
        depth += i32::from(matches!(c, '(' | '[' | '{')) - i32::from(matches!(c, ')' | ']' | '}'));
        *c == ',' && depth == 0
    });
    let name = names.split(',').nth(commas.count())?.trim();
    last_name(name.strip_prefix("mut ").unwrap_or(name))
}

fn last_name(text: &str) -> Option<&str> {
    let start = text.char_indices().rev().find(|(_, c)| !c.is_alphanumeric() && *c != '_');
    let name = &text[start.map_or(0, |(index, c)| index + c.len_utf8())..];
    (!name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit())).then_some(name)
}

fn assigned(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let words = ["pub ", "static ", "let ", "mut "];
    let mut rest = line;
    while let Some(word) = words.iter().find(|word| rest.starts_with(**word)) {
        rest = &rest[word.len()..];
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    let (name, after) = rest.split_at(end);
    let after = after.trim_start();
    let gives =
        (after.starts_with(':') && !after.starts_with("::")) || (after.starts_with('=') && rest != line);
    (gives && !name.is_empty() && name != "_").then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_through_a_parent_folder_is_shortened() {
        assert_eq!(normal("lessons/mutex/tests/../src/counter.rs"), "lessons/mutex/src/counter.rs");
        assert_eq!(normal(r"lessons\mutex\tests\../src/counter.rs"), "lessons/mutex/src/counter.rs");
        assert_eq!(normal("../../x.rs"), "../../x.rs");
    }

    #[test]
    fn a_lock_is_called_what_its_line_calls_it() {
        assert_eq!(receiver("let now = *self.total."), Some("total"));
        assert_eq!(receiver("*total."), Some("total"));
        assert_eq!(receiver("lock()."), None);
        assert_eq!(assigned("    let mut total = Mutex::new(0);"), Some("total"));
        assert_eq!(assigned("    balance: Mutex::new(balance),"), Some("balance"));
        assert_eq!(assigned("static TOTAL: Mutex<u64> = Mutex::new(0);"), Some("TOTAL"));
        assert_eq!(assigned("Mutex::new(0)"), None);
        assert_eq!(field("let line = Line { called: Mutex::new(0), moved:"), Some("moved"));
        assert_eq!(field("let called: Mutex<u32> ="), None);
        assert_eq!(field("std::sync::"), None);
        assert_eq!(paired("let (mine, mut yours) = (Mutex::new((1, 2)),"), Some("yours"));
        assert_eq!(paired("let (sender, receiver): (Sender<u32>, _) ="), Some("sender"));
        assert_eq!(paired("let pair = (Mutex::new(0),"), None);
    }
}
