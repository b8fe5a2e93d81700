//! The shape of a bug, where the order shows it: what the field has a name for.
//!
//! Found from the [`Trace`] alone. An order whose shape is none of these has none: a wrong name would mislead.

mod idle;
mod locks;
mod races;
mod section;
mod wakes;

use crate::event::{Event, ObjectIndex, Trace};
use crate::failure::{Failure, Kind};
use section::Section;

/// Index into [`Trace::events`].
pub type EventIndex = usize;

/// A bug with a name. Events are those of the failure's [`Trace`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Pattern {
    /// Both read before either wrote, so one of the writes is lost.
    LostUpdate {
        /// What was read and written.
        object: ObjectIndex,
        /// Where each read: who wrote first, who wrote last.
        reads: [EventIndex; 2],
        /// Where each wrote.
        writes: [EventIndex; 2],
    },
    /// What was checked was changed by another thread before it was acted on.
    CheckThenAct {
        /// What was read and written.
        object: ObjectIndex,
        /// The look.
        check: EventIndex,
        /// The write of the other thread.
        change: EventIndex,
        /// What was done on the strength of the look.
        act: EventIndex,
    },
    /// The notification passed between the look at the condition and the sleep.
    LostWakeup {
        /// The condition variable.
        condvar: ObjectIndex,
        /// The look at the condition.
        look: EventIndex,
        /// The notification.
        notify: EventIndex,
        /// Where the thread began to wait.
        wait: EventIndex,
    },
    /// The notification came first, and who waits after it did not look whether it should.
    EarlySignal {
        /// The condition variable.
        condvar: ObjectIndex,
        /// The notification.
        notify: EventIndex,
        /// Where the thread began to wait.
        wait: EventIndex,
    },
    /// The notification came before the change that it tells of: `woken` saw what was before, and slept again.
    HastyNotice {
        /// The condition variable.
        condvar: ObjectIndex,
        /// The notification.
        notify: EventIndex,
        /// Where the woken thread slept again.
        woken: EventIndex,
        /// The change.
        change: EventIndex,
    },
    /// One condition variable, two kinds of waiting: `woken` had nothing to do and slept again, `left` slept on.
    WrongWaiter {
        /// The condition variable.
        condvar: ObjectIndex,
        /// The notification.
        notify: EventIndex,
        /// Where the woken thread slept again.
        woken: EventIndex,
        /// Where the other one waits.
        left: EventIndex,
    },
    /// The notification woke fewer threads than could have gone on: `left` slept on.
    FewWoken {
        /// The condition variable.
        condvar: ObjectIndex,
        /// The notification.
        notify: EventIndex,
        /// Where the thread that was woken went on.
        woken: EventIndex,
        /// Where the other one waits.
        left: EventIndex,
    },
    /// The wait ended by itself, and the thread went on without another look at the condition.
    TrustedWaking {
        /// The condition variable.
        condvar: ObjectIndex,
        /// Where it woke.
        woken: EventIndex,
        /// What it did then.
        act: EventIndex,
    },
    /// A thread asks again and again, and naps between.
    Polling {
        /// What it asks.
        object: ObjectIndex,
        /// The first look.
        look: EventIndex,
        /// The first nap.
        nap: EventIndex,
        /// How often it looked.
        times: usize,
    },
    /// A lock is taken and given back at once by all who take it: it protects nothing.
    EmptySection {
        /// The lock.
        lock: ObjectIndex,
        /// Where one took it, and where another did.
        taken: [EventIndex; 2],
    },
    /// Each holds a lock and waits for that of the next: where each locked, and where each waits.
    LockCycle {
        /// Where the lock, or each lock, was taken.
        held: Vec<EventIndex>,
        /// Where each waits.
        waits: Vec<EventIndex>,
    },
    /// A holder of the lock waits for something else, and another thread for the lock.
    HoldAndWait {
        /// The lock.
        lock: ObjectIndex,
        /// Where the lock, or each lock, was taken.
        held: EventIndex,
        /// Where the thread began to wait.
        wait: EventIndex,
        /// Where the other thread waits for the lock.
        behind: EventIndex,
    },
    /// A thread waits for a lock that it holds itself.
    LockedTwice {
        /// The lock.
        lock: ObjectIndex,
        /// Where it was taken.
        first: EventIndex,
        /// Where it is waited for.
        again: EventIndex,
    },
    /// A token of an earlier `unpark` ended a `park` that was meant for a later one.
    LeftoverWakeup {
        /// Where the token came from.
        unpark: EventIndex,
        /// The `park` that did not wait.
        park: EventIndex,
    },
    /// A panic poisoned the lock, and who locked it next took that for a failure of its own.
    Poisoned {
        /// The lock.
        lock: ObjectIndex,
        /// The panic under the lock.
        panic: EventIndex,
        /// Where the next one took the lock.
        found: EventIndex,
    },
}

impl Pattern {
    /// What it is called in Korean.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Pattern::LostUpdate { .. } => "갱신 손실",
            Pattern::CheckThenAct { .. } => "확인 후 행동",
            Pattern::LostWakeup { .. } => "놓친 깨움",
            Pattern::EarlySignal { .. } => "먼저 온 신호",
            Pattern::HastyNotice { .. } => "이른 알림",
            Pattern::WrongWaiter { .. } => "잘못 깨운 쪽",
            Pattern::FewWoken { .. } => "모자란 깨움",
            Pattern::TrustedWaking { .. } => "가짜 깨어남",
            Pattern::Polling { .. } => "되풀이해 묻기(폴링)",
            Pattern::EmptySection { .. } => "빈 임계 구역",
            Pattern::LockCycle { .. } => "잠금 순서의 고리",
            Pattern::HoldAndWait { .. } => "잠금을 쥔 채 기다림",
            Pattern::LockedTwice { .. } => "두 번 잠금",
            Pattern::LeftoverWakeup { .. } => "남은 깨움",
            Pattern::Poisoned { .. } => "독이 든 잠금",
        }
    }

    /// The events that make it up, in the order in which a sentence names them.
    #[must_use]
    pub fn events(&self) -> Vec<EventIndex> {
        match self {
            Pattern::LostUpdate { reads, writes, .. } => [*reads, *writes].concat(),
            Pattern::CheckThenAct { check, change, act, .. } => vec![*check, *change, *act],
            Pattern::LostWakeup { look, notify, wait, .. } => vec![*look, *notify, *wait],
            Pattern::EarlySignal { notify, wait, .. } => vec![*notify, *wait],
            Pattern::HastyNotice { notify, woken, change, .. } => vec![*notify, *woken, *change],
            Pattern::WrongWaiter { notify, woken, left, .. } => vec![*notify, *woken, *left],
            Pattern::FewWoken { notify, woken, left, .. } => vec![*notify, *woken, *left],
            Pattern::TrustedWaking { woken, act, .. } => vec![*woken, *act],
            Pattern::Polling { look, nap, .. } => vec![*look, *nap],
            Pattern::EmptySection { taken, .. } => taken.to_vec(),
            Pattern::LockCycle { held, waits } => [held.as_slice(), waits].concat(),
            Pattern::HoldAndWait { held, wait, behind, .. } => vec![*held, *wait, *behind],
            Pattern::LockedTwice { first, again, .. } => vec![*first, *again],
            Pattern::LeftoverWakeup { unpark, park } => vec![*unpark, *park],
            Pattern::Poisoned { panic, found, .. } => vec![*panic, *found],
        }
    }
}

/// Of longer orders no pattern is looked for: each section would be compared with all others.
const MOST_EVENTS: usize = 20_000;

impl Failure {
    /// The bug's pattern, if the order shows one; none where more happened than anybody would read.
    #[must_use]
    pub fn pattern(&self) -> Option<Pattern> {
        if matches!(self.kind, Kind::Spin { .. } | Kind::TooLong { .. }) {
            let told = self.trace.events.len().min(MOST_EVENTS);
            return idle::polling(&Record::of(&self.trace), told);
        }
        if self.trace.events.len() > MOST_EVENTS {
            return None;
        }
        let record = Record::of(&self.trace);
        let stuck = matches!(self.kind, Kind::Deadlock { .. } | Kind::Unjoined { .. });
        let broken = matches!(self.kind, Kind::Panic { .. });
        if !stuck && !broken {
            return None;
        }
        let told = &self.trace.events[..self.last_told()];
        let race = || races::find(&record, told.len(), self.preemptions > 0);
        // What poisoned the lock comes before who found it.
        let trusted = wakes::trusted(&record, told.len());
        let poisoned = || wakes::poisoned(&record, told.len());
        if let Some(first) = trusted.or_else(poisoned) {
            return Some(first);
        }
        if stuck {
            return locks::find(&record).or_else(|| wakes::find(&record)).or_else(race);
        }
        race()
            .or_else(|| wakes::leftover(&record, told.len()))
            .or_else(|| wakes::few(&record))
            .or_else(|| idle::polling(&record, told.len()))
            .or_else(|| idle::empty(&record, told.len()))
    }
}

/// A trace with the sections of its locks.
struct Record<'a> {
    events: &'a [Event],
    trace: &'a Trace,
    sections: Vec<Section>,
}

impl<'a> Record<'a> {
    fn of(trace: &'a Trace) -> Self {
        Record { events: &trace.events, trace, sections: section::all(&trace.events) }
    }

    /// The events by which unfinished threads wait for good: each one's last.
    fn blocked(&self) -> Vec<EventIndex> {
        let last = |thread| self.events.iter().rposition(|event| event.thread == thread);
        let unfinished = (0..self.trace.threads.len()).filter(|&thread| !self.trace.threads[thread].finished);
        unfinished.filter_map(last).filter(|&event| self.events[event].action.waits()).collect()
    }

    /// The events before `end` of the thread that acts in the event `of`, the latest first.
    fn before(&self, end: EventIndex, of: EventIndex) -> impl Iterator<Item = EventIndex> + '_ {
        let thread = self.events[of].thread;
        (0..end).rev().filter(move |&event| self.events[event].thread == thread)
    }
}
