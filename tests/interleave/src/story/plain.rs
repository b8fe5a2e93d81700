//! A failure as plain text, for a failing `#[test]`.

use std::fmt;

use report::{Paper, Sources};

use crate::event::Trace;
use crate::failure::{Failure, Kind};
use crate::panics::is_in_a_library;

/// Columns of the text.
const WIDTH: usize = 100;

/// Choices of an order that are shown at most: a longer one is found in [`Failure::order`].
const LONGEST_ORDER: usize = 400;

impl fmt::Display for Failure {
    /// The headline, the pattern, the story and how to run the order again, with the lines of the files as they are now.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sources = sources(&self.trace);
        write!(f, "{}", self.headline(&sources))?;
        if let Some(place) = self.suspect(&sources) {
            write!(f, "\n{}:{}", place.path, place.number)?;
        }
        if let Some(pattern) = self.pattern_said(&sources) {
            write!(f, "\n{}: {}", pattern.name, pattern.says)?;
        }
        if let Some(story) = self.story(&sources, false) {
            let table = story.table(&Paper { width: WIDTH, ..Paper::PLAIN });
            write!(f, "\n\n{}", table.trim_end())?;
        }
        if matches!(self.kind, Kind::NeverHappens { .. } | Kind::Todo { .. } | Kind::Unsupported { .. }) {
            return Ok(());
        }
        let order = self.order.to_string();
        let order = order.trim_end_matches(['.', '0']);
        if order.len() <= LONGEST_ORDER {
            write!(f, "\n이 순서만 다시 실행: Explorer::new().replay(&\"{order}\".parse().unwrap(), || ...)")
        } else {
            write!(f, "\n이 순서만 다시 실행: Explorer::new().replay(&failure.order, || ...)")
        }
    }
}

impl std::error::Error for Failure {}

/// The files that the order came through, as far as they are found from where the program runs.
fn sources(trace: &Trace) -> Sources {
    let mut sources = Sources::new();
    let places = trace.events.iter().filter_map(|event| event.at.as_ref());
    let born = trace.objects.iter().map(|object| &object.born);
    let spawned = trace.threads.iter().filter_map(|thread| thread.spawned_at.as_ref());
    for place in places.chain(born).chain(spawned) {
        if is_in_a_library(place) || sources.line(place).is_some() {
            continue;
        }
        let here = std::env::current_dir().unwrap_or_default();
        let found = here.ancestors().map(|folder| folder.join(&place.file)).find(|path| path.is_file());
        if let Some(path) = found {
            sources = sources.file(&place.file, &place.file, &path);
        }
    }
    sources
}
