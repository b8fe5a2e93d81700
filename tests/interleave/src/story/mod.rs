//! Tells a failure in Korean: a headline, and the order row by row in the learner's own lines.

mod names;
mod patterns;
mod plain;
mod rows;
mod words;

use report::{Gap, Lane, Paper, Repeats, Sources, Story};

use crate::event::{Action, Event, LeftOut, ThreadIndex};
use crate::failure::{Failure, Kind};
use names::Names;

/// Rows shown at the beginning and the end of a long story.
const FIRST: usize = 6;
const LAST: usize = 18;

/// The same at the end where a thread repeats itself: who does that is understood after one round.
const ONE_ROUND: usize = 4;

impl Failure {
    /// What went wrong, in one Korean sentence, and what the code was given.
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
        let mut teller = Teller {
            failure: self,
            names: &names,
            lanes: Lanes::new(self.trace.threads.len()),
            story: Story {
                rows: Vec::new(),
                columns: (0..self.trace.threads.len())
                    .map(|thread| names.short(thread).to_string())
                    .collect(),
                gaps: Vec::new(),
                ending: words::ending(self, &names, sources),
            },
        };
        let events = &self.trace.events[..told];
        let LeftOut { after, events: missing } = self.trace.left_out;
        match events.split_at_checked(after).filter(|_| missing > 0) {
            Some((first, rest)) => {
                teller.tell(&rows::group(first, sources));
                teller.leave_out(missing, 0);
                teller.tell(&rows::group(rest, sources));
            }
            None => teller.tell(&rows::group(events, sources)),
        }
        let story = teller.story;
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

/// The story as it grows.
struct Teller<'a> {
    failure: &'a Failure,
    names: &'a Names,
    lanes: Lanes,
    story: Story,
}

impl Teller<'_> {
    /// Tells the rows, without those that only repeat others.
    fn tell(&mut self, rows: &[rows::Row<'_>]) {
        let mut repeats =
            report::repeats(rows.len(), |one, other| rows[one].does_as(&rows[other])).into_iter();
        let mut folded = repeats.next();
        for (index, row) in rows.iter().enumerate() {
            // Going through a hundred thousand rows is no endless loop.
            crate::world::beat();
            folded = folded.filter(|folded| index < folded.rows.end).or_else(|| repeats.next());
            match &folded {
                Some(Repeats { rows, round }) if rows.contains(&index) => {
                    if rows.start == index {
                        self.leave_out(rows.len(), *round);
                    }
                    row.events.iter().for_each(|event| self.lanes.pass(event));
                }
                _ => self.tell_row(row),
            }
        }
    }

    fn leave_out(&mut self, rows: usize, round: usize) {
        self.story.gaps.push(Gap { after: self.story.rows.len(), rows, round });
    }

    fn tell_row(&mut self, row: &rows::Row<'_>) {
        let before = self.lanes.now();
        row.events.iter().for_each(|event| self.lanes.pass(event));
        self.story.rows.push(report::Row {
            column: row.thread,
            deeds: words::deeds(row, self.names, self.failure),
            turn: row.preempts.then(|| words::turn(self.names, row.before, row.thread)),
            before,
            after: self.lanes.now(),
            held: row.events.iter().any(|event| matches!(event.action, Action::Lock | Action::Read)),
            line: row.line.clone(),
        });
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
