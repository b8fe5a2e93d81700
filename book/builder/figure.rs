//! Recorded orders, kept as files, and the figures drawn from them.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use interleave::{Failure, Place, Sources};
use serde::{Deserialize, Serialize};

use crate::{chart, html, lanes, read, root};

/// One order of a program, as the engine recorded it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// The file that ran, from the root of the repository.
    pub program: String,
    /// What the figure shows, in one sentence.
    pub caption: String,
    pub shape: Shape,
    pub failure: Failure,
}

/// How an order is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A lane a thread, downwards, a row an event.
    Lanes,
    /// A bar a thread, against virtual time.
    Chart,
}

impl Recording {
    /// Paths as they are in the repository, wherever it lies and however the compiler was started.
    #[must_use]
    pub fn portable(mut self) -> Self {
        let trace = &mut self.failure.trace;
        let born = trace.objects.iter_mut().map(|object| &mut object.born);
        let spawned = trace.threads.iter_mut().filter_map(|thread| thread.spawned_at.as_mut());
        let happened = trace.events.iter_mut().filter_map(|event| event.at.as_mut());
        born.chain(spawned).chain(happened).for_each(shorten);
        match &mut self.failure.kind {
            interleave::Kind::Panic { at, .. } | interleave::Kind::Spin { at, .. } => {
                at.iter_mut().for_each(shorten)
            }
            interleave::Kind::Deadlock { waits, .. } => {
                for wait in waits {
                    wait.at.iter_mut().chain(&mut wait.callers).for_each(shorten);
                }
            }
            _ => {}
        }
        self
    }
}

fn shorten(place: &mut Place) {
    let file = place.file.strip_prefix(&*root().to_string_lossy()).unwrap_or(&place.file);
    let mut parts: Vec<&str> = Vec::new();
    for part in file.split(['/', '\\']) {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    let start = parts.iter().position(|part| ["tests", "book", "solutions"].contains(part)).unwrap_or(0);
    place.file = parts[start..].join("/");
}

/// The names of all recordings in a folder, with their files' text.
pub fn recordings(folder: &Path) -> Vec<(String, String)> {
    let named = html::files(folder, ".json").into_iter().map(|path| {
        let name = path.strip_prefix(folder).expect("it was found there").with_extension("");
        (name.to_string_lossy().replace('\\', "/"), std::fs::read_to_string(&path).unwrap_or_default())
    });
    named.collect()
}

fn recording(folder: &Path, name: &str) -> Result<Recording> {
    let text = read(&folder.join(format!("{name}.json")))?;
    serde_json::from_str(&text).with_context(|| format!("figures/{name}.json"))
}

/// When the longest chart of the same topic ends: charts that a reader compares have one time axis.
fn last_end(folder: &Path, name: &str) -> Result<Duration> {
    let topic = name.split('/').next().unwrap_or(name);
    let mut last = Duration::ZERO;
    for path in html::files(&folder.join(topic), ".json") {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let beside = recording(folder, &format!("{topic}/{stem}"))?;
        if beside.shape == Shape::Chart {
            last = last.max(chart::end(&beside.failure.trace));
        }
    }
    Ok(last)
}

/// The HTML of a figure.
pub(crate) fn draw(folder: &Path, name: &str) -> Result<String> {
    let recording = recording(folder, name)?;
    let sources =
        Sources::new().file(&recording.program, &recording.program, &root().join(&recording.program));
    let failure = &recording.failure;
    let (kind, picture) = match recording.shape {
        Shape::Lanes => {
            let story = failure.story(&sources, false).context("보여 줄 순서가 없습니다")?;
            ("lanes", lanes::draw(&story) + lanes::KEY)
        }
        Shape::Chart => ("chart", chart::draw(failure, &sources, last_end(folder, name)?)),
    };
    let id = format!("figure-{}", name.replace('/', "-"));
    let caption = html::escaped(&recording.caption);
    Ok(format!(
        "<figure class=\"{kind}\" id=\"{id}\">\n<figcaption>{caption}</figcaption>\n{picture}\n</figure>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_from_any_checkout() {
        for file in
            ["book/tests/./../../tests/mutex/a.rs", "/home/a/tests/mutex/a.rs", r"C:\x\tests\mutex\a.rs"]
        {
            let mut place = Place { file: file.into(), line: 1, column: 1 };
            shorten(&mut place);
            assert_eq!(place.file, "tests/mutex/a.rs");
        }
    }
}
