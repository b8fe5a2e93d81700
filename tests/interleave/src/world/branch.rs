//! Where the reduced search branches: at the same points as the others, but a thread whose lock is taken, or who joins a
//! thread that has not ended, cannot be chosen, so that a vain attempt is no step.

use std::time::Duration;

use super::act::Step;
use super::bounds::{MOST_REDUCED_STEPS, MOST_REDUCED_THREADS};
use super::{At, Handle, Mode, State, Waiting, World};
use crate::event::{ObjectIndex, ObjectKind, ThreadIndex};
use crate::reduction::Stuck;
use crate::scheduler::Scheduler;

/// What the next step of a thread begins with, as far as others can keep it from coming.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Pending {
    /// It can come at once, or when somebody, or the clock, has let it.
    Anything,
    /// It comes when the lock is free; nobody shares it.
    Lock(ObjectIndex),
    /// It was tried in vain, and comes when the lock is free for it.
    Again(ObjectIndex),
    /// It comes when the thread has returned or ended.
    Join(ThreadIndex),
}

impl Pending {
    pub(super) fn of(waiting: &Waiting) -> Pending {
        match *waiting {
            Waiting::Lock(object, _) => Pending::Again(object),
            Waiting::Join(thread) | Waiting::Return(thread) => Pending::Join(thread),
            Waiting::Nothing | Waiting::Wake(_) | Waiting::Processor | Waiting::Time => Pending::Anything,
        }
    }
}

impl World {
    /// Whether the reduced search runs this order.
    pub(crate) fn is_reduced(&self) -> bool {
        matches!(self.scheduler, Scheduler::Reduced(_))
    }

    /// Lets the reduced search choose among all threads that may go.
    pub(super) fn branch(&mut self) -> Step {
        let me = self.current;
        if self.tasks[me].works_too_long()
            || self.accesses.len() > MOST_REDUCED_STEPS
            || self.tasks.len() > MOST_REDUCED_THREADS
        {
            self.accesses.order_was_asked_for = true;
        }
        if self.accesses.order_was_asked_for {
            return Step::Abandon;
        }
        self.options.clear();
        if self.may_go(me) {
            self.options.push(me);
        }
        for thread in (0..self.tasks.len()).filter(|&thread| thread != me) {
            if self.may_go(thread) {
                self.options.push(thread);
            }
        }
        let pending = |thread: ThreadIndex| self.tasks[thread].pending;
        let Scheduler::Reduced(search) = &mut self.scheduler else {
            unreachable!("only the reduced search branches here")
        };
        let Some(next) =
            search.choose(&self.options, pending, &self.accesses, (self.clock, self.objects.len()))
        else {
            return Step::Abandon;
        };
        self.let_go(next);
        if next != me {
            return Step::Switch;
        }
        self.next = None;
        self.accesses.begin(me);
        Step::Go
    }

    /// Who waits for a lock now.
    pub(crate) fn stuck_at_locks(&self) -> Stuck {
        let blocked = (0..self.tasks.len()).filter(|&thread| self.tasks[thread].state == State::Blocked);
        blocked.map(|thread| (thread, self.tasks[thread].pending)).collect()
    }

    /// The current thread is about to take a lock, or to go on once another thread is done: when it can, it may.
    pub(super) fn arrive(&mut self, waiting: Waiting, at: At) -> Step {
        if let Some(kind) = self.step(Some(at)) {
            return Step::Fail(kind);
        }
        let me = self.current;
        let may_go = match waiting {
            Waiting::Lock(object, mode) => self.may_take(object, me, mode),
            Waiting::Join(thread) => self.tasks[thread].state == State::Finished,
            Waiting::Return(thread) => self.tasks[thread].returned,
            _ => true,
        };
        let task = &mut self.tasks[me];
        task.pending = match waiting {
            Waiting::Lock(object, _) => Pending::Lock(object),
            _ => Pending::of(&waiting),
        };
        task.state = if may_go { State::Runnable } else { State::Blocked };
        task.until = None;
        task.waiting = match waiting {
            Waiting::Join(_) | Waiting::Return(_) if may_go => Waiting::Nothing,
            _ => waiting,
        };
        self.next_runnable(Some(me))
    }

    /// Where a lock may be awaited without a vain attempt: only one that nobody shares, and without a limit. There, who waits
    /// makes no difference to anybody.
    pub(super) fn arrives_at_lock(
        &mut self,
        handle: &Handle,
        mode: Mode,
        at: At,
        until: Option<Duration>,
    ) -> Option<Step> {
        if !self.is_reduced() || mode != Mode::Exclusive || until.is_some() {
            return None;
        }
        let object = handle.index(self);
        if self.objects[object].kind != ObjectKind::Mutex {
            return None;
        }
        let me = self.current;
        self.objects[object].lock_waiters.push(me);
        Some(self.arrive(Waiting::Lock(object, mode), at))
    }
}
