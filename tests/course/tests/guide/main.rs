//! The guide in a made-up course: its commands, what it must survive, and the watcher in a real pseudo-terminal.

mod commands;
#[cfg(unix)]
mod enduring;
mod errors;
mod made_up;
#[cfg(target_os = "linux")]
mod moments;
mod real;
#[cfg(unix)]
mod screens;
#[cfg(unix)]
mod survival;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod watching;
