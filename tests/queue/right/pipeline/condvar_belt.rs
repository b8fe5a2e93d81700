//! 조건 변수로 만든 컨베이어를 씁니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

struct Belt<M> {
    state: Mutex<State<M>>,
    changed: Condvar,
    size: usize,
}

struct State<M> {
    middle: VecDeque<M>,
    asking: bool,
    no_more: bool,
    stopped: bool,
}

impl<M> Belt<M> {
    fn lock(&self) -> MutexGuard<'_, State<M>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while<'a>(&'a self, full: impl Fn(&State<M>) -> bool) -> MutexGuard<'a, State<M>> {
        self.changed.wait_while(self.lock(), |state| full(state)).unwrap_or_else(PoisonError::into_inner)
    }

    fn send(&self, item: M) -> bool {
        let mut state = self.wait_while(|state| {
            !state.stopped && state.middle.len() >= self.size + usize::from(state.asking)
        });
        if state.stopped {
            return false;
        }
        state.middle.push_back(item);
        self.changed.notify_all();
        true
    }

    fn receive(&self) -> Option<M> {
        self.lock().asking = true;
        self.changed.notify_all();
        let mut state = self.wait_while(|state| state.middle.is_empty() && !state.no_more);
        state.asking = false;
        let item = state.middle.pop_front();
        self.changed.notify_all();
        item
    }
}

struct End<'a, M>(&'a Belt<M>, bool);

impl<M> Drop for End<'_, M> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        if self.1 {
            state.no_more = true;
        } else {
            state.stopped = true;
        }
        self.0.changed.notify_all();
    }
}

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let state = State { middle: VecDeque::new(), asking: false, no_more: false, stopped: false };
    let belt = Belt { state: Mutex::new(state), changed: Condvar::new(), size };
    thread::scope(|scope| {
        let belt = &belt;
        scope.spawn(move || {
            let _end = End(belt, true);
            for item in items {
                if !belt.send(first(item)) {
                    break;
                }
            }
        });
        let _end = End(belt, false);
        let mut results = Vec::new();
        while let Some(middle) = belt.receive() {
            results.push(second(middle)?);
        }
        Ok(results)
    })
}
