//! Where text goes, in which colours and how wide.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::cargo::Note;
use crate::trouble::Trouble;

pub const HEADING: Style = Style::new().bold();
pub const GOOD: Style = AnsiColor::Green.on_default();
pub const BAD: Style = AnsiColor::Red.on_default();
pub const COMMAND: Style = AnsiColor::Cyan.on_default();
pub const QUIET: Style = Style::new().dimmed();

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

    /// Whether what is printed may have colour.
    pub fn colored(&self) -> bool {
        match self.choice {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        }
    }
}

pub fn width() -> usize {
    let known = io::stdout().is_terminal().then(|| crossterm::terminal::size().ok()).flatten();
    known.map_or(WIDEST, |(columns, _)| usize::from(columns)).clamp(24, WIDEST)
}

/// Breaks at spaces only: Korean words are kept whole.
pub fn wrap(text: &str, indent: usize) -> String {
    hang(text, indent, indent)
}

/// Like `wrap`, with other spaces before the lines after the first.
pub fn hang(text: &str, first: usize, later: usize) -> String {
    let (first, later) = (" ".repeat(first), " ".repeat(later));
    let options = textwrap::Options::new(width())
        .initial_indent(&first)
        .subsequent_indent(&later)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(text, options)
}

/// Wraps the first line. What stands below it is cargo's and was laid out by cargo.
pub fn wrap_first(text: &str) -> String {
    match text.split_once('\n') {
        Some((first, rest)) => format!("{}\n{rest}", wrap(first, 0)),
        None => wrap(text, 0),
    }
}

pub fn pad(text: &str, column: usize) -> String {
    format!("{text}{}", " ".repeat(column.saturating_sub(text.width())))
}

/// Rows of a label and a command, which go on a line each where the terminal is narrow.
pub fn commands(rows: &[(&str, String)]) -> String {
    let wide = rows.iter().map(|(label, _)| label.width()).max().unwrap_or(0) + 2;
    let longest = rows.iter().map(|(_, command)| command.width()).max().unwrap_or(0);
    let beside = 2 + wide + longest <= width();
    let row = |(label, command): &(&str, String)| match beside {
        true => format!("  {}{COMMAND}{command}{COMMAND:#}", pad(label, wide)),
        false => format!("  {label}\n    {COMMAND}{command}{COMMAND:#}"),
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
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
pub fn cut(text: &str, columns: usize) -> String {
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
            let _ = write!(io::stderr(), "\r\x1b[K{}", cut(&text, columns.saturating_sub(1)));
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
