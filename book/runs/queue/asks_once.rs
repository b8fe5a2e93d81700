//! 기다리던 스레드가 깨어났을 때, 넣은 것을 다른 스레드가 먼저 꺼낸 다음일 수 있습니다.

pub mod asks_once {
    use std::collections::VecDeque;
    use std::sync::{Condvar, Mutex};
    use std::thread;

    fn check(take: fn(&Mutex<VecDeque<u32>>, &Condvar) -> Option<u32>) {
        let (items, filled) = (Mutex::new(VecDeque::new()), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                items.lock().unwrap().push_back(1);
                filled.notify_one();
                items.lock().unwrap().pop_front();
                items.lock().unwrap().push_back(2);
                filled.notify_one();
            });
            let taken = take(&items, &filled);
            crate::gallery::promise(taken.is_some(), "깨어났는데 꺼낼 것이 없습니다.");
        });
    }

    pub fn wrong() {
        check(|items, filled| {
            let mut items = items.lock().unwrap();
            if items.is_empty() {
                items = filled.wait(items).unwrap();
            }
            items.pop_front()
        });
    }

    pub fn right() {
        check(|items, filled| {
            let mut items = items.lock().unwrap();
            while items.is_empty() {
                items = filled.wait(items).unwrap();
            }
            items.pop_front()
        });
    }
}
