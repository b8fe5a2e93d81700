//! What each step of an order read and changed: whether two steps of different threads could as well have come the other
//! way round is seen from that, and nothing else.
//!
//! A step goes from one moment at which another thread could have been chosen to the next. Every way in which a thread can
//! learn about another is an access: locks and stand-ins, observers, output, who waits, and the beginning and end of
//! threads. The clock is none: it moves only when no thread can go on, and so never races with a step. What `Arc` counts
//! cannot be seen.

use super::{At, World};
use crate::event::{Action, ObjectIndex, ThreadIndex};

/// What is read or changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Target {
    Object(ObjectIndex),
    /// Whether a thread has begun, returned or ended.
    Thread(ThreadIndex),
    /// The lines printed so far.
    Output,
    /// Who waits for a lock or to be woken.
    Waiters,
    /// The numbers that [`crate::model::fresh_number`] gives.
    Numbers,
    /// The processors of [`crate::Explorer::processors`].
    Processors,
    /// Whether a wait has ended by itself: one an order does.
    WakesByThemselves,
}

/// In which way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Effect {
    Read,
    /// Changes it in a way that nobody can tell from another such change after it: counting up, or reading along with
    /// others under a shared lock.
    Add,
    Write,
}

impl Effect {
    /// Whether it makes no difference which of two such accesses to one thing comes first.
    pub(crate) fn commutes_with(self, other: Effect) -> bool {
        matches!((self, other), (Effect::Read, Effect::Read) | (Effect::Add, Effect::Add))
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Access {
    pub(crate) target: Target,
    pub(crate) effect: Effect,
    /// It is a lock that somebody held before.
    pub(crate) held: bool,
    /// Where the object was made.
    pub(crate) born: Option<At>,
}

impl Access {
    /// Whether it makes no difference which of the two comes first.
    pub(crate) fn commutes_with(self, other: Access) -> bool {
        self.target != other.target || self.effect.commutes_with(other.effect)
    }
}

/// Where a step begins among the accesses of its order.
#[derive(Clone, Copy)]
struct Start {
    #[cfg_attr(not(test), expect(dead_code, reason = "only tests ask who took a step"))]
    thread: ThreadIndex,
    first: usize,
}

/// The steps of one order and their accesses.
#[derive(Default)]
pub(crate) struct Steps {
    starts: Vec<Start>,
    accesses: Vec<Access>,
    /// Somebody asked how threads were ordered, and not only what came of it: steps that commute may still differ. Or steps
    /// came that the reduced search does not see.
    pub(crate) order_was_asked_for: bool,
}

impl Steps {
    pub(super) fn clear(&mut self) {
        self.starts.clear();
        self.accesses.clear();
        self.order_was_asked_for = false;
    }

    /// The thread's next step begins.
    pub(super) fn begin(&mut self, thread: ThreadIndex) {
        self.starts.push(Start { thread, first: self.accesses.len() });
    }

    fn add(&mut self, access: Access) {
        // Said twice in a row, mostly by a stand-in and by the engine.
        let begun = self.starts.last().map_or(0, |start| start.first);
        let same = |last: &Access| (last.target, last.effect) == (access.target, access.effect);
        if self.accesses.len() == begun || !self.accesses.last().is_some_and(same) {
            self.accesses.push(access);
        }
    }

    /// How many steps were begun.
    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    /// What the step that was begun last accessed so far.
    pub(crate) fn last(&self) -> &[Access] {
        self.starts.last().map_or(&[], |start| &self.accesses[start.first..])
    }

    /// Who took each step, and what it accessed.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ThreadIndex, &[Access])> {
        self.starts.iter().enumerate().map(|(index, start)| {
            let end = self.starts.get(index + 1).map_or(self.accesses.len(), |next| next.first);
            (start.thread, &self.accesses[start.first..end])
        })
    }
}

impl World {
    /// The step that runs now does this.
    pub(crate) fn access(&mut self, target: Target, effect: Effect) {
        let object = match target {
            Target::Object(object) => Some(&self.objects[object]),
            _ => None,
        };
        let held = object.is_some_and(|object| !object.holders.is_empty());
        self.accesses.add(Access { target, effect, held, born: object.map(|object| object.born) });
    }

    /// What the action says that it does to its object. Locks say so themselves, for it depends on the mode.
    pub(super) fn access_by(&mut self, action: Action, object: ObjectIndex) {
        use Action::{
            CompareFailed, Disconnected, FoundEmpty, FoundFull, FoundPoison, Load, Lock, Read, TimedOut,
            TryFailed, Unlock, WaitLock, WaitRead,
        };
        let effect = match action {
            Lock | Read | Unlock | WaitLock | WaitRead => return,
            Load | CompareFailed | TryFailed | TimedOut | FoundEmpty | FoundFull | FoundPoison
            | Disconnected => Effect::Read,
            _ => Effect::Write,
        };
        self.access(Target::Object(object), effect);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::ObjectKind;
    use crate::failure::Order;
    use crate::model::{self, Handle, Mode};
    use crate::observe::{Counter, Tally};
    use crate::runner::Runner;
    use crate::scheduler::{Replay, Scheduler};
    use crate::world::Rules;
    use std::time::Duration;

    /// The steps of the order without a preemption, as far as their accesses to objects and output go.
    fn steps(f: impl Fn()) -> Vec<(ThreadIndex, Vec<(Target, Effect)>)> {
        let mut runner = Runner::new(Scheduler::Replay(Replay::new(Order::default())), Rules::default());
        assert!(!runner.run(&f), "the order fails");
        let shared = |access: &&Access| matches!(access.target, Target::Object(_) | Target::Output);
        let steps = runner.world().accesses.iter().map(|(thread, accesses)| {
            let accesses = accesses.iter().filter(shared).map(|access| (access.target, access.effect));
            (thread, accesses.collect::<Vec<_>>())
        });
        steps.filter(|(_, accesses)| !accesses.is_empty()).collect()
    }

    fn in_a_thread(f: impl FnOnce() + 'static) {
        let spawned = model::spawn(None, 0, model::here(), f).expect("there is memory");
        spawned.join(model::here()).expect("it does not panic");
    }

    const FIRST: Target = Target::Object(0);

    #[test]
    fn a_lock_is_written_where_it_is_taken_and_where_it_is_given_back() {
        let taken = steps(|| {
            let lock = Handle::new(ObjectKind::Mutex);
            in_a_thread(move || {
                model::lock(&lock, Mode::Exclusive, model::here(), None);
                model::unlock(&lock, Mode::Exclusive);
            });
        });
        assert_eq!(taken, [(1, vec![(FIRST, Effect::Write)]), (1, vec![(FIRST, Effect::Write)])]);
    }

    #[test]
    fn readers_of_a_lock_commute_with_each_other_only() {
        let taken = steps(|| {
            let lock = Handle::new(ObjectKind::RwLock);
            model::lock(&lock, Mode::Shared, model::here(), None);
            model::unlock(&lock, Mode::Shared);
        });
        assert_eq!(taken, [(0, vec![(FIRST, Effect::Add)]), (0, vec![(FIRST, Effect::Add)])]);
    }

    #[test]
    fn a_step_that_only_looks_reads() {
        let looked = steps(|| {
            let atomic = Handle::new(ObjectKind::Atomic);
            model::point(model::here());
            model::record(model::here(), Action::Load, &atomic, None);
            model::point(model::here());
            model::record(model::here(), Action::Update, &atomic, None);
        });
        assert_eq!(looked, [(0, vec![(FIRST, Effect::Read)]), (0, vec![(FIRST, Effect::Write)])]);
    }

    #[test]
    fn observers_and_output_are_accesses() {
        let observed = steps(|| {
            let (tally, counter) = (Tally::new(), Counter::new());
            tally.add(1);
            counter.add(1);
            model::print("줄\n", model::here());
            let _ = (tally.total(), crate::output());
        });
        let second = Target::Object(1);
        let before = (0, vec![(FIRST, Effect::Add), (second, Effect::Write)]);
        let after =
            (0, vec![(Target::Output, Effect::Write), (FIRST, Effect::Read), (Target::Output, Effect::Read)]);
        assert_eq!(observed, [before, after]);
    }

    #[test]
    fn sleeping_alone_is_no_access() {
        assert_eq!(steps(|| model::sleep(Duration::from_secs(1), model::here())), []);
    }

    #[test]
    fn adding_commutes_with_adding_and_reading_with_reading() {
        let effects = [Effect::Read, Effect::Add, Effect::Write];
        let access = |effect| Access { target: FIRST, effect, held: false, born: None };
        let commute = |one, other| access(one).commutes_with(access(other));
        let pairs = effects.map(|one| effects.map(|other| commute(one, other)));
        assert_eq!(pairs, [[true, false, false], [false, true, false], [false, false, false]]);
        let elsewhere = Access { target: Target::Object(1), ..access(Effect::Write) };
        assert!(access(Effect::Write).commutes_with(elsewhere));
    }
}
