//! 잠들지 않고 `pop_front`를 되풀이합니다. 값이 바뀌지 않았어도 바꾸려고 잠급니다.

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
        loop {
            let mut items = self.items.lock().unwrap();
            if let Some(item) = items.pop_front() {
                return item;
            }
        }
    }
}
