//! 다 끝날 때까지 기다리기
//!
//! 큐가 비었다고 일이 끝난 것은 아닙니다. 꺼낸 일을 아직 하는 중일 수 있습니다. 파이썬에서는 꺼낸 쪽이 일을 마칠 때마다
//! `task_done()`을 부르고, `join()`은 넣은 일이 모두 끝날 때까지 기다립니다. 넣은 수보다 더 부르면 `ValueError`입니다.
//! Rust의 채널에는 `join`이 없어서 직접 만듭니다. 큐는 첫 단계의 것이 들어 있습니다.
//!
//! - [`std::sync::Condvar::wait_while`]: 조건이 참인 동안 기다립니다.
//! - [`std::sync::Condvar::notify_all`]: 기다리는 스레드를 모두 깨웁니다.
//!
//! `join`이 기다리는 것은 빈 큐가 아니라, 끝나지 않은 일이 0이 되는 것입니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// 넣은 일보다 `task_done`을 더 불렀습니다. 파이썬이라면 `ValueError`입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
}

/// 넣은 일이 모두 끝나기를 기다릴 수 있는 큐입니다.
///
/// 지금 코드의 `join`은 큐가 비자마자 돌아옵니다. 넣은 일이 모두 끝나야 돌아오게 고치세요.
pub struct Queue<T> {
    state: Mutex<State<T>>,
    not_empty: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let state = Mutex::new(State { items: VecDeque::new() });
        Self { state, not_empty: Condvar::new(), all_done: Condvar::new() }
    }

    /// 맨 뒤에 넣습니다. 끝나지 않은 일이 하나 늘어납니다.
    pub fn put(&self, item: T) {
        self.state.lock().unwrap().items.push_back(item);
        self.not_empty.notify_one();
    }

    /// 맨 앞에서 꺼냅니다. 비어 있으면 들어올 때까지 기다립니다. 꺼낸 것만으로는 일이 끝나지 않습니다.
    pub fn get(&self) -> T {
        let state = self.state.lock().unwrap();
        let mut state = self.not_empty.wait_while(state, |state| state.items.is_empty()).unwrap();
        let item = state.items.pop_front().unwrap();
        if state.items.is_empty() {
            self.all_done.notify_one();
        }
        item
    }

    /// 일 하나가 끝났다고 알립니다. 어느 스레드가 불러도 됩니다.
    ///
    /// 끝나지 않은 일이 없으면 아무것도 바꾸지 않고 오류를 돌려줍니다.
    pub fn task_done(&self) -> Result<(), TooOften> {
        Ok(())
    }

    /// 끝나지 않은 일이 없을 때까지 잠들어 기다립니다. 여럿이 함께 기다려도 됩니다.
    ///
    /// - 마지막 일이 끝난 바로 그때 돌아옵니다. 처음부터 없으면 곧바로 돌아옵니다.
    /// - 기다리는 동안 들어온 일도 기다립니다. 되풀이해 묻지 않습니다.
    pub fn join(&self) {
        let state = self.state.lock().unwrap();
        drop(self.all_done.wait_while(state, |state| !state.items.is_empty()).unwrap());
    }
}
