//! A story as a list, for whoever has no room for a table, or hears it read.

use crate::paper::{HEADING, LATER, QUIET};
use crate::text::{columns, hang, in_a_row};
use crate::{Paper, Story};

impl Story {
    /// The order, a numbered entry a row, with what is left to say below it.
    pub fn list(&self, paper: &Paper) -> String {
        let hidden: usize = self.gaps.iter().map(|gap| gap.rows).sum();
        let indent = columns(&(self.rows.len() + hidden).to_string()) + 2;
        let mut out: Vec<String> = Vec::new();
        let mut number = 0;
        let mut path = "";
        for (index, row) in self.rows.iter().enumerate() {
            if let Some(gap) = self.gap_before(index) {
                number += gap.rows;
                out.push(paper.ink.paint(QUIET, &format!("{}... {} ...", " ".repeat(indent), gap.told())));
            }
            number += 1;
            if let Some(turn) = &row.turn {
                let turn = hang(&format!("선점: {turn} 바뀝니다."), indent, indent, paper.prose());
                out.push(paper.ink.paint(LATER, &turn));
            }
            let who = paper.ink.paint(HEADING, self.columns.get(row.column).map_or("", String::as_str));
            let mut entry = format!("{number}. {who}: {}", row.deeds);
            if let Some(line) = &row.line {
                if path != line.path {
                    path = &line.path;
                    out.push(paper.ink.paint(QUIET, path));
                }
                entry += &format!("\n{}번째 줄 `{}`", line.number, in_a_row(&line.text));
            }
            let mut parts = entry.lines().enumerate();
            out.extend(
                parts.by_ref().map(|(part, text)| {
                    hang(text, if part == 0 { 0 } else { indent }, indent, paper.prose())
                }),
            );
        }
        out.extend(self.ending.iter().map(|sentence| hang(sentence, 0, 2, paper.prose())));
        out.join("\n") + "\n"
    }
}
