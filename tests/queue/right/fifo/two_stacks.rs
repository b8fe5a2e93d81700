//! 넣는 더미와 꺼내는 더미를 따로 둡니다. 꺼낼 것이 없으면 넣은 더미를 뒤집습니다.

use parking_lot::{Condvar, Mutex};

pub struct Queue<T> {
    stacks: Mutex<(Vec<T>, Vec<T>)>,
    filled: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { stacks: Mutex::new((Vec::new(), Vec::new())), filled: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        self.stacks.lock().0.push(item);
        self.filled.notify_one();
    }

    pub fn get(&self) -> T {
        let mut stacks = self.stacks.lock();
        self.filled
            .wait_while(&mut stacks, |(incoming, outgoing)| incoming.is_empty() && outgoing.is_empty());
        let (incoming, outgoing) = &mut *stacks;
        if outgoing.is_empty() {
            outgoing.extend(incoming.drain(..).rev());
        }
        outgoing.pop().unwrap()
    }
}
