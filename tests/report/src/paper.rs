//! Where a page is read: how wide it is, whether in colour, and which commands are at hand.

use anstyle::{AnsiColor, Style};

use crate::text::{columns, pad};
use crate::{Command, Verb};

pub const HEADING: Style = Style::new().bold();
pub const GOOD: Style = AnsiColor::Green.on_default();
pub const BAD: Style = AnsiColor::Red.on_default();
pub const LATER: Style = AnsiColor::Yellow.on_default();
pub const COMMAND: Style = AnsiColor::Cyan.on_default();
pub const QUIET: Style = Style::new().dimmed();

/// Paints where colour is wanted. Nothing is told by colour alone.
#[derive(Clone, Copy, Debug)]
pub struct Ink(pub bool);

impl Ink {
    pub fn paint(self, style: Style, text: &str) -> String {
        if self.0 && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_string() }
    }
}

/// Who shows the page, and so which commands its reader can type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// `cargo test -p lesson-mutex`
    Tests,
    /// `cargo course`
    Guide,
}

#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// Columns of the terminal.
    pub width: usize,
    pub ink: Ink,
    pub seat: Seat,
}

/// Prose in wider lines is hard to read.
const WIDEST: usize = 80;

impl Paper {
    /// As a test prints it where nobody says otherwise.
    pub const PLAIN: Paper = Paper { width: WIDEST, ink: Ink(false), seat: Seat::Tests };

    /// Columns for sentences; tables and code may have all there are.
    pub fn prose(&self) -> usize {
        self.width.clamp(24, WIDEST)
    }

    /// How the command is typed here.
    pub fn typed(&self, command: &Command) -> String {
        let Command { package, topic, step, verb } = command;
        match (self.seat, verb) {
            (Seat::Guide, Verb::Hint(_)) => format!("cargo course hint {topic} {step}"),
            (Seat::Guide, Verb::Check) => format!("cargo course check {topic} {step}"),
            (_, Verb::Book) => format!("cargo course book {topic} {step}"),
            (_, Verb::Check) => format!("cargo test -p {package} -- {step}"),
            (_, Verb::Hint(1)) => format!("cargo test -p {package} -- hint {step}"),
            (_, Verb::Hint(number)) => format!("cargo test -p {package} -- hint {step} {number}"),
            (_, Verb::Replay) => format!("cargo test -p {package} -- replay {step}"),
        }
    }

    /// Rows of a label and what is typed, which go on a line each where there is no room beside each other.
    pub fn commands(&self, rows: &[(&str, String)]) -> String {
        let wide = rows.iter().map(|(label, _)| columns(label)).max().unwrap_or(0) + 2;
        let longest = rows.iter().map(|(_, typed)| columns(typed)).max().unwrap_or(0);
        let beside = 2 + wide + longest <= self.width;
        let row = |(label, typed): &(&str, String)| {
            let typed = self.ink.paint(COMMAND, typed);
            if beside { format!("  {}{typed}", pad(label, wide)) } else { format!("  {label}\n    {typed}") }
        };
        rows.iter().map(row).collect::<Vec<_>>().join("\n")
    }
}
