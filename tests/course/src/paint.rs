//! Where text goes, in which colours and how wide.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
pub use report::text::pad;
pub use report::{BAD, COMMAND, GOOD, HEADING, QUIET};
use report::{Ink, Seat, text};
use unicode_width::UnicodeWidthStr;

use crate::cargo::Note;
use crate::trouble::Trouble;

/// Wider lines are hard to read.
const WIDEST: usize = 80;

#[derive(Clone, Copy, Debug)]
pub struct Paper {
    pub choice: ColorChoice,
}

impl Paper {
    /// A reader that closes the pipe early has read what it wanted.
    pub fn print(&self, text: &str) {
        let _ = writeln!(AutoStream::new(io::stdout(), self.choice), "{text}");
    }

    pub fn complain(&self, trouble: &Trouble) {
        let mut to = AutoStream::new(io::stderr(), self.choice);
        let what = format!("{BAD}{HEADING}오류:{HEADING:#}{BAD:#} {}", trouble.what.trim_end());
        let _ = writeln!(to, "{}", wrap_first(&what));
        let _ = writeln!(to, "{}", wrap(&format!("할 일: {}", trouble.advice), 0));
    }

    /// For pages that are laid out from data: code and tables may be as wide as the terminal.
    pub fn report(&self) -> report::Paper {
        report::Paper { width: columns(), ink: Ink(self.colored()), seat: Seat::Guide }
    }

    /// Whether what is printed may have colour.
    pub fn colored(&self) -> bool {
        match self.choice {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        }
    }
}

/// Columns of the terminal.
pub fn columns() -> usize {
    let known = io::stdout().is_terminal().then(|| crossterm::terminal::size().ok()).flatten();
    known.map_or(WIDEST, |(columns, _)| usize::from(columns)).max(24)
}

/// Columns for sentences.
pub fn width() -> usize {
    columns().min(WIDEST)
}

/// Breaks at spaces only: Korean words are kept whole.
pub fn wrap(what: &str, indent: usize) -> String {
    text::wrap(what, indent, width())
}

/// Like `wrap`, with other spaces before the lines after the first.
pub fn hang(what: &str, first: usize, later: usize) -> String {
    text::hang(what, first, later, width())
}

/// Wraps the first line. What stands below it is cargo's and was laid out by cargo.
pub fn wrap_first(text: &str) -> String {
    match text.split_once('\n') {
        Some((first, rest)) => format!("{}\n{rest}", wrap(first, 0)),
        None => wrap(text, 0),
    }
}

/// Rows of a label and a command, which go on a line each where the terminal is narrow.
pub fn commands(rows: &[(&str, String)]) -> String {
    // What is printed goes through a stream that takes the colours out where they are not wanted.
    report::Paper { width: width(), ink: Ink(true), seat: Seat::Guide }.commands(rows)
}

/// Whether long rows have to be told briefly.
pub fn narrow() -> bool {
    width() < 60
}

/// A number of `#` for what is done.
pub fn bar(done: usize, all: usize) -> String {
    let each = if all > 8 || narrow() { 1 } else { 3 };
    format!("[{GOOD}{}{GOOD:#}{}]", "#".repeat(each * done), ".".repeat(each * (all - done)))
}

/// Fits a line into a terminal, so that it can be erased again.
pub fn fitted(text: &str, columns: usize) -> String {
    let mut cut = String::new();
    for letter in text.chars() {
        if cut.width() + unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0) > columns {
            break;
        }
        cut.push(letter);
    }
    cut
}

/// How a build stands, in a sentence.
pub fn progress(note: &Note, since: Duration) -> String {
    let seconds = since.as_secs();
    let after = if seconds > 0 { format!(" {seconds}초째") } else { String::new() };
    match note {
        Note::Compiling(done, all) if *all > 8 => {
            let when = match (*done, seconds) {
                (1.., 3..) if done < all => {
                    format!(", {}초쯤 남음", (seconds as usize * (all - done)).div_ceil(*done))
                }
                _ => after,
            };
            format!("라이브러리 컴파일 {done}/{all}{when}")
        }
        Note::Compiling(..) => format!("컴파일합니다{after}"),
        Note::Blocked => format!("다른 cargo가 끝나기를 기다립니다{after}"),
        Note::Downloading => format!("라이브러리를 내려받습니다{after}"),
        Note::Judging => format!("약속을 하나씩 확인합니다{after}"),
    }
}

/// Progress on standard error: one line that is rewritten, or a line a stage where that cannot be.
pub struct Status {
    live: bool,
    state: Mutex<(Instant, Option<std::mem::Discriminant<Note>>, bool)>,
}

impl Status {
    pub fn new() -> Status {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let state = Mutex::new((Instant::now(), None, false));
        Status { live: io::stderr().is_terminal() && !dumb, state }
    }

    pub fn tell(&self, note: Note) {
        let Ok(mut state) = self.state.lock() else { return };
        let kind = std::mem::discriminant(&note);
        if state.1 != Some(kind) {
            state.0 = Instant::now();
        }
        let text = progress(&note, state.0.elapsed());
        if self.live {
            let columns = crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns));
            let _ = write!(io::stderr(), "\r\x1b[K{}", fitted(&text, columns.saturating_sub(1)));
            let _ = io::stderr().flush();
            state.2 = true;
        } else if state.1 != Some(kind) {
            let _ = writeln!(io::stderr(), "{text}");
        }
        state.1 = Some(kind);
    }

    pub fn clear(&self) {
        let Ok(mut state) = self.state.lock() else { return };
        if std::mem::take(&mut state.2) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

impl Default for Status {
    fn default() -> Status {
        Status::new()
    }
}
