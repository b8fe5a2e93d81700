//! `get`이 잠들지 않고 꺼낼 것과 문을 번갈아 봅니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// 닫힌 큐에 넣지 못한 값을 돌려줍니다. 파이썬이라면 `queue.ShutDown`입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct ShutDown<T>(pub T);

/// 넣은 일보다 `task_done`을 더 불렀습니다. 파이썬이라면 `ValueError`입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    unfinished: usize,
    closed: bool,
}

/// 문을 닫을 수 있는 큐입니다. 앞 단계들의 코드가 들어 있고, 문만 없습니다. 문을 만드세요.
///
/// 누구도 되풀이해 묻지 않고 잠들어 기다립니다.
pub struct Queue<T> {
    maxsize: usize,
    state: Mutex<State<T>>,
    not_empty: Condvar,
    not_full: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    /// 많아야 `maxsize`개를 담습니다. 0이면 끝없이 담습니다.
    pub fn new(maxsize: usize) -> Self {
        let state = Mutex::new(State { items: VecDeque::new(), unfinished: 0, closed: false });
        let (not_empty, not_full, all_done) = (Condvar::new(), Condvar::new(), Condvar::new());
        Self { maxsize, state, not_empty, not_full, all_done }
    }

    /// 맨 뒤에 넣습니다. 가득 찼으면 기다리고, 닫혔거나 기다리는 동안 닫히면 넣지 않고 값을 돌려줍니다.
    pub fn put(&self, item: T) -> Result<(), ShutDown<T>> {
        let full = |state: &mut State<T>| !state.closed && self.maxsize > 0 && state.items.len() >= self.maxsize;
        let mut state = self.not_full.wait_while(self.state.lock().unwrap(), full).unwrap();
        if state.closed {
            return Err(ShutDown(item));
        }
        state.items.push_back(item);
        state.unfinished += 1;
        self.not_empty.notify_one();
        Ok(())
    }

    /// 맨 앞에서 꺼냅니다. 비었으면 기다리고, 비어 있는데 닫혔거나 기다리는 동안 닫히면 `None`입니다.
    pub fn get(&self) -> Option<T> {
        loop {
            let mut state = self.state.lock().unwrap();
            if let Some(item) = state.items.pop_front() {
                self.not_full.notify_one();
                return Some(item);
            }
            if state.closed {
                return None;
            }
        }
    }

    /// 일 하나가 끝났다고 알립니다. 끝나지 않은 일이 없으면 오류입니다.
    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut state = self.state.lock().unwrap();
        state.unfinished = state.unfinished.checked_sub(1).ok_or(TooOften)?;
        if state.unfinished == 0 {
            self.all_done.notify_all();
        }
        Ok(())
    }

    /// 넣은 일이 모두 끝날 때까지 기다립니다. 닫힌 뒤에도 남은 일을 기다립니다.
    pub fn join(&self) {
        let state = self.state.lock().unwrap();
        drop(self.all_done.wait_while(state, |state| state.unfinished > 0).unwrap());
    }

    /// 문을 닫고, 기다리던 모두를 곧바로 깨웁니다. 여러 번 불러도 됩니다.
    ///
    /// `immediate`가 `true`면 남은 항목을 버리고 끝난 일로 칩니다. 이미 꺼낸 일은 여전히 `task_done`을 기다립니다.
    /// 꺼내기 전에 `task_done`을 부른 일이 있어도 됩니다.
    /// 버리는 항목의 `Drop`이 이 큐를 불러도 멈추지 않고, 오래 걸리거나 패닉해도 기다리던 모두가 곧바로 깨어납니다.
    pub fn shutdown(&self, immediate: bool) {
        let mut state = self.state.lock().unwrap();
        state.closed = true;
        let mut thrown = VecDeque::new();
        if immediate {
            thrown = std::mem::take(&mut state.items);
            state.unfinished = state.unfinished.saturating_sub(thrown.len());
        }
        self.not_empty.notify_all();
        self.not_full.notify_all();
        self.all_done.notify_all();
        drop(state);
        drop(thrown);
    }
}
