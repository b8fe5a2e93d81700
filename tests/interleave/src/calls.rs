//! Through which calls a thread came to the place where it waits.

use std::backtrace::Backtrace;

use crate::event::Place;
use crate::panics::is_in_a_library;
use crate::world::read_notes;

/// The callers of the code at `at`, the nearest first, as far as the compiler's notes on lines tell.
pub(crate) fn callers(trace: &Backtrace, at: &Place) -> Vec<Place> {
    let text = read_notes(trace);
    let mut frames = text.lines().filter_map(frame);
    // The innermost frame there: a closure that is called in one line may stand in it twice.
    let is_there = |frame: &Place| frame.line == at.line && same_file(&frame.file, &at.file);
    if frames.find(is_there).is_none() {
        return Vec::new();
    }
    // Beyond the engine stands who explores, which is not the order's own.
    let inside = frames.take_while(|frame| !frame.file.contains("tests/interleave/src/"));
    let mut callers: Vec<Place> = inside.filter(|frame| !is_in_a_library(frame)).collect();
    callers.dedup_by_key(|place| (place.file.clone(), place.line));
    callers
}

fn same_file(one: &str, other: &str) -> bool {
    let name = |path: &str| path.rsplit(['/', '\\']).next().map(str::to_string);
    name(one) == name(other)
}

/// The place in a line of a backtrace: `at ./tests/../src/counter.rs:12:5`, from where the process was started.
pub(crate) fn frame(line: &str) -> Option<Place> {
    let mut parts = line.trim_start().strip_prefix("at ")?.rsplitn(3, ':');
    let (column, number, file) = (parts.next()?, parts.next()?, parts.next()?);
    let file = match file.strip_prefix("./") {
        Some(rest) => std::env::current_dir().ok()?.join(rest).to_string_lossy().into_owned(),
        None => file.to_string(),
    };
    Some(Place { file, line: number.parse().ok()?, column: column.parse().ok()? })
}
