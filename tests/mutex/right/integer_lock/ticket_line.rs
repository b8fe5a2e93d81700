//! 번호표로 줄을 섭니다. 아직 안 풀린 번호표가 없으면 1, 있으면 0입니다.

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
        while tickets.serving < mine {
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
