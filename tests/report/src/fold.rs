//! Rows that repeat: the first and the last round are told, and how often it came in between.

use std::ops::Range;

/// Rows of one round at most.
const LONGEST: usize = 8;
/// Rounds from which on repetition is folded.
const MANY: usize = 4;

/// Rows that need not be told: they repeat the round before them, and another round like it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeats {
    pub rows: Range<usize>,
    /// How many rows one round has.
    pub round: usize,
}

/// What repeats itself in so many rows, in their order; `alike` says whether two rows, by their indices, do the same.
pub fn repeats(rows: usize, alike: impl Fn(usize, usize) -> bool) -> Vec<Repeats> {
    let rounds = |at: usize, round: usize| {
        if at + round > rows {
            return 0;
        }
        1 + (at..rows - round).take_while(|&row| alike(row, row + round)).count() / round
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < rows {
        let many = (1..=LONGEST).map(|round| (rounds(at, round), round)).filter(|(times, _)| *times >= MANY);
        // The longest stretch, told by its shortest round.
        match many.max_by_key(|(times, round)| (times * round, usize::MAX - round)) {
            Some((times, round)) => {
                let end = at + times * round;
                found.push(Repeats { rows: at + round..end - round, round });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Gap, Row, Story};

    fn folded(deeds: &str) -> Story {
        let deeds: Vec<char> = deeds.chars().collect();
        let mut story = Story::default();
        let mut at = 0;
        for Repeats { rows, round } in repeats(deeds.len(), |one, other| deeds[one] == deeds[other]) {
            story.rows.extend(deeds[at..rows.start].iter().map(row));
            story.gaps.push(Gap { after: story.rows.len(), rows: rows.len(), round });
            at = rows.end;
        }
        story.rows.extend(deeds[at..].iter().map(row));
        story
    }

    fn row(deed: &char) -> Row {
        Row { deeds: deed.to_string(), ..Row::default() }
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
