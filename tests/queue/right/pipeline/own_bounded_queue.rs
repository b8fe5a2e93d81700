//! 뮤텍스와 조건 변수로 사이의 줄을 만듭니다. 0일 때는 받는 쪽이 기다릴 때만 넣습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let line = Line { state: Mutex::new(State::default()), changed: Condvar::new() };
    thread::scope(|scope| {
        let line = &line;
        scope.spawn(move || {
            let _end = Hangup(line, |state| state.no_more = true);
            for item in items {
                if !line.place(first(item), size) {
                    return;
                }
            }
        });
        let _end = Hangup(line, |state| state.no_taker = true);
        let mut results = Vec::new();
        while let Some(middle) = line.take() {
            results.push(second(middle)?);
        }
        Ok(results)
    })
}

struct State<M> {
    items: VecDeque<M>,
    waiting: usize,
    no_more: bool,
    no_taker: bool,
}

impl<M> Default for State<M> {
    fn default() -> Self {
        Self { items: VecDeque::new(), waiting: 0, no_more: false, no_taker: false }
    }
}

struct Line<M> {
    state: Mutex<State<M>>,
    changed: Condvar,
}

impl<M> Line<M> {
    fn place(&self, middle: M, size: usize) -> bool {
        let full =
            |state: &mut State<M>| state.items.len() >= size.saturating_add(state.waiting) && !state.no_taker;
        let mut state = self.changed.wait_while(self.state.lock().unwrap(), full).unwrap();
        state.items.push_back(middle);
        self.changed.notify_all();
        !state.no_taker
    }

    fn take(&self) -> Option<M> {
        let mut state = self.state.lock().unwrap();
        state.waiting += 1;
        self.changed.notify_all();
        let empty = |state: &mut State<M>| state.items.is_empty() && !state.no_more;
        let mut state = self.changed.wait_while(state, empty).unwrap();
        state.waiting -= 1;
        self.changed.notify_all();
        state.items.pop_front()
    }
}

/// 어떻게 끝나든 건너편에 알립니다.
struct Hangup<'a, M>(&'a Line<M>, fn(&mut State<M>));

impl<M> Drop for Hangup<'_, M> {
    fn drop(&mut self) {
        self.1(&mut self.0.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.0.changed.notify_all();
    }
}
