//! Who holds which lock, and who may take it.

use std::time::Duration;

use super::act::Step;
use super::{At, Effect, State, Target, Waiting, World};
use crate::event::{Action, ObjectIndex, ObjectKind, ThreadIndex};

/// How a lock is held or asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Held by one thread at most.
    Exclusive,
    /// Waits behind a writer that came before, so a thread that reads twice can block itself.
    Shared,
    /// Waits for no writer that waits itself (`parking_lot`'s `RecursiveRwLock`).
    SharedRecursive,
    /// Shares with readers, but not with another of its kind (`parking_lot`'s upgradable read).
    Upgradable,
    /// Turns the thread's own `Upgradable` into `Exclusive`; only asked for, never held.
    Upgrade,
}

impl Mode {
    /// What taking a lock, or giving it back, does to it.
    fn effect(self) -> Effect {
        match self {
            Mode::Shared | Mode::SharedRecursive => Effect::Add,
            _ => Effect::Write,
        }
    }

    pub(crate) fn writes(self) -> bool {
        matches!(self, Mode::Exclusive | Mode::Upgrade)
    }
}

impl World {
    /// What taking a lock, or giving it back, does to it. Where somebody waits for it, even readers do not commute: who comes
    /// next depends on whether the lock is free in between.
    fn effect_of(&self, object: ObjectIndex, mode: Mode) -> Effect {
        if self.objects[object].lock_waiters.is_empty() { mode.effect() } else { Effect::Write }
    }

    /// What beginning to wait for a lock does to it: readers stay behind a writer that waits.
    fn effect_of_waiting(&self, object: ObjectIndex, mode: Mode) -> Effect {
        let reads = matches!(mode, Mode::Shared | Mode::SharedRecursive);
        let alone = self.objects[object].kind == ObjectKind::Mutex;
        if reads || alone { Effect::Read } else { Effect::Write }
    }

    pub(super) fn may_take(&self, object: ObjectIndex, thread: ThreadIndex, mode: Mode) -> bool {
        let mut holders = self.objects[object].holders.iter();
        holders.all(|&held| !excludes(held, thread, mode))
            && self.writer_before(object, thread, mode).is_none()
    }

    /// The first writer that waits for a lock which others hold, if a reader has to stay behind it.
    pub(super) fn writer_before(
        &self,
        object: ObjectIndex,
        thread: ThreadIndex,
        mode: Mode,
    ) -> Option<ThreadIndex> {
        let object = &self.objects[object];
        if object.lock_waiters.is_empty() || object.holders.is_empty() {
            return None;
        }
        if !matches!(mode, Mode::Shared | Mode::Upgradable) {
            return None;
        }
        let mut before = object.lock_waiters.iter().copied().take_while(|&waiter| waiter != thread);
        before.find(|&waiter| matches!(self.tasks[waiter].waiting, Waiting::Lock(_, mode) if mode.writes()))
    }

    /// The threads that keep `thread` from taking the lock.
    pub(super) fn obstacles(&self, object: ObjectIndex, thread: ThreadIndex, mode: Mode) -> Vec<ThreadIndex> {
        let holders = self.objects[object].holders.iter();
        let holders = holders.filter(|&&held| excludes(held, thread, mode)).map(|&(holder, _)| holder);
        let obstacles: Vec<_> = holders.collect();
        if obstacles.is_empty() {
            self.writer_before(object, thread, mode).into_iter().collect()
        } else {
            obstacles
        }
    }

    /// Takes the lock if it is free. `Err` says what to do before asking again.
    pub(super) fn start_lock(
        &mut self,
        object: ObjectIndex,
        mode: Mode,
        at: At,
        until: Option<Duration>,
        waited: bool,
    ) -> Result<bool, Step> {
        let me = self.current;
        if waited {
            self.objects[object].lock_waiters.retain(|&waiter| waiter != me);
            self.tasks[me].until = None;
            self.tasks[me].waiting = Waiting::Nothing;
            // A writer that gives up lets the readers behind it go on.
            self.refresh(object);
        }
        let timed_out = std::mem::take(&mut self.tasks[me].timed_out);
        if self.may_take(object, me, mode) {
            self.take(object, mode);
            return Ok(true);
        }
        if timed_out || until.is_some_and(|until| until <= self.clock) {
            self.access(Target::Object(object), self.effect_of_waiting(object, mode));
            self.record(Some(at), Action::TimedOut, Some(object), None);
            return Ok(false);
        }
        let action = if mode.writes() { Action::WaitLock } else { Action::WaitRead };
        self.record(Some(at), action, Some(object), None);
        self.access(Target::Object(object), self.effect_of_waiting(object, mode));
        self.objects[object].lock_waiters.push(me);
        Err(self.block(Waiting::Lock(object, mode), at, until))
    }

    pub(super) fn take(&mut self, object: ObjectIndex, mode: Mode) {
        let me = self.current;
        self.access(Target::Object(object), self.effect_of(object, mode));
        if mode == Mode::Upgrade {
            self.convert(object, Mode::Upgradable, Mode::Exclusive);
            return;
        }
        let mode = if mode == Mode::SharedRecursive { Mode::Shared } else { mode };
        self.objects[object].holders.push((me, mode));
        self.tasks[me].holding += 1;
        if self.tasks[me].holding == 1 {
            self.holding += 1;
            self.peak.holding = self.peak.holding.max(self.holding);
        }
        self.refresh(object);
    }

    pub(crate) fn try_take(&mut self, object: ObjectIndex, mode: Mode) -> bool {
        let free = self.may_take(object, self.current, mode);
        if free {
            self.take(object, mode);
        } else {
            self.access(Target::Object(object), Effect::Read);
        }
        free
    }

    pub(crate) fn is_held(&mut self, object: ObjectIndex) -> bool {
        self.access(Target::Object(object), Effect::Read);
        !self.objects[object].holders.is_empty()
    }

    pub(crate) fn holds(&self, object: ObjectIndex) -> bool {
        self.objects[object].holders.iter().any(|&(holder, _)| holder == self.current)
    }

    pub(crate) fn release(&mut self, object: ObjectIndex, mode: Mode) {
        let me = self.current;
        let holders = &self.objects[object].holders;
        let mine = holders.iter().position(|&held| held == (me, mode));
        // A guard that was moved to another thread is given back there.
        let Some(mine) = mine.or_else(|| holders.iter().position(|&(_, held)| held == mode)) else { return };
        let (holder, _) = holders[mine];
        self.access(Target::Object(object), self.effect_of(object, mode));
        self.objects[object].holders.swap_remove(mine);
        self.tasks[holder].holding -= 1;
        if self.tasks[holder].holding == 0 {
            self.holding -= 1;
        }
        self.refresh(object);
    }

    /// Changes how the current thread holds a lock, without giving it back in between.
    pub(crate) fn convert(&mut self, object: ObjectIndex, from: Mode, to: Mode) {
        self.access(Target::Object(object), Effect::Write);
        let held = (self.current, from);
        if let Some(holder) = self.objects[object].holders.iter_mut().find(|holder| **holder == held) {
            holder.1 = to;
        }
        self.refresh(object);
    }

    /// Lets exactly those waiters run that could take the lock now.
    pub(super) fn refresh(&mut self, object: ObjectIndex) {
        for index in 0..self.objects[object].lock_waiters.len() {
            let waiter = self.objects[object].lock_waiters[index];
            let Waiting::Lock(_, mode) = self.tasks[waiter].waiting else { continue };
            let may = self.may_take(object, waiter, mode);
            self.woke |= may && self.tasks[waiter].state == State::Blocked;
            self.tasks[waiter].state = if may { State::Runnable } else { State::Blocked };
        }
    }
}

/// Whether a thread cannot take a lock in this mode because of somebody who holds it.
fn excludes((holder, held): (ThreadIndex, Mode), thread: ThreadIndex, mode: Mode) -> bool {
    match mode {
        Mode::Exclusive => true,
        Mode::Shared | Mode::SharedRecursive => held == Mode::Exclusive,
        Mode::Upgradable => held != Mode::Shared,
        Mode::Upgrade => holder != thread || held != Mode::Upgradable,
    }
}
