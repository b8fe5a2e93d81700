//! [`std::io`], where standard output is kept with the order instead of being printed.

use std::fmt::Arguments;
pub use std::io::*;

use interleave::model::{self, Handle, Mode, ObjectKind};

static OUTPUT: Handle = Handle::new(ObjectKind::Output);

/// What `print!` and `println!` call.
#[doc(hidden)]
#[track_caller]
pub fn write_out(text: Arguments<'_>) {
    stdout_text(&std::fmt::format(text));
}

/// What `eprint!`, `eprintln!` and `dbg!` call: it is kept for the report, and is no step of the order.
#[doc(hidden)]
pub fn write_err(text: Arguments<'_>) {
    stderr_text(&std::fmt::format(text));
}

fn stderr_text(text: &str) {
    if model::active() { model::aside(text) } else { std::eprint!("{text}") }
}

/// The name of the file of `dbg!`, without the folders it was compiled from.
#[doc(hidden)]
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// [`std::io::stderr`]
pub fn stderr() -> Stderr {
    Stderr(())
}

/// [`std::io::Stderr`]: what is written there is kept for the report.
#[derive(Debug)]
pub struct Stderr(());

impl Stderr {
    /// As [`Stdout::is_terminal`].
    pub fn is_terminal(&self) -> bool {
        false
    }

    /// [`std::io::Stderr::lock`]: nobody waits for it, since no thread can see what another one writes.
    pub fn lock(&self) -> StderrLock<'static> {
        StderrLock(std::marker::PhantomData)
    }
}

/// [`std::io::StderrLock`]
#[derive(Debug)]
pub struct StderrLock<'a>(std::marker::PhantomData<&'a *const ()>);

#[track_caller]
fn stdout_text(text: &str) {
    let at = model::here();
    if !model::active() {
        return std::print!("{text}");
    }
    if model::is_held(&OUTPUT) && !model::is_held_by_me(&OUTPUT) {
        model::lock(&OUTPUT, Mode::Exclusive, at, None);
        model::print(text, at);
        model::unlock(&OUTPUT, Mode::Exclusive);
    } else {
        model::print(text, at);
    }
}

/// [`std::io::stdout`]
pub fn stdout() -> Stdout {
    Stdout(())
}

/// [`std::io::Stdout`]
#[derive(Debug)]
pub struct Stdout(());

impl Stdout {
    /// [`std::io::IsTerminal::is_terminal`]: what is printed is kept for the report.
    pub fn is_terminal(&self) -> bool {
        false
    }

    /// [`std::io::Stdout::lock`]: as there, the thread that holds it may lock it again.
    #[track_caller]
    pub fn lock(&self) -> StdoutLock<'static> {
        let owns = !model::is_held_by_me(&OUTPUT);
        if owns {
            let at = model::here();
            model::lock(&OUTPUT, Mode::Exclusive, at, None);
            model::locked(&OUTPUT, Mode::Exclusive, at, None);
        }
        StdoutLock { owns, marker: std::marker::PhantomData }
    }
}

/// [`std::io::StdoutLock`]
#[derive(Debug)]
pub struct StdoutLock<'a> {
    owns: bool,
    marker: std::marker::PhantomData<&'a *const ()>,
}

impl Drop for StdoutLock<'_> {
    fn drop(&mut self) {
        if self.owns {
            model::unlock(&OUTPUT, Mode::Exclusive);
        }
    }
}

macro_rules! writes {
    ($text:ident: $($writer:ty),*) => {$(
        impl Write for $writer {
            #[track_caller]
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                $text(&String::from_utf8_lossy(bytes));
                Ok(bytes.len())
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }

            #[track_caller]
            fn write_fmt(&mut self, text: Arguments<'_>) -> Result<()> {
                $text(&std::fmt::format(text));
                Ok(())
            }
        }
    )*};
}

writes!(stdout_text: Stdout, &Stdout, StdoutLock<'_>);
writes!(stderr_text: Stderr, &Stderr, StderrLock<'_>);
