//! An order of processes as a story: a column a process.

use std::collections::BTreeSet;
use std::iter;

use report::{Lane, Row, Story};

/// Something that a process did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It made another process, of this number.
    Birth(usize),
    End,
    Call,
    /// A call that did not end before others had done something.
    Wait,
    /// It got the lock of the file that it has open under this number.
    Lock(u64),
    /// It let go of the lock, or closed the file.
    Unlock(u64),
}

/// What a row tells; processes are numbered in the order of their birth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) who: usize,
    pub(crate) kind: Kind,
    /// Right before, another process could have gone on.
    pub(crate) switch: bool,
    pub(crate) what: String,
}

/// What a process of an order is called.
pub(crate) fn name(index: usize) -> String {
    if index == 0 { "부모".into() } else { format!("자식 {index}") }
}

/// The story of what was told; `None` where nothing was.
pub(crate) fn story(told: &[Told]) -> Option<Story> {
    let count = told.iter().map(|told| match told.kind {
        Kind::Birth(child) => child + 1,
        _ => told.who + 1,
    });
    let count = count.max()?;
    let mut lanes = vec![Lane::default(); count];
    lanes[0].alive = true;
    let mut locked = vec![BTreeSet::new(); count];
    let mut rows = Vec::new();
    let earlier = iter::once(None).chain(told.iter().map(|told| Some(told.who)));
    for (told, earlier) in told.iter().zip(earlier) {
        let before = lanes.clone();
        lanes[told.who].waiting = told.kind == Kind::Wait;
        match told.kind {
            Kind::Birth(child) => lanes[child].alive = true,
            Kind::End => {
                lanes[told.who].alive = false;
                locked[told.who].clear();
            }
            Kind::Lock(file) => drop(locked[told.who].insert(file)),
            Kind::Unlock(file) => drop(locked[told.who].remove(&file)),
            Kind::Call | Kind::Wait => {}
        }
        lanes[told.who].holding = !locked[told.who].is_empty();
        let turn = earlier.filter(|_| told.switch).map(|from| turn(from, told.who));
        rows.push(Row {
            column: told.who,
            deeds: told.what.replace('\n', " "),
            turn,
            before,
            after: lanes.clone(),
            held: matches!(told.kind, Kind::Lock(_)),
            ..Row::default()
        });
    }
    Some(Story { columns: (0..count).map(name).collect(), rows, ..Story::default() })
}

/// `자식 1에서 자식 2로`
fn turn(from: usize, to: usize) -> String {
    // 영, 삼, 육, 십의 받침은 ㄹ이 아닙니다.
    let particle = if to > 0 && [0, 3, 6].contains(&(to % 10)) { "으로" } else { "로" };
    format!("{}에서 {}{particle}", name(from), name(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn 잠금을_쥔_쪽과_기다리는_쪽이_갈린다() {
        let told = |who, kind, what: &str| Told { who, kind, switch: false, what: what.into() };
        let deeds = [
            told(1, Kind::Lock(3), "flock(수, 잠금)"),
            told(2, Kind::Wait, "flock(수, 잠금)"),
            told(1, Kind::Unlock(3), "close(수)"),
            told(2, Kind::Lock(3), "flock → 잠금"),
            told(2, Kind::End, "끝납니다: 반환 코드 0"),
        ];
        let story = story(&deeds).expect("다섯 줄의 이야기입니다.");
        let held = |row: usize| [1, 2].map(|who: usize| story.rows[row].after[who].holding);
        assert_eq!(
            [0, 1, 2, 3, 4].map(held),
            [[true, false], [true, false], [false, false], [false, true], [false, false]]
        );
        assert!(story.rows[1].after[2].waiting && !story.rows[3].after[2].waiting);
    }

    #[test]
    fn 한_일이_차례대로_이야기가_된다() {
        let told = |who, kind, switch, what: &str| Told { who, kind, switch, what: what.into() };
        let deeds = [
            told(0, Kind::Birth(1), false, "fork → 자식 1"),
            told(0, Kind::Wait, false, "wait"),
            told(1, Kind::Call, false, "read(수) → \"1\\n\""),
            told(1, Kind::End, false, "끝납니다: 종료 코드 0"),
            told(0, Kind::Call, true, "wait → 자식 1"),
        ];
        let story = story(&deeds).expect("다섯 줄의 이야기입니다.");
        assert_eq!(story.columns, ["부모", "자식 1"]);
        let deeds: Vec<&str> = story.rows.iter().map(|row| row.deeds.as_str()).collect();
        assert_eq!(deeds[2..4], ["read(수) → \"1\\n\"", "끝납니다: 종료 코드 0"]);
        assert!(story.rows[1].after[0].waiting && !story.rows[4].after[0].waiting);
        assert!(story.rows[3].before[1].alive && !story.rows[3].after[1].alive);
        assert_eq!(story.rows[4].turn.as_deref(), Some("자식 1에서 부모로"));
        assert_eq!(
            [turn(1, 2), turn(2, 3), turn(0, 10)].map(|turn| turn.ends_with("으로")),
            [false, true, true]
        );
    }
}
