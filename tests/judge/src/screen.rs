//! The terminal that the learner reads, or whatever stands in its place.

use std::fs::File;
use std::io::{IsTerminal, Write};
use std::process::{Command, ExitCode};

use report::{Ink, Paper, Seat};

use crate::cli::FAILED;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

pub(crate) fn paper(color: Color) -> Paper {
    let out = std::io::stdout();
    let width = out.is_terminal().then(columns).flatten().unwrap_or(Paper::PLAIN.width);
    Paper { width, ink: ink(color, &out), seat: Seat::Tests }
}

fn ink(color: Color, to: &impl IsTerminal) -> Ink {
    Ink(match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if anstyle_query::no_color() => false,
        Color::Auto if anstyle_query::clicolor_force() => true,
        Color::Auto => {
            let wanted = anstyle_query::clicolor().unwrap_or(true);
            wanted && to.is_terminal() && (anstyle_query::term_supports_color() || anstyle_query::is_ci())
        }
    })
}

/// How wide the terminal is. Asking the kernel directly takes `unsafe` or another crate.
fn columns() -> Option<usize> {
    let mut stty = Command::new("stty");
    let output = stty.arg("size").stdin(File::open("/dev/tty").ok()?).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    said.split_whitespace().nth(1)?.parse().ok().filter(|&columns: &usize| columns > 0)
}

/// A reader that closes the pipe early has read what it wanted.
pub(crate) fn print(text: &str) {
    #[cfg(windows)]
    anstyle_query::windows::enable_ansi_colors();
    let _ = writeln!(std::io::stdout(), "{text}");
}

pub(crate) fn complain(page: impl FnOnce(&Paper) -> String) -> ExitCode {
    let mut to = std::io::stderr();
    let paper = Paper { ink: ink(Color::Auto, &to), ..Paper::PLAIN };
    let _ = writeln!(to, "{}", page(&paper));
    ExitCode::from(FAILED)
}
