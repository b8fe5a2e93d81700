//! 시작했지만 끝나지 않은 항목을 세어 막습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

struct State<M> {
    made: VecDeque<M>,
    running: usize,
    over: bool,
    failed: bool,
}

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    struct End<'a, M>(&'a Mutex<State<M>>, &'a Condvar, fn(&mut State<M>));

    impl<M> Drop for End<'_, M> {
        fn drop(&mut self) {
            self.2(&mut self.0.lock().unwrap());
            self.1.notify_all();
        }
    }

    let state = Mutex::new(State { made: VecDeque::new(), running: 0, over: false, failed: false });
    let changed = Condvar::new();
    let (state, changed) = (&state, &changed);
    thread::scope(|scope| {
        scope.spawn(move || {
            let _end = End(state, changed, |state| state.over = true);
            for item in items {
                let mut now = changed
                    .wait_while(state.lock().unwrap(), |state| !state.failed && state.running >= size + 2)
                    .unwrap();
                if now.failed {
                    return;
                }
                now.running += 1;
                drop(now);
                let made = first(item);
                state.lock().unwrap().made.push_back(made);
                changed.notify_all();
            }
        });
        let _end = End(state, changed, |state| state.failed = true);
        let mut results = Vec::new();
        loop {
            let mut now = changed
                .wait_while(state.lock().unwrap(), |state| state.made.is_empty() && !state.over)
                .unwrap();
            let Some(made) = now.made.pop_front() else { return Ok(results) };
            drop(now);
            results.push(second(made)?);
            state.lock().unwrap().running -= 1;
            changed.notify_all();
        }
    })
}
