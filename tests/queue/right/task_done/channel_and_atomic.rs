//! 항목은 `crossbeam`의 채널에 두고, 수는 원자 변수로 셉니다. 잠드는 일에만 잠금을 씁니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

use crossbeam::channel::{self, Receiver, Sender};

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

pub struct Queue<T> {
    sender: Sender<T>,
    receiver: Receiver<T>,
    unfinished: AtomicUsize,
    door: Mutex<()>,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let (sender, receiver) = channel::unbounded();
        let (unfinished, door, all_done) = (AtomicUsize::new(0), Mutex::new(()), Condvar::new());
        Self { sender, receiver, unfinished, door, all_done }
    }

    pub fn put(&self, item: T) {
        self.unfinished.fetch_add(1, SeqCst);
        self.sender.send(item).unwrap();
    }

    pub fn get(&self) -> T {
        self.receiver.recv().unwrap()
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let less = |count: usize| count.checked_sub(1);
        if self.unfinished.fetch_update(SeqCst, SeqCst, less).map_err(|_| TooOften)? == 1 {
            // 잠갔다가 풀어야, 확인하고 잠들기 전인 스레드가 이 알림을 놓치지 않습니다.
            drop(self.door.lock().unwrap());
            self.all_done.notify_all();
        }
        Ok(())
    }

    pub fn join(&self) {
        let door = self.door.lock().unwrap();
        drop(self.all_done.wait_while(door, |()| self.unfinished.load(SeqCst) > 0).unwrap());
    }
}
