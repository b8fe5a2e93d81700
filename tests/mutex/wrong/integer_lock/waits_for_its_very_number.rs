//! 번호표로 줄을 서고, 제 번호와 꼭 같을 때만 이어 갑니다. 깨어나기 전에 한 번 더 풀리면 번호가 지나가서, 열려 있는데도 기다립니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

#[derive(Default)]
struct Tickets {
    next: u64,
    serving: u64,
}

pub struct IntegerLock {
    tickets: Mutex<Tickets>,
    moved: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { tickets: Mutex::default(), moved: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        let tickets = self.tickets.lock().unwrap();
        i32::from(tickets.next == tickets.serving)
    }

    pub fn acquire(&self) {
        let mut tickets = self.tickets.lock().unwrap();
        let mine = tickets.next;
        tickets.next += 1;
        while tickets.serving != mine {
            tickets = self.moved.wait(tickets).unwrap();
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut tickets = self.tickets.lock().unwrap();
        if tickets.serving == tickets.next {
            return Err(NotAcquired);
        }
        tickets.serving += 1;
        self.moved.notify_all();
        Ok(())
    }
}
