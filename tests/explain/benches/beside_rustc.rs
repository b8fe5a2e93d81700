//! How long an explanation takes beside the compiler's own answer, both in one run: `cargo bench -p explain`.
//!
//! Each program that is refused is given to rustc, and what it said to [`explain::explain`].

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use explain::{Diagnostic, Message};
use nanoserde::DeJson;

fn main() {
    // `cargo test --benches` only asks whether it starts.
    if !env::args().any(|argument| argument == "--bench") {
        return;
    }
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let entries = fs::read_dir(&programs).expect("the programs are there").flatten();
    let mut times: Vec<(Duration, Duration)> = entries
        .map(|entry| entry.path().join("refused.rs"))
        .filter(|source| source.exists())
        .map(|source| measure(&source))
        .collect();
    times.sort_by_key(|(_, explained)| *explained);
    let (rustc, explained) = times[times.len() / 2];
    let (slowest_rustc, slowest) = times[times.len() - 1];
    println!("programs                     {}", times.len());
    println!("median                       rustc {rustc:.1?}, explanation {explained:.1?}");
    println!("slowest explanation          rustc {slowest_rustc:.1?}, explanation {slowest:.1?}");
    let share = |(rustc, explained): &(Duration, Duration)| explained.as_secs_f64() / rustc.as_secs_f64();
    let most = times.iter().map(share).fold(0.0, f64::max);
    println!("explanation / rustc, at most {most:.4}");
}

/// How long rustc takes to refuse the program, and how long it takes to explain all that it said.
fn measure(source: &Path) -> (Duration, Duration) {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "--error-format=json"]);
    rustc.arg("--out-dir").arg(env::temp_dir());
    let begun = Instant::now();
    let said = rustc.arg(source).output().expect("rustc can be started").stderr;
    let compiled = begun.elapsed();
    let begun = Instant::now();
    let said = String::from_utf8_lossy(&said);
    let messages = said.lines().filter_map(|line| Message::deserialize_json(line).ok());
    let explained = messages.filter_map(|message| explain::explain(&Diagnostic::of(&message))).count();
    std::hint::black_box(explained);
    (compiled, begun.elapsed())
}
