//! The guide in a made-up course: its commands, what it must survive, and the watcher in a real pseudo-terminal.

mod commands;
#[cfg(unix)]
mod enduring;
mod made_up;
mod real;
#[cfg(unix)]
mod survival;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod watching;
