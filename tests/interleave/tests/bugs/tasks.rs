//! Knowing when all the work of a queue is done.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

use interleave::observe::Counter;

use crate::gallery::promise;

/// Python's `task_done`: `join` counts what was put against what was said to be done.
struct Tasks {
    open: Mutex<i32>,
    closed: Condvar,
}

impl Tasks {
    fn new(open: i32) -> Self {
        Tasks { open: Mutex::new(open), closed: Condvar::new() }
    }

    #[track_caller]
    fn task_done(&self) {
        *self.open.lock().unwrap() -= 1;
        self.closed.notify_all();
    }

    #[track_caller]
    fn join(&self) {
        let mut open = self.open.lock().unwrap();
        while *open > 0 {
            open = self.closed.wait(open).unwrap();
        }
    }
}

pub mod skips_task_done_when_there_is_nothing_to_do {
    use super::*;

    fn check(work: fn(&Tasks, u32)) {
        let (tasks, queue) = (Tasks::new(2), Mutex::new(VecDeque::from([0, 1])));
        thread::scope(|scope| {
            scope.spawn(|| {
                while let Some(item) = { queue.lock().unwrap().pop_front() } {
                    work(&tasks, item);
                }
            });
            tasks.join();
        });
    }

    pub fn wrong() {
        check(|tasks, item| {
            if item == 0 {
                return;
            }
            tasks.task_done();
        });
    }

    pub fn right() {
        check(|tasks, _| tasks.task_done());
    }
}

pub mod says_task_done_twice {
    use super::*;

    fn check(work: fn(&Tasks, &dyn Fn())) {
        let tasks = Tasks::new(2);
        let worked = Counter::new();
        let count = || _ = worked.add(1);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| work(&tasks, &count));
            }
            tasks.join();
            promise(worked.get() == 2, "끝나지 않은 일이 있는데 join이 돌아왔습니다.");
        });
    }

    pub fn wrong() {
        check(|tasks, work| {
            work();
            tasks.task_done();
            tasks.task_done();
        });
    }

    pub fn right() {
        check(|tasks, work| {
            work();
            tasks.task_done();
        });
    }
}

/// Whoever waits for an item when the queue closes must be told.
pub mod closes_without_a_word {
    use super::*;

    struct Queue {
        state: Mutex<(VecDeque<u32>, bool)>,
        changed: Condvar,
    }

    impl Queue {
        fn work(&self) {
            let mut state = self.state.lock().unwrap();
            while !state.1 {
                while state.0.pop_front().is_some() {}
                state = self.changed.wait(state).unwrap();
            }
        }
    }

    fn check(close: fn(&Queue)) {
        let queue = Queue { state: Mutex::new((VecDeque::from([1]), false)), changed: Condvar::new() };
        thread::scope(|scope| {
            scope.spawn(|| queue.work());
            close(&queue);
        });
    }

    pub fn wrong() {
        check(|queue| queue.state.lock().unwrap().1 = true);
    }

    pub fn right() {
        check(|queue| {
            queue.state.lock().unwrap().1 = true;
            queue.changed.notify_all();
        });
    }
}
