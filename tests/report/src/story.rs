//! The order that breaks a promise, row by row.

use nanoserde::{DeJson, SerJson};

use crate::Line;

/// What happened, in the order in which it did: a column a thread or process, a row for what one of them did at one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Story {
    /// Short names: `main`, `1번`.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// Rows that were left out.
    pub gap: Option<Gap>,
    /// What is left to say below: who waits for what, and how the order was found.
    pub ending: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Gap {
    /// How many rows stand before it.
    pub after: usize,
    /// How many rows are missing.
    pub rows: usize,
}

/// What one of them did at one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Row {
    pub column: usize,
    /// The learner's line; `None` for the spec's own doings and for an end.
    pub line: Option<Line>,
    /// What was done, in one line; the learner's own names stand in backquotes.
    pub deeds: String,
    /// The switch right before, where the one before could have gone on: `1번 스레드에서 2번 스레드로`.
    pub turn: Option<String>,
    /// How the columns stood before this, and after.
    pub before: Vec<Lane>,
    pub after: Vec<Lane>,
    /// A lock was taken in this row, though it may be given back at its end.
    pub held: bool,
}

/// How a column stands between two rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Lane {
    pub alive: bool,
    pub waiting: bool,
    pub holding: bool,
}

impl Story {
    /// Without the rows in the middle, if there are more than these; few are not worth a gap.
    #[must_use]
    pub fn shortened(mut self, first: usize, last: usize) -> Story {
        let hidden = self.rows.len().saturating_sub(first + last);
        if hidden > 2 {
            self.rows.drain(first..first + hidden);
            self.gap = Some(Gap { after: first, rows: hidden });
        }
        self
    }

    /// How many rows were left out right before this one.
    pub fn hidden_before(&self, index: usize) -> Option<usize> {
        self.gap.filter(|gap| gap.after == index).map(|gap| gap.rows)
    }
}
