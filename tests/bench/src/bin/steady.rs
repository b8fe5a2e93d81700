//! Runs a solved lesson about real processes again and again, the second half of it on a machine that has something else
//! to do: `cargo run -p bench --bin steady -- [TOPIC] [RUNS] [AT A TIME]`, subprocess, 500 and 1 unless told otherwise.
//!
//! Ends with a failure if any run was not solved, or left a process, a zombie or a folder behind.

#[path = "../lesson.rs"]
mod lesson;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{available_parallelism, scope};
use std::time::{Duration, Instant};

use lesson::{spec, while_busy};

fn main() -> ExitCode {
    let words = || std::env::args().skip(1);
    let mut numbers = words().filter_map(|word| word.parse().ok());
    let (runs, lanes) = (numbers.next().unwrap_or(500), numbers.next().unwrap_or(1));
    let topic = words().find(|word| word.parse::<usize>().is_err());
    let spec = spec(&format!("solution-{}", topic.as_deref().unwrap_or("subprocess")));
    let before = (processes(&spec), folders());
    let quiet = rounds(&spec, runs / 2, lanes);
    let cores = available_parallelism().map_or(1, usize::from);
    let loaded = while_busy(cores, || rounds(&spec, runs - runs / 2, lanes));
    let after = (processes(&spec), folders());
    println!("{lanes} at a time, on {cores} processors");
    println!("with nothing else to do: {quiet}");
    println!("with every processor busy: {loaded}");
    println!("processes of the lesson: {} before, {} after", before.0, after.0);
    println!("folders of cases: {} before, {} after", before.1, after.1);
    if quiet.failed + loaded.failed == 0 && before == after { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[derive(Default)]
struct Rounds {
    times: Vec<Duration>,
    failed: usize,
}

impl std::fmt::Display for Rounds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Rounds { times, failed } = self;
        let at = |index: usize| times.get(index).copied().unwrap_or_default().as_secs_f64();
        let (half, last) = (at(times.len() / 2), at(times.len().saturating_sub(1)));
        write!(f, "{} runs, {failed} failed; {half:.1} s in the middle, {last:.1} s the slowest", times.len())
    }
}

fn rounds(spec: &Path, runs: usize, lanes: usize) -> Rounds {
    let (started, rounds) = (AtomicUsize::new(0), Mutex::new(Rounds::default()));
    scope(|scope| {
        for _ in 0..lanes {
            scope.spawn(|| {
                while started.fetch_add(1, Ordering::Relaxed) < runs {
                    let begun = Instant::now();
                    let output = Command::new(spec).output().expect("the spec can be started");
                    let mut rounds = rounds.lock().unwrap();
                    rounds.times.push(begun.elapsed());
                    if !output.status.success() {
                        rounds.failed += 1;
                        eprintln!("{}", String::from_utf8_lossy(&output.stdout));
                    }
                }
            });
        }
    });
    let mut rounds = rounds.into_inner().unwrap();
    rounds.times.sort();
    rounds
}

/// Processes and zombies that go by the name of the binary.
fn processes(spec: &Path) -> usize {
    let name: String = spec.file_name().unwrap_or_default().to_string_lossy().chars().take(15).collect();
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let goes_by_it = |entry: &fs::DirEntry| {
        fs::read_to_string(entry.path().join("comm")).is_ok_and(|comm| comm.trim_end() == name)
    };
    entries.filter(goes_by_it).count()
}

fn folders() -> usize {
    let entries = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("case-")).count()
}
