//! What the cases of these tests start.

use std::ffi::OsString;
use std::io::{Write, stderr, stdout};
use std::thread::sleep;
use std::time::Duration;

use process::{Role, program};

pub const PROGRAMS: &[Role] = &[
    Role { name: "say", run: say },
    Role { name: "linger", run: linger },
    Role { name: "family", run: family },
    Role { name: "orphan", run: orphan },
];

fn word(words: &[OsString], index: usize) -> String {
    words.get(index).map(|word| word.to_string_lossy().into_owned()).unwrap_or_default()
}

fn put(mut to: impl Write, text: &str) {
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

/// Prints its first argument, complains its second, and ends with its third.
fn say(words: &[OsString]) -> i32 {
    put(stdout(), &word(words, 0));
    put(stderr(), &word(words, 1));
    word(words, 2).parse().unwrap_or(0)
}

/// Does not end, for longer than any case takes.
fn linger(words: &[OsString]) -> i32 {
    put(stdout(), &word(words, 0));
    sleep(Duration::from_secs(60));
    0
}

/// Waits for a child that lingers.
fn family(_: &[OsString]) -> i32 {
    program("linger", &[]).command().status().map_or(1, |_| 0)
}

/// Leaves one behind.
fn orphan(_: &[OsString]) -> i32 {
    program("linger", &[]).command().spawn().map_or(1, |_| 0)
}
