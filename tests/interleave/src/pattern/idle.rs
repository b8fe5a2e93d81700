//! What is done in vain: looks with naps between them, and sections with nothing in them.

use super::{EventIndex, Pattern, Record};
use crate::event::{Action, Event, ObjectKind, ThreadIndex};

/// Rounds that are asking again and again: with so many looks that saw nothing changed.
const LOOKS: usize = 3;

/// Where the holder of a lock asked for the value to write to it, it may have done something in each round: only one
/// that goes on and on asks.
const LOOKS_THAT_WRITE: usize = 8;

/// A thread that looks, naps, looks, and so on, and does nothing else between. The longest such row of one thread.
pub(super) fn polling(record: &Record<'_>, told: EventIndex) -> Option<Pattern> {
    let threads = 0..record.trace.threads.len();
    let rows = threads.filter_map(|thread| row(record, thread, told));
    rows.max_by_key(|row| match row {
        Pattern::Polling { times, .. } => *times,
        _ => 0,
    })
}

/// The first row of looks and naps of a thread that is long enough.
fn row(record: &Record<'_>, thread: ThreadIndex, told: EventIndex) -> Option<Pattern> {
    let mine = (0..told).filter(|&index| record.events[index].thread == thread);
    let mine: Vec<EventIndex> = mine.filter(|&index| record.events[index].action != Action::Awake).collect();
    let mut from = 0;
    while from < mine.len() {
        let Some(length) = round(record, &mine[from..]) else {
            from += 1;
            continue;
        };
        let rounds = mine[from..].chunks(length);
        let alike = rounds.take_while(|other| alike(record, &mine[from..from + length], other)).count();
        // The look that ends it all, or that was under way when the order ended.
        let last = mine.get(from + alike * length);
        let again = last.is_some_and(|&last| record.events[last].at == record.events[mine[from]].at);
        let (look, nap) = (mine[from], mine[from + length - 1]);
        let times = alike + usize::from(again);
        let needed = if writes(record, &mine[from..from + length]) { LOOKS_THAT_WRITE } else { LOOKS };
        if times >= needed {
            return Some(Pattern::Polling { object: record.events[look].object?, look, nap, times });
        }
        from += length * alike;
    }
    None
}

/// How many events, from the first of these, are a look and the nap after it in the same file.
fn round(record: &Record<'_>, mine: &[EventIndex]) -> Option<usize> {
    let length =
        1 + mine.iter().position(|&index| matches!(record.events[index].action, Action::Sleep(_)))?;
    let (nap, looks) = mine[..length].split_last()?;
    let looked = looks.iter().all(|&index| looks_only(&record.events[index]));
    let shared = record.events[*looks.first()?].object.map(|object| record.trace.objects[object].kind);
    let own = !matches!(shared?, ObjectKind::Output | ObjectKind::Observer);
    let file = |index: EventIndex| record.events[index].at.as_ref().map(|at| &at.file);
    (looked && own && file(looks[0])? == file(*nap)?).then_some(length)
}

fn looks_only(event: &Event) -> bool {
    matches!(
        event.action,
        Action::Lock
            | Action::Read
            | Action::Unlock
            | Action::TryFailed
            | Action::Load
            | Action::CompareFailed
            | Action::FoundEmpty
            | Action::FoundFull
    )
}

fn writes(record: &Record<'_>, round: &[EventIndex]) -> bool {
    round.iter().any(|&index| record.events[index].touch.wrote)
}

/// The same was done at the same places, and the same was seen.
fn alike(record: &Record<'_>, one: &[EventIndex], other: &[EventIndex]) -> bool {
    let does = |index: EventIndex| {
        let Event { action, object, value, at, .. } = &record.events[index];
        (*action, *object, *value, at)
    };
    one.len() == other.len() && one.iter().zip(other).all(|(&one, &other)| does(one) == does(other))
}

/// A lock that at least two threads take, and each gives back where it took it, without a look at what lies under it.
pub(super) fn empty(record: &Record<'_>, told: EventIndex) -> Option<Pattern> {
    let is_empty = |from: EventIndex, thread: ThreadIndex, to: Option<EventIndex>| {
        let next = (from + 1..record.events.len()).find(|&index| record.events[index].thread == thread);
        next.is_some() && next == to
    };
    let sections = || record.sections.iter().filter(|section| section.locks && section.from < told);
    let first = sections().find(|section| {
        let object = section.object;
        let plain = record.trace.objects[object].kind == ObjectKind::Mutex;
        let all = || sections().filter(|other| other.object == object);
        plain && all().all(|it| !it.looked && !it.wrote && is_empty(it.from, it.thread, it.to))
    })?;
    let other = sections().find(|other| other.object == first.object && other.thread != first.thread)?;
    Some(Pattern::EmptySection { lock: first.object, taken: [first.from, other.from] })
}
