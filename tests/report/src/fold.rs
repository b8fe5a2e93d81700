//! Rows that repeat: the first and the last round are told, and how often it came in between.

use crate::{Gap, Story};

/// Rows of one round at most.
const LONGEST: usize = 8;
/// Rounds from which on repetition is folded.
const MANY: usize = 4;

impl Story {
    /// Without the rows that only repeat those before them; `alike` says whether two rows, by their indices, do the same.
    #[must_use]
    pub fn folded(mut self, alike: impl Fn(usize, usize) -> bool) -> Story {
        let rows = self.rows.len();
        let rounds = |at: usize, round: usize| {
            if at + round > rows {
                return 0;
            }
            1 + (at..rows - round).take_while(|&row| alike(row, row + round)).count() / round
        };
        let mut gaps = Vec::new();
        let mut at = 0;
        while at < rows {
            let many =
                (1..=LONGEST).map(|round| (rounds(at, round), round)).filter(|(times, _)| *times >= MANY);
            // The longest stretch, told by its shortest round.
            match many.max_by_key(|(times, round)| (times * round, usize::MAX - round)) {
                Some((times, round)) => {
                    gaps.push(Gap { after: at + round, rows: (times - 2) * round, round });
                    at += times * round;
                }
                None => at += 1,
            }
        }
        gaps.into_iter().rev().for_each(|gap| self.leave_out(gap));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Row;

    fn folded(deeds: &str) -> Story {
        let row = |deed: char| Row { deeds: deed.to_string(), ..Row::default() };
        let deeds: Vec<char> = deeds.chars().collect();
        let rows = deeds.iter().copied().map(row).collect();
        Story { rows, ..Story::default() }.folded(|one, other| deeds[one] == deeds[other])
    }

    /// Letters for rows, the gaps between them in brackets.
    fn told(story: &Story) -> String {
        let mut told = String::new();
        for index in 0..=story.rows.len() {
            if let Some(Gap { rows, round, .. }) = story.gap_before(index) {
                told += &format!("[{rows}/{round}]");
            }
            told += story.rows.get(index).map_or("", |row| row.deeds.as_str());
        }
        told
    }

    #[test]
    fn the_first_and_the_last_round_are_told() {
        assert_eq!(told(&folded("abcbcbcbcd")), "abc[4/2]bcd");
        assert_eq!(told(&folded("aaaaab")), "a[3/1]ab");
        assert_eq!(told(&folded("abcabcabcd")), "abcabcabcd", "three rounds are not many");
        assert_eq!(told(&folded("aaaaabbbbb")), "a[3/1]ab[3/1]b");
    }

    #[test]
    fn a_longer_gap_takes_in_what_was_folded() {
        let folded = folded("xyaaaaaazopqrs");
        assert_eq!(told(&folded), "xya[4/1]azopqrs");
        assert_eq!(told(&folded.clone().shortened(2, 2)), "xy[10/0]rs");
        assert_eq!(told(&folded.shortened(4, 2)), "xya[4/1]a[4/0]rs");
    }
}
