//! An order ready to be told, for whoever lays it out: the table of a story, or a picture.

use super::names::Names;
use super::rows::{self, Row};
use super::words;
use crate::event::{Action, Event, ThreadIndex};
use crate::failure::{Failure, Kind};
use crate::source::Sources;

/// The rows of an order, with Korean words for who and what is in them.
#[derive(Debug)]
pub struct Telling<'a> {
    failure: &'a Failure,
    pub(super) names: Names,
    /// What happened, from the first row to the one that shows what went wrong.
    pub rows: Vec<Row<'a>>,
}

impl Failure {
    /// The order, row by row; `full` with what came after the failure, which is only its tidying up.
    pub fn telling(&self, sources: &Sources, full: bool) -> Telling<'_> {
        let told = if full { self.trace.events.len() } else { self.last_told() };
        Telling {
            failure: self,
            names: Names::of(&self.trace, sources),
            rows: rows::group(&self.trace.events[..told], sources),
        }
    }

    /// How many events it takes to see what went wrong.
    pub(crate) fn last_told(&self) -> usize {
        let events = &self.trace.events;
        let Kind::Panic { thread, at, .. } = &self.kind else { return events.len() };
        let is_cause = |event: &Event| {
            matches!(event.action, Action::Panic(_)) && event.thread == *thread && event.at == *at
        };
        events.iter().position(is_cause).map_or(events.len(), |index| index + 1)
    }
}

impl Telling<'_> {
    /// `1번`, for the head of a lane.
    pub fn short(&self, thread: ThreadIndex) -> &str {
        self.names.short(thread)
    }

    /// `1번 스레드`, for a sentence.
    pub fn thread(&self, thread: ThreadIndex) -> String {
        self.names.thread(thread)
    }

    /// What the thread did in this row, in one line; the learner's own names stand in backquotes.
    pub fn deeds(&self, row: &Row<'_>) -> String {
        words::deeds(row, &self.names, self.failure)
    }
}
