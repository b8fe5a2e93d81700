//! 비면 기다리는 큐
//!
//! 파이썬의 `queue.Queue`는 잠금과 조건 변수(condition variable)를 안에 품고 있습니다. 비어 있을 때 `get`을 부른 스레드는
//! 잠들고, `put`이 깨웁니다. 이 단계에서는 그 속을 셋으로 만듭니다.
//!
//! - [`std::collections::VecDeque`]: 양쪽 끝에서 넣고 꺼냅니다. `push_back`은 뒤에 넣고 `pop_front`는 앞에서 꺼냅니다.
//! - [`std::sync::Mutex`]: 한 번에 한 스레드만 항목에 닿게 합니다.
//! - [`std::sync::Condvar`]: `wait`에 가드를 건네면 잠금을 놓고 잠들고, 깨어나면 다시 잠가 가드를 돌려줍니다.
//!
//! 깨어났다는 것은 항목이 있다는 뜻이 아닙니다. 다시 확인할 때가 되었다는 뜻입니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// 먼저 넣은 것이 먼저 나오는 큐입니다. 여러 스레드가 함께 씁니다.
pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    /// 빈 큐를 만듭니다.
    pub fn new() -> Self {
        Self { items: Mutex::new(VecDeque::new()), not_empty: Condvar::new() }
    }

    /// 맨 뒤에 넣고, 기다리는 스레드가 있으면 깨웁니다. 기다리지 않습니다.
    pub fn put(&self, item: T) {
        self.items.lock().unwrap().push_back(item);
        self.not_empty.notify_one();
    }

    /// 맨 앞에서 꺼냅니다. 넣은 것은 빠짐없이 한 번씩 나옵니다.
    ///
    /// - 비어 있으면 잠들어 기다리고, 항목이 들어온 바로 그때 꺼냅니다.
    /// - 잠깐씩 자며 묻다가 늦게 알아채지 않습니다. 쉬지 않고 묻지도 않습니다.
    pub fn get(&self) -> T {
        let mut items = self.items.lock().unwrap();
        loop {
            if let Some(item) = items.pop_front() {
                return item;
            }
            // 깨어난 사이에 다른 스레드가 먼저 꺼냈을 수 있으므로, 돌아가 다시 확인합니다.
            items = self.not_empty.wait(items).unwrap();
        }
    }
}
