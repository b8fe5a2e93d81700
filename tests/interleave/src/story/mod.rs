//! Tells a failure in Korean: a headline, and the order as a table in the learner's own lines.

mod legible;
mod names;
mod patterns;
mod rows;
mod telling;
mod words;

use crate::event::{Action, ThreadIndex};
use crate::failure::{Failure, Kind};
use crate::source::Sources;
pub use legible::legible;
use names::Names;
pub use rows::Row;
pub use telling::Telling;

/// How a story is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Use ANSI colours. Nothing is told by colour alone.
    pub color: bool,
    /// Terminal columns; Hangul takes two each.
    pub width: usize,
    /// Show every step instead of the first and last few.
    pub full: bool,
}

/// Groups of steps shown at the beginning and the end of a long story.
const FIRST: usize = 6;
const LAST: usize = 18;

impl Failure {
    /// What went wrong, in one Korean sentence.
    pub fn headline(&self, sources: &Sources) -> String {
        words::headline(self, &Names::of(&self.trace, sources), sources)
    }

    /// The order, step by step: a column a thread, then the learner's line and what it did. Empty where no order
    /// has anything to show.
    pub fn story(&self, sources: &Sources, style: Style) -> String {
        if matches!(self.kind, Kind::Todo { .. } | Kind::Unsupported { .. }) || self.trace.events.is_empty() {
            return String::new();
        }
        let telling = self.telling(sources, style.full);
        let rows = &telling.rows;
        let mut table = Table::new(self, &telling, style);
        table.head();
        // Who repeats itself is understood after one round.
        let repeats =
            matches!(self.kind, Kind::Spin { .. } | Kind::Endless { .. } | Kind::TooMuchOutput { .. });
        let last = if repeats { 4 } else { LAST };
        let hidden = rows.len().saturating_sub(FIRST + last);
        for (index, row) in rows.iter().enumerate() {
            let shown = style.full || hidden < 3 || index < FIRST || index >= FIRST + hidden;
            if shown {
                table.row(row);
            } else {
                table.pass(row);
                if index == FIRST {
                    table.skip(hidden);
                }
            }
        }
        for line in words::ending(self, &telling.names, sources) {
            table.say(&line);
        }
        table.text
    }
}

/// What a thread is doing between two rows.
#[derive(Clone, Copy, Default)]
struct Lane {
    alive: bool,
    waiting: bool,
    holding: usize,
}

/// The table as it grows.
struct Table<'a> {
    telling: &'a Telling<'a>,
    style: Style,
    lanes: Vec<Lane>,
    text: String,
    /// Path of the file whose lines are shown now.
    path: String,
}

/// Columns for the lanes at most; with more threads only the acting one is named.
const WIDEST: usize = 36;

impl<'a> Table<'a> {
    fn new(failure: &Failure, telling: &'a Telling<'a>, style: Style) -> Self {
        let mut lanes = vec![Lane::default(); failure.trace.threads.len()];
        lanes[0].alive = true;
        Table { telling, style, lanes, text: String::new(), path: String::new() }
    }

    fn lane_width(&self, thread: ThreadIndex) -> usize {
        words::columns(self.telling.short(thread)) + 2
    }

    fn is_narrow(&self) -> bool {
        (0..self.lanes.len()).map(|thread| self.lane_width(thread)).sum::<usize>() <= WIDEST
    }

    fn margin(&self) -> usize {
        if self.is_narrow() { (0..self.lanes.len()).map(|thread| self.lane_width(thread)).sum() } else { 10 }
    }

    fn head(&mut self) {
        let mut line = String::new();
        if self.is_narrow() {
            for thread in 0..self.lanes.len() {
                line += &words::padded(self.telling.short(thread), self.lane_width(thread));
            }
        } else {
            line += &words::padded("스레드", self.margin());
        }
        self.line(&line, "* 움직임  # 잠금을 쥠  . 기다림  | 살아 있음", DIM);
    }

    /// The lanes of one line of text; `acting` moves in it.
    fn lanes(&self, acting: Option<ThreadIndex>) -> String {
        if !self.is_narrow() {
            return words::padded(acting.map_or("", |thread| self.telling.short(thread)), self.margin());
        }
        let mut line = String::new();
        for (thread, lane) in self.lanes.iter().enumerate() {
            let sign = match lane {
                _ if acting == Some(thread) => "*",
                Lane { alive: false, .. } => " ",
                Lane { waiting: true, .. } => ".",
                Lane { holding: 1.., .. } => "#",
                Lane { .. } => "|",
            };
            let width = self.lane_width(thread);
            let before = (width - 2) / 2;
            line += &" ".repeat(before);
            line += sign;
            line += &" ".repeat(width - before - 1);
        }
        line
    }

    fn row(&mut self, row: &Row<'_>) {
        if row.preempts {
            let rest = words::preemption(&self.telling.names, row.before, row.thread);
            let lanes = self.lanes(None);
            self.line(&lanes, &rest, YELLOW);
        }
        if let Some(line) = &row.line {
            if self.path != line.path {
                self.path = line.path.clone();
                let lanes = self.lanes(None);
                self.line(&lanes, &line.path, DIM);
            }
            let lanes = self.lanes(Some(row.thread));
            let source = format!("{:>3} | {}", line.number, legible::in_a_row(&line.text));
            self.line(&lanes, &source, BOLD);
        }
        let acting = row.line.is_none().then_some(row.thread);
        self.pass(row);
        let lanes = self.lanes(acting);
        let told = self.telling.deeds(row);
        let indent = if row.line.is_some() { "    -> " } else { "       " };
        for (index, piece) in words::wrapped(&told, self.room() - 7).into_iter().enumerate() {
            let lanes = if index == 0 { lanes.clone() } else { self.lanes(None) };
            let indent = if index == 0 { indent } else { "       " };
            self.line(&lanes, &format!("{indent}{piece}"), PLAIN);
        }
    }

    /// Brings the lanes up to date without showing anything.
    fn pass(&mut self, row: &Row<'_>) {
        for event in &row.events {
            let lane = &mut self.lanes[event.thread];
            lane.waiting = false;
            match event.action {
                Action::Spawn(thread) => self.lanes[thread].alive = true,
                Action::Finish => lane.alive = false,
                Action::Lock | Action::Read => lane.holding += 1,
                Action::Unlock => lane.holding = lane.holding.saturating_sub(1),
                action if action.waits() => lane.waiting = true,
                _ => {}
            }
        }
    }

    fn skip(&mut self, rows: usize) {
        let lanes = " ".repeat(self.margin());
        self.line(&lanes, &format!("    ... {rows}걸음을 줄였습니다 ..."), DIM);
    }

    fn room(&self) -> usize {
        self.style.width.saturating_sub(self.margin()).max(24)
    }

    fn line(&mut self, lanes: &str, rest: &str, paint: &str) {
        let rest = words::cut(rest, self.room());
        let line = if self.style.color && !paint.is_empty() {
            format!("{lanes}{paint}{rest}{RESET}")
        } else {
            format!("{lanes}{rest}")
        };
        self.text += line.trim_end();
        self.text.push('\n');
    }

    /// A sentence below the table.
    fn say(&mut self, sentence: &str) {
        for (index, piece) in words::wrapped(sentence, self.style.width - 2).into_iter().enumerate() {
            self.text += if index == 0 { "" } else { "  " };
            self.text += &piece;
            self.text.push('\n');
        }
    }
}

const PLAIN: &str = "";
const BOLD: &str = "\x1b[1m";
const DIM: &str = "\x1b[2m";
const YELLOW: &str = "\x1b[33m";
const RESET: &str = "\x1b[0m";
