//! The threads of an order: what each waits for, owns and was ended by.

use std::any::Any;
use std::backtrace::Backtrace;
use std::rc::Rc;
use std::time::Duration;

use super::bounds::{LONGEST_RUN, WORKING_WITHIN};
use super::{At, Effect, Mode, Pending, Target, World};
use crate::event::{Action, ObjectIndex, ThreadIndex};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    Runnable,
    Blocked,
    Finished,
    /// The process ended before the thread did.
    Cut,
}

#[derive(Clone, Debug)]
pub(super) enum Waiting {
    Nothing,
    Lock(ObjectIndex, Mode),
    Wake(ObjectIndex),
    Join(ThreadIndex),
    /// For the thread's closure to return, whatever its locals do afterwards.
    Return(ThreadIndex),
    Processor,
    Time,
}

/// Whether a wait ends without anybody's doing, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wakes {
    NotByItself,
    AtOnce,
    /// At this virtual time, unless it is notified before.
    Later(Duration),
}

/// Whether a panic ended a thread, and whether somebody joined it to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Death {
    None,
    Unseen,
    Seen,
}

pub(super) struct Task {
    /// The part of the code it was spawned in, if somebody counts there: its index among the crowds.
    pub(super) crowd: Option<usize>,
    pub(super) name: Option<String>,
    pub(super) spawned_at: Option<At>,
    pub(super) state: State,
    pub(super) waiting: Waiting,
    /// What its next step begins with, for the reduced search.
    pub(super) pending: Pending,
    /// When the wait ends by itself, in virtual time.
    pub(super) until: Option<Duration>,
    pub(super) timed_out: bool,
    pub(super) at: Option<At>,
    /// Panics that are unwinding this thread now.
    pub(super) panics: u32,
    /// How a panic ended it, if one did.
    pub(super) death: Death,
    pub(super) holding: u32,
    pub(super) idle_steps: u32,
    pub(super) seen_version: u64,
    /// Steps since anything changed for sure.
    pub(super) quiet_steps: u32,
    pub(super) seen_changes: u64,
    /// Steps since another thread was chosen last.
    pub(super) ran_for: u32,
    /// It has yielded since it made room for others, if it ever did.
    pub(super) yielded: bool,
    /// The order's steps when it took its last.
    pub(super) ran_last: u64,
    /// The order's steps when it napped last, and its naps since it changed something or was woken.
    pub(super) napped_at: u64,
    pub(super) vain_naps: u32,
    /// Its closure has returned; only the destructors of its locals are left.
    pub(super) returned: bool,
    /// How it came to where it waits, if that is noted.
    pub(super) calls: Option<Box<Backtrace>>,
    pub(super) locals: Vec<Local>,
    /// Keys of the locals whose destructors have begun.
    pub(super) gone: Vec<usize>,
}

impl Task {
    /// Whether it has kept all others from going on for as long as a fair schedule lets it, and did not only look.
    pub(super) fn works_too_long(&self) -> bool {
        self.ran_for > LONGEST_RUN && self.idle_steps < WORKING_WITHIN
    }
}

/// A thread's value of one `thread_local!`.
pub(crate) struct Local {
    pub(crate) key: usize,
    pub(crate) value: Rc<dyn Any>,
    /// Its type has a destructor, after which it cannot be asked for again.
    pub(crate) destroyed: bool,
}

/// The threads spawned in one part of the code.
#[derive(Clone, Copy, Default)]
pub(super) struct Crowd {
    pub(super) alive: usize,
    pub(super) most: usize,
}

impl World {
    pub(crate) fn add_task(&mut self, name: Option<String>, spawned_at: Option<At>) -> ThreadIndex {
        let index = self.tasks.len();
        let crowd = self.tasks.get(self.current).and_then(|spawner| spawner.crowd);
        self.tasks.push(Task {
            crowd,
            name,
            spawned_at,
            state: State::Runnable,
            waiting: Waiting::Nothing,
            pending: Pending::Anything,
            until: None,
            timed_out: false,
            at: spawned_at,
            panics: 0,
            death: Death::None,
            holding: 0,
            idle_steps: 0,
            seen_version: 0,
            quiet_steps: 0,
            seen_changes: 0,
            ran_for: 0,
            yielded: false,
            ran_last: 0,
            napped_at: 0,
            vain_naps: 0,
            returned: false,
            calls: None,
            locals: self.spare_locals.pop().unwrap_or_default(),
            gone: Vec::new(),
        });
        if let Some(at) = spawned_at {
            self.record(Some(at), Action::Spawn(index), None, None);
            self.access(Target::Thread(index), Effect::Write);
            // The number of a thread depends on how many were spawned before.
            self.access(Target::Numbers, Effect::Write);
            self.changed();
            self.alive += 1;
            self.peak.alive = self.peak.alive.max(self.alive);
            if let Some(crowd) = crowd.map(|crowd| &mut self.crowds[crowd]) {
                crowd.alive += 1;
                crowd.most = crowd.most.max(crowd.alive);
            }
        }
        index
    }

    /// The current thread enters a part of the code whose threads are counted; the answer is where it was before.
    pub(crate) fn enter_crowd(&mut self) -> (Option<usize>, usize) {
        self.accesses.order_was_asked_for = true;
        self.crowds.push(Crowd::default());
        let crowd = self.crowds.len() - 1;
        (self.tasks[self.current].crowd.replace(crowd), crowd)
    }

    /// The current thread is back where it was; the answer is how many threads of the part were alive at once.
    pub(crate) fn leave_crowd(&mut self, (outer, crowd): (Option<usize>, usize)) -> usize {
        self.tasks[self.current].crowd = outer;
        self.crowds[crowd].most
    }

    pub(crate) fn name(&self, thread: ThreadIndex) -> Option<String> {
        self.tasks[thread].name.clone()
    }

    pub(crate) fn is_finished(&self, thread: ThreadIndex) -> bool {
        self.tasks[thread].state == State::Finished
    }

    /// Whether its closure has returned, as `JoinHandle::is_finished` says.
    pub(crate) fn has_returned(&mut self, thread: ThreadIndex) -> bool {
        self.access(Target::Thread(thread), Effect::Read);
        self.tasks[thread].returned
    }

    /// [`World::unfinished`], asked for by a thread of the order.
    pub(crate) fn look_for_unfinished(&mut self) -> Vec<ThreadIndex> {
        for thread in 1..self.tasks.len() {
            self.access(Target::Thread(thread), Effect::Read);
        }
        self.unfinished()
    }

    pub(crate) fn unfinished(&self) -> Vec<ThreadIndex> {
        let over = |thread: usize| matches!(self.tasks[thread].state, State::Finished | State::Cut);
        (1..self.tasks.len()).filter(|&thread| !over(thread)).collect()
    }

    pub(crate) fn panics_of(&mut self, thread: ThreadIndex) -> &mut u32 {
        &mut self.tasks[thread].panics
    }

    pub(crate) fn death_of(&mut self, thread: ThreadIndex) -> &mut Death {
        &mut self.tasks[thread].death
    }

    /// The threads that a panic ended, in the order of their last panics; only those that nobody joined if `unseen`.
    pub(crate) fn dead(&self, unseen: bool) -> impl Iterator<Item = ThreadIndex> + '_ {
        self.panics.iter().map(|note| note.thread).filter(move |&thread| match self.tasks[thread].death {
            Death::None => false,
            Death::Unseen => true,
            Death::Seen => !unseen,
        })
    }

    /// The current thread's local; `Err` if its destructor has begun.
    pub(crate) fn local(&self, key: usize) -> Result<Option<Rc<dyn Any>>, ()> {
        let task = &self.tasks[self.current];
        let local = task.locals.iter().find(|local| local.key == key);
        if local.is_none() && task.gone.contains(&key) {
            return Err(());
        }
        Ok(local.map(|local| Rc::clone(&local.value)))
    }

    pub(crate) fn set_local(&mut self, thread: ThreadIndex, local: Local) {
        self.tasks[thread].locals.push(local);
    }

    /// The current thread's youngest local: they are dropped in reverse, as std does.
    pub(crate) fn take_local(&mut self) -> Option<Rc<dyn Any>> {
        let task = &mut self.tasks[self.current];
        let local = task.locals.pop()?;
        task.gone.extend(local.destroyed.then_some(local.key));
        Some(local.value)
    }
}
