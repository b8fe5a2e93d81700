//! The terminal of the watcher, and how it gets back what it had.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal;

use super::keys::Scroll;
use super::view::{Focus, Sheet};
use crate::paint::{self, Paper, QUIET};

/// Whether the terminal must be put back.
static RAW: AtomicBool = AtomicBool::new(false);

pub struct Screen {
    pub paper: Paper,
    /// Keys come one by one, and the cursor can move.
    pub live: bool,
    status: bool,
}

impl Screen {
    pub fn new(paper: &Paper) -> Screen {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
        let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb" || term.is_empty());
        let mut screen = Screen { paper: *paper, live: !dumb || cfg!(windows), status: false };
        screen.live = screen.live && screen.enter();
        screen
    }

    fn enter(&self) -> bool {
        let entered = terminal::enable_raw_mode().is_ok();
        RAW.store(entered, Ordering::SeqCst);
        entered
    }

    /// Lends the terminal, as it was, to a program or to the shell.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T) -> T {
        self.clear_status();
        restore();
        let result = to();
        if self.live {
            self.enter();
        }
        result
    }

    /// How many lines and columns there are.
    fn size() -> (usize, usize) {
        let (columns, rows) = terminal::size().unwrap_or((80, 24));
        (usize::from(rows), usize::from(columns))
    }

    /// Lines of a page that fit above the foot and the line of status.
    fn room(foot: &[String]) -> usize {
        Screen::size().0.saturating_sub(foot.len() + 2).max(1)
    }

    fn sheets(text: &str, focus: Focus, foot: &str) -> (Sheet, Vec<String>) {
        let columns = Screen::size().1;
        let foot = Sheet::new(foot, Focus::Start, columns).window(None, usize::MAX).lines;
        (Sheet::new(text, focus, columns), foot)
    }

    /// Where a page stands after the reader has moved on it.
    pub fn scrolled(
        &self,
        page: &(String, Focus),
        foot: &str,
        moved: Option<usize>,
        scroll: Scroll,
    ) -> usize {
        let (sheet, foot) = Screen::sheets(&page.0, page.1, foot);
        sheet.moved(moved, Screen::room(&foot), scroll)
    }

    /// Shows a page in place of the one before. An error means that the terminal is gone.
    pub fn page(&mut self, page: &(String, Focus), foot: &str, moved: Option<usize>) -> io::Result<()> {
        self.status = false;
        if !self.live {
            let line = "-".repeat(40);
            return self.write(&format!("\n{line}\n{}\n\n{foot}\n", page.0));
        }
        let (sheet, foot) = Screen::sheets(&page.0, page.1, foot);
        let window = sheet.window(moved, Screen::room(&foot));
        let hidden = match (window.above, window.below) {
            (0, 0) => String::new(),
            (above, 0) => format!("위로 {above}줄 더 있습니다. ↑와 PgUp으로 올립니다."),
            (0, below) => format!("아래로 {below}줄 더 있습니다. ↓와 PgDn으로 내립니다."),
            (above, below) => format!("위로 {above}줄, 아래로 {below}줄 더 있습니다. ↑와 ↓로 움직입니다."),
        };
        let columns = Screen::size().1;
        let hidden = format!("{QUIET}{}{QUIET:#}", paint::fitted(&hidden, columns));
        let lines = window.lines.iter().chain([&hidden]).chain(&foot);
        let lines: Vec<&str> = lines.map(String::as_str).collect();
        self.write(&format!("\x1b[0m\x1b[H\x1b[2J{}\n", lines.join("\n")))
    }

    /// A line under the page that the next one replaces.
    pub fn status(&mut self, text: &str) -> io::Result<()> {
        if !self.live {
            return self.write(&format!("{text}\n"));
        }
        self.status = true;
        let columns = terminal::size().map_or(80, |(columns, _)| usize::from(columns));
        self.write(&format!("\r\x1b[K{}", paint::fitted(text, columns.saturating_sub(1))))
    }

    pub fn clear_status(&mut self) {
        if std::mem::take(&mut self.status) {
            let _ = self.write("\r\x1b[K");
        }
    }

    pub fn write(&self, text: &str) -> io::Result<()> {
        let text = if self.paper.colored() { text.to_string() } else { plain(text) };
        // Without the terminal's own care a line feed does not go back to the first column.
        let text = if self.live { text.replace('\n', "\r\n") } else { text };
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.clear_status();
        restore();
    }
}

/// Without colours; what moves the cursor stays.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("\x1b[") {
        plain.push_str(&rest[..start]);
        let code = &rest[start..];
        let length = code.find(|letter: char| letter.is_ascii_alphabetic()).map_or(code.len(), |end| end + 1);
        if !code[..length].ends_with('m') {
            plain.push_str(&code[..length]);
        }
        rest = &code[length..];
    }
    plain + rest
}

fn restore() {
    if RAW.swap(false, Ordering::SeqCst) {
        let _ = terminal::disable_raw_mode();
        let _ = io::stdout().write_all(b"\x1b[0m");
        let _ = io::stdout().flush();
    }
}
