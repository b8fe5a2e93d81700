//! Events gathered into rows: what one thread did at one line before another line or thread came.

use std::collections::HashMap;

use crate::event::{Action, Event, Place, ThreadIndex};
use report::{Line, Sources};

/// What one thread did at one line.
pub(super) struct Row<'a> {
    pub(super) thread: ThreadIndex,
    /// The learner's line; `None` for the spec's own doings and for the end of a thread.
    pub(super) line: Option<Line>,
    pub(super) events: Vec<&'a Event>,
    pub(super) preempts: bool,
    /// Who acted in the row before.
    pub(super) before: ThreadIndex,
}

impl Row<'_> {
    /// The same thread does the same at the same line, whenever it does.
    pub(super) fn does_as(&self, other: &Row<'_>) -> bool {
        let deed = |event: &&Event| (event.action, event.object, event.value, event.touch);
        (self.thread, &self.line, self.preempts) == (other.thread, &other.line, other.preempts)
            && self.events.iter().map(deed).eq(other.events.iter().map(deed))
    }
}

pub(super) fn group<'a>(events: &'a [Event], sources: &Sources) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    // A long order goes through the same few places again and again.
    let mut lines: HashMap<&Place, Option<Line>> = HashMap::new();
    for event in events {
        let line = event
            .at
            .as_ref()
            .and_then(|place| lines.entry(place).or_insert_with(|| sources.line(place)).clone());
        let before = rows.last().map_or(0, |row| row.thread);
        let joins = rows.last().is_some_and(|row| {
            let same_line = line == row.line && event.at.is_some() && row.line.is_some();
            let at_hand = event.at.is_none() && matches!(event.action, Action::Unlock | Action::Poison);
            row.thread == event.thread && !event.preempts && (same_line || at_hand)
        });
        match rows.last_mut() {
            Some(row) if joins => row.events.push(event),
            _ => rows.push(Row {
                thread: event.thread,
                line,
                events: vec![event],
                preempts: event.preempts,
                before,
            }),
        }
    }
    rows
}
