//! 종 예순네 개를 만들어 두고 잠금의 번호로 고릅니다. 종을 함께 쓰는 두 잠금을 기다리면, 풀린 쪽이 아닌 스레드가 깨어납니다.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

struct Bell {
    door: Mutex<()>,
    rings: Condvar,
}

static BELLS: [Bell; 64] = [const { Bell { door: Mutex::new(()), rings: Condvar::new() } }; 64];
static NEXT: AtomicUsize = AtomicUsize::new(0);

pub struct IntegerLock {
    number: Mutex<i32>,
    bell: &'static Bell,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1), bell: &BELLS[NEXT.fetch_add(1, Ordering::SeqCst) % 64] }
    }

    pub fn value(&self) -> i32 {
        *self.number.lock().unwrap()
    }

    fn try_acquire(&self) -> bool {
        std::mem::take(&mut *self.number.lock().unwrap()) == 1
    }

    pub fn acquire(&self) {
        let mut door = self.bell.door.lock().unwrap();
        while !self.try_acquire() {
            door = self.bell.rings.wait(door).unwrap();
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let _door = self.bell.door.lock().unwrap();
        if std::mem::replace(&mut *self.number.lock().unwrap(), 1) == 1 {
            return Err(NotAcquired);
        }
        self.bell.rings.notify_one();
        Ok(())
    }
}
