//! Locks that are held while their holders wait.

use super::{EventIndex, Pattern, Record};
use crate::event::{Action, ObjectIndex, ThreadIndex};

pub(super) fn find(record: &Record<'_>) -> Option<Pattern> {
    let waits = record.blocked();
    let twice = waits.iter().find_map(|&wait| locked_twice(record, wait));
    twice.or_else(|| cycle(record, &waits)).or_else(|| {
        let mut pairs = waits.iter().flat_map(|&wait| waits.iter().map(move |&behind| (wait, behind)));
        pairs.find_map(|(wait, behind)| hold_and_wait(record, wait, behind))
    })
}

/// The lock that the thread waits for in this event.
fn wanted(record: &Record<'_>, wait: EventIndex) -> Option<ObjectIndex> {
    let event = &record.events[wait];
    event.object.filter(|_| matches!(event.action, Action::WaitLock | Action::WaitRead))
}

/// Where the thread took the lock that it still holds.
fn held(record: &Record<'_>, thread: ThreadIndex, lock: ObjectIndex) -> Option<EventIndex> {
    let mut open = record.sections.iter().filter(|section| section.to.is_none());
    open.find(|section| (section.thread, section.object) == (thread, lock)).map(|section| section.from)
}

fn locked_twice(record: &Record<'_>, again: EventIndex) -> Option<Pattern> {
    let lock = wanted(record, again)?;
    let first = held(record, record.events[again].thread, lock)?;
    Some(Pattern::LockedTwice { lock, first, again })
}

fn cycle(record: &Record<'_>, waits: &[EventIndex]) -> Option<Pattern> {
    // Who holds what `wait` is for, and waits for a lock in turn.
    let next = |wait: EventIndex| {
        let lock = wanted(record, wait)?;
        let holds = |&other: &EventIndex| held(record, record.events[other].thread, lock).is_some();
        waits.iter().copied().filter(|&other| wanted(record, other).is_some()).find(holds)
    };
    waits.iter().find_map(|&start| {
        let mut ring = vec![start];
        loop {
            let wait = next(*ring.last()?)?;
            if wait == start {
                break;
            }
            if ring.contains(&wait) {
                return None;
            }
            ring.push(wait);
        }
        // Each holds what the one before it waits for.
        let before = |index: usize| ring[(index + ring.len() - 1) % ring.len()];
        let held: Option<Vec<EventIndex>> = (0..ring.len())
            .map(|index| held(record, record.events[ring[index]].thread, wanted(record, before(index))?))
            .collect();
        Some(Pattern::LockCycle { held: held?, waits: ring })
    })
}

fn hold_and_wait(record: &Record<'_>, wait: EventIndex, behind: EventIndex) -> Option<Pattern> {
    if wanted(record, wait).is_some() {
        return None;
    }
    let lock = wanted(record, behind)?;
    let held = held(record, record.events[wait].thread, lock)?;
    Some(Pattern::HoldAndWait { lock, held, wait, behind })
}
