//! Rows that repeat: the first and the last round are told, and how often it came in between.

use crate::{Gap, Row, Story};

/// Rows of one round at most.
const LONGEST: usize = 8;
/// Rounds from which on repetition is folded.
const MANY: usize = 4;

impl Story {
    /// Without the rows that only repeat those before them.
    #[must_use]
    pub fn folded(mut self) -> Story {
        let mut at = 0;
        while at < self.rows.len() {
            let rounds = (1..=LONGEST).map(|round| (rounds(&self.rows[at..], round), round));
            // The longest stretch, told by its shortest round.
            let longest = rounds
                .filter(|(rounds, _)| *rounds >= MANY)
                .max_by_key(|(rounds, round)| (rounds * round, usize::MAX - round));
            match longest {
                Some((rounds, round)) => {
                    self.leave_out(Gap { after: at + round, rows: (rounds - 2) * round, round });
                    at += 2 * round;
                }
                None => at += 1,
            }
        }
        self
    }
}

/// How often the first `round` rows come one after the other.
fn rounds(rows: &[Row], round: usize) -> usize {
    if round > rows.len() {
        return 0;
    }
    let alike = rows.iter().zip(&rows[round..]).take_while(|(one, other)| one.does_as(other));
    1 + alike.count() / round
}

impl Row {
    /// The same one does the same at the same line.
    fn does_as(&self, other: &Row) -> bool {
        (self.column, &self.line, &self.deeds, self.turn.is_some())
            == (other.column, &other.line, &other.deeds, other.turn.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(deeds: &str) -> Story {
        let row = |deed: char| Row { deeds: deed.to_string(), ..Row::default() };
        Story { rows: deeds.chars().map(row).collect(), ..Story::default() }
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
        assert_eq!(told(&story("abcbcbcbcd").folded()), "abc[4/2]bcd");
        assert_eq!(told(&story("aaaaab").folded()), "a[3/1]ab");
        assert_eq!(told(&story("abcabcabcd").folded()), "abcabcabcd", "three rounds are not many");
        assert_eq!(told(&story("aaaaabbbbb").folded()), "a[3/1]ab[3/1]b");
    }

    #[test]
    fn a_longer_gap_takes_in_what_was_folded() {
        let folded = story("xyaaaaaazopqrs").folded();
        assert_eq!(told(&folded), "xya[4/1]azopqrs");
        assert_eq!(told(&folded.clone().shortened(2, 2)), "xy[10/0]rs");
        assert_eq!(told(&folded.shortened(4, 2)), "xya[4/1]a[4/0]rs");
    }
}
