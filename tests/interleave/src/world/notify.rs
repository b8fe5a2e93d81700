//! Who is woken by a notification.

use super::{Effect, State, Target, Task, Waiting, World};
use crate::event::{ObjectIndex, ThreadIndex};

impl World {
    /// Somebody begins or ceases to wait.
    pub(super) fn waiting_changes(&mut self) {
        self.access(Target::Waiters, Effect::Add);
    }

    /// One of `count` things that the code leaves open; each is explored.
    pub(crate) fn choose(&mut self, count: usize) -> usize {
        if count < 2 {
            return 0;
        }
        let taken = self.scheduler.waiter(count);
        self.order.push(taken as u8);
        taken
    }

    /// How many threads wait on the object.
    pub(crate) fn waiting(&mut self, object: ObjectIndex) -> usize {
        self.access(Target::Object(object), Effect::Read);
        let waiters = self.objects[object].wake_waiters.iter();
        waiters.filter(|&&waiter| self.tasks[waiter].state == State::Blocked).count()
    }

    fn is_waited_for(&self, object: ObjectIndex) -> bool {
        !self.objects[object].wake_waiters.is_empty()
    }

    /// How many threads wait for a lock, or to be woken.
    pub(crate) fn waiters(&mut self) -> usize {
        self.access(Target::Waiters, Effect::Read);
        let waits = |task: &&Task| {
            task.state == State::Blocked && matches!(task.waiting, Waiting::Lock(..) | Waiting::Wake(_))
        };
        self.tasks.iter().filter(waits).count()
    }

    /// Wakes this very thread, if it waits on the object.
    pub(crate) fn wake(&mut self, object: ObjectIndex, thread: ThreadIndex) -> bool {
        self.access(Target::Object(object), Effect::Write);
        let waiters = &mut self.objects[object].wake_waiters;
        let seat = waiters.iter().position(|&waiter| waiter == thread);
        let Some(seat) = seat.filter(|_| self.tasks[thread].state == State::Blocked) else { return false };
        waiters.remove(seat);
        self.rouse(thread);
        self.changed();
        true
    }

    pub(super) fn rouse(&mut self, thread: ThreadIndex) {
        self.woke = true;
        self.waiting_changes();
        let task = &mut self.tasks[thread];
        task.state = State::Runnable;
        task.waiting = Waiting::Nothing;
        task.until = None;
    }

    /// Wakes up to `count` threads waiting on the object; which ones is a choice.
    pub(crate) fn notify(&mut self, object: ObjectIndex, count: usize) -> usize {
        let asks = if self.is_waited_for(object) { Effect::Write } else { Effect::Read };
        self.access(Target::Object(object), asks);
        let mut woken = 0;
        while woken < count {
            let mut asleep: Vec<usize> = Vec::new();
            for (index, &waiter) in self.objects[object].wake_waiters.iter().enumerate() {
                if self.tasks[waiter].state == State::Blocked {
                    asleep.push(index);
                }
            }
            if asleep.is_empty() {
                break;
            }
            let all = count - woken >= asleep.len();
            let taken = if all { 0 } else { self.choose(asleep.len()) };
            let waiter = self.objects[object].wake_waiters.remove(asleep[taken]);
            self.rouse(waiter);
            woken += 1;
        }
        if woken > 0 {
            self.changed();
        }
        woken
    }
}
