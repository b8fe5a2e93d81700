//! A story as a table: a lane a column on the left, on the right the line and what was done there.

use anstyle::Style;

use crate::paper::{HEADING, LATER, QUIET};
use crate::text::{broken, columns, cut, in_a_row, pad};
use crate::{Lane, Paper, Row, Story};

const PLAIN: Style = Style::new();

/// Columns for the lanes at most, of eighty; with more of them only the acting one is named.
const WIDEST: usize = 36;

impl Story {
    /// The order, step by step, with what is left to say below it.
    pub fn table(&self, paper: &Paper) -> String {
        let mut table = Table { story: self, paper, text: String::new(), path: "" };
        table.head();
        for (index, row) in self.rows.iter().enumerate() {
            if let Some(gap) = self.gap_before(index) {
                let before = self.rows[..index].last().filter(|_| gap.round > 0);
                let lanes = match before {
                    Some(row) => table.lanes(&row.after, None),
                    None => " ".repeat(table.margin()),
                };
                table.line(&lanes, &format!("    ... {} ...", gap.told()), QUIET);
            }
            table.row(row);
        }
        for sentence in &self.ending {
            table.say(sentence);
        }
        table.text
    }
}

/// The table as it grows.
struct Table<'a> {
    story: &'a Story,
    paper: &'a Paper,
    text: String,
    /// Path of the file whose lines are shown now.
    path: &'a str,
}

impl<'a> Table<'a> {
    fn widths(&self) -> impl Iterator<Item = usize> {
        self.story.columns.iter().map(|name| columns(name) + 2)
    }

    fn is_narrow(&self) -> bool {
        self.widths().sum::<usize>() <= WIDEST.max(self.paper.width * WIDEST / 80)
    }

    fn margin(&self) -> usize {
        if self.is_narrow() { self.widths().sum() } else { 10 }
    }

    fn room(&self) -> usize {
        self.paper.width.saturating_sub(self.margin()).max(24)
    }

    fn head(&mut self) {
        let line = if self.is_narrow() {
            self.story.columns.iter().map(|name| pad(name, columns(name) + 2)).collect()
        } else {
            pad("스레드", self.margin())
        };
        self.line(&line, "* 움직임  # 잠금을 쥠  . 기다림  | 살아 있음", QUIET);
    }

    /// The lanes of one line of text; `acting` moves in it.
    fn lanes(&self, lanes: &[Lane], acting: Option<usize>) -> String {
        if !self.is_narrow() {
            let name = acting.and_then(|acting| self.story.columns.get(acting)).map_or("", String::as_str);
            return pad(name, self.margin());
        }
        let mut line = String::new();
        for (column, width) in self.widths().enumerate() {
            let sign = match lanes.get(column).copied().unwrap_or_default() {
                _ if acting == Some(column) => "*",
                Lane { alive: false, .. } => " ",
                Lane { waiting: true, .. } => ".",
                Lane { holding: true, .. } => "#",
                Lane { .. } => "|",
            };
            let before = (width - 2) / 2;
            line += &" ".repeat(before);
            line += sign;
            line += &" ".repeat(width - before - 1);
        }
        line
    }

    fn row(&mut self, row: &'a Row) {
        if let Some(turn) = &row.turn {
            let lanes = self.lanes(&row.before, None);
            self.line(&lanes, &format!("-- 선점: {turn} 바뀝니다 --"), LATER);
        }
        if let Some(line) = &row.line {
            if self.path != line.path {
                self.path = &line.path;
                let lanes = self.lanes(&row.before, None);
                self.line(&lanes, &line.path, QUIET);
            }
            let lanes = self.lanes(&row.before, Some(row.column));
            self.line(&lanes, &format!("{:>3} | {}", line.number, in_a_row(&line.text)), HEADING);
        }
        let acting = row.line.is_none().then_some(row.column);
        let indent = if row.line.is_some() { "    -> " } else { "       " };
        let room = self.room() - 7;
        for (index, piece) in broken(&row.deeds, room, room).into_iter().enumerate() {
            let lanes = self.lanes(&row.after, acting.filter(|_| index == 0));
            let indent = if index == 0 { indent } else { "       " };
            self.line(&lanes, &format!("{indent}{piece}"), PLAIN);
        }
    }

    fn line(&mut self, lanes: &str, rest: &str, style: Style) {
        let rest = cut(rest, self.room());
        let rest = if style == PLAIN { rest } else { self.paper.ink.paint(style, &rest) };
        self.text += format!("{lanes}{rest}").trim_end();
        self.text.push('\n');
    }

    /// A sentence below the table.
    fn say(&mut self, sentence: &str) {
        let room = self.paper.prose() - 2;
        for (index, piece) in broken(sentence, room, room).into_iter().enumerate() {
            self.text += if index == 0 { "" } else { "  " };
            self.text += &piece;
            self.text.push('\n');
        }
    }
}
