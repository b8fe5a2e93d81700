//! Answers that would hurt others, had they no guard. Everything here runs in a namespace of its own, where a number of a
//! process means nobody else: a mistake of ours must not hurt anybody either.

#![allow(clippy::zombie_processes, reason = "some cases leave processes behind on purpose")]

#[cfg(target_os = "linux")]
mod hostile;
#[cfg(target_os = "linux")]
#[path = "../programs.rs"]
mod programs;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    hostile::main()
}

#[cfg(not(target_os = "linux"))]
fn main() {}
