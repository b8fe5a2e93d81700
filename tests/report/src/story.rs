//! The order that breaks a promise, row by row.

use nanoserde::{DeJson, SerJson};

use crate::Line;

/// What happened, in the order in which it did: a column a thread or process, a row for what one of them did at one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Story {
    /// Short names: `main`, `1번`.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// Rows that are not told, in the order in which they are missing.
    pub gaps: Vec<Gap>,
    /// What is left to say below: who waits for what, and how the order was found.
    pub ending: Vec<String>,
}

/// Rows that are not told, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Gap {
    /// How many rows stand before it.
    pub after: usize,
    /// How many rows are missing.
    pub rows: usize,
    /// How many rows one round has, where the missing ones only repeat those before; 0 where there were too many to tell.
    pub round: usize,
}

impl Gap {
    /// What stands in the place of the rows.
    pub fn told(self) -> String {
        match self.round {
            0 => format!("{}걸음을 줄였습니다", self.rows),
            1 => format!("윗줄을 {}번 더 되풀이했습니다", self.rows),
            round => format!("위의 {round}걸음을 {}번 더 되풀이했습니다", self.rows / round),
        }
    }
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
            self.leave_out(Gap { after: first, rows: hidden, round: 0 });
        }
        self
    }

    /// Takes the rows of a gap out; gaps within it become a part of it.
    pub(crate) fn leave_out(&mut self, mut gap: Gap) {
        let end = gap.after + gap.rows;
        self.rows.drain(gap.after..end);
        let taken = gap.rows;
        let (within, mut gaps): (Vec<Gap>, _) =
            self.gaps.drain(..).partition(|other| (gap.after..=end).contains(&other.after));
        gap.rows += within.iter().map(|other| other.rows).sum::<usize>();
        gaps.iter_mut().filter(|other| other.after > end).for_each(|other| other.after -= taken);
        gaps.push(gap);
        gaps.sort_by_key(|gap| gap.after);
        self.gaps = gaps;
    }

    /// What was left out right before this row.
    pub fn gap_before(&self, index: usize) -> Option<Gap> {
        self.gaps.iter().copied().find(|gap| gap.after == index)
    }

    /// Whether some of it was too much to tell.
    pub fn is_cut(&self) -> bool {
        self.gaps.iter().any(|gap| gap.round == 0)
    }
}
