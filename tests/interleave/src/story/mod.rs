//! Tells a failure in Korean: a headline, and the order row by row in the learner's own lines.

mod names;
mod patterns;
mod plain;
mod rows;
mod words;

use report::{Lane, Paper, Sources, Story};

use crate::event::{Action, Event, ThreadIndex};
use crate::failure::{Failure, Kind};
use names::Names;

/// Rows shown at the beginning and the end of a long story.
const FIRST: usize = 6;
const LAST: usize = 18;

/// The same at the end where a thread repeats itself: who does that is understood after one round.
const ONE_ROUND: usize = 4;

impl Failure {
    /// What went wrong, in one Korean sentence.
    pub fn headline(&self, sources: &Sources) -> String {
        words::headline(self, &Names::of(&self.trace, sources), sources)
    }

    /// The order, row by row; `full` with the rows in the middle of a long one, and with what came after the failure, which
    /// is only its tidying up. `None` where no order has anything to show.
    pub fn story(&self, sources: &Sources, full: bool) -> Option<Story> {
        if matches!(self.kind, Kind::Todo { .. } | Kind::Unsupported { .. }) || self.trace.events.is_empty() {
            return None;
        }
        let names = Names::of(&self.trace, sources);
        let told = if full { self.trace.events.len() } else { self.last_told() };
        let mut lanes = Lanes::new(self.trace.threads.len());
        let told = rows::group(&self.trace.events[..told], sources);
        let rows = told.iter().map(|row| {
            // Laying out a hundred thousand rows is no endless loop.
            crate::world::beat();
            let before = lanes.now();
            row.events.iter().for_each(|event| lanes.pass(event));
            report::Row {
                column: row.thread,
                deeds: words::deeds(row, &names, self),
                turn: row.preempts.then(|| words::turn(&names, row.before, row.thread)),
                before,
                after: lanes.now(),
                held: row.events.iter().any(|event| matches!(event.action, Action::Lock | Action::Read)),
                line: row.line.clone(),
            }
        });
        let story = Story {
            rows: rows.collect(),
            columns: (0..self.trace.threads.len()).map(|thread| names.short(thread).to_string()).collect(),
            gaps: Vec::new(),
            ending: words::ending(self, &names, sources),
        }
        .folded(|one, other| told[one].does_as(&told[other]));
        // Who repeats itself in long rounds is understood after the first steps.
        let repeats =
            matches!(self.kind, Kind::Spin { .. } | Kind::TooLong { .. } | Kind::TooMuchOutput { .. });
        let last = if repeats && story.rows.len() > FIRST + LAST { ONE_ROUND } else { LAST };
        Some(if full { story } else { story.shortened(FIRST, last) })
    }

    /// The story as a table of eighty columns; empty where there is none.
    pub fn table(&self, sources: &Sources, full: bool) -> String {
        self.story(sources, full).map_or_else(String::new, |story| story.table(&Paper::PLAIN))
    }

    /// `1번`, as the story calls it.
    pub fn name(&self, thread: ThreadIndex, sources: &Sources) -> String {
        Names::of(&self.trace, sources).short(thread).to_string()
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

/// What the threads are doing, as events pass.
struct Lanes(Vec<(Lane, usize)>);

impl Lanes {
    fn new(threads: usize) -> Lanes {
        let mut lanes = vec![(Lane::default(), 0); threads];
        lanes[0].0.alive = true;
        Lanes(lanes)
    }

    fn now(&self) -> Vec<Lane> {
        self.0.iter().map(|(lane, locks)| Lane { holding: *locks > 0, ..*lane }).collect()
    }

    fn pass(&mut self, event: &Event) {
        let (lane, locks) = &mut self.0[event.thread];
        lane.waiting = event.action.waits();
        match event.action {
            Action::Spawn(thread) => self.0[thread].0.alive = true,
            Action::Finish => lane.alive = false,
            Action::Lock | Action::Read => *locks += 1,
            Action::Unlock => *locks = locks.saturating_sub(1),
            _ => {}
        }
    }
}
