//! 채널을 손으로 만들고, 받는 쪽이 기다릴 때만 한 자리를 더 내줍니다.

use parking_lot::{Condvar, Mutex};
use std::collections::VecDeque;
use std::thread;
struct Pipe<M> {
    state: Mutex<State<M>>,
    changed: Condvar,
    size: usize,
}
struct State<M> {
    line: VecDeque<M>,
    waiting: usize,
    no_more: bool,
    gone: bool,
}
struct In<'a, M>(&'a Pipe<M>);
struct Out<'a, M>(&'a Pipe<M>);
impl<M> In<'_, M> {
    fn send(&self, m: M) -> bool {
        let mut s = self.0.state.lock();
        while !s.gone && s.line.len() >= self.0.size.saturating_add(s.waiting) {
            self.0.changed.wait(&mut s);
        }
        if s.gone {
            return false;
        }
        s.line.push_back(m);
        self.0.changed.notify_all();
        true
    }
}
impl<M> Iterator for Out<'_, M> {
    type Item = M;
    fn next(&mut self) -> Option<M> {
        let mut s = self.0.state.lock();
        s.waiting = 1;
        self.0.changed.notify_all();
        while s.line.is_empty() && !s.no_more {
            self.0.changed.wait(&mut s);
        }
        s.waiting = 0;
        let m = s.line.pop_front();
        self.0.changed.notify_all();
        m
    }
}
impl<M> Drop for In<'_, M> {
    fn drop(&mut self) {
        self.0.state.lock().no_more = true;
        self.0.changed.notify_all();
    }
}
impl<M> Drop for Out<'_, M> {
    fn drop(&mut self) {
        self.0.state.lock().gone = true;
        self.0.changed.notify_all();
    }
}
pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let pipe = Pipe {
        state: Mutex::new(State { line: VecDeque::new(), waiting: 0, no_more: false, gone: false }),
        changed: Condvar::new(),
        size,
    };
    thread::scope(|scope| {
        let end = In(&pipe);
        scope.spawn(move || {
            for item in items {
                if !end.send(first(item)) {
                    return;
                }
            }
        });
        Out(&pipe).map(second).collect()
    })
}
