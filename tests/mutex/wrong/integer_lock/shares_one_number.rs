//! 정수를 전역 변수에 둡니다. 파이썬의 클래스 변수처럼 썼지만, 잠금을 여럿 만들어도 모두 하나로 잠깁니다.

use parking_lot::{Condvar, Mutex};

static NUMBER: Mutex<i32> = Mutex::new(1);
static RELEASED: Condvar = Condvar::new();

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock;

impl IntegerLock {
    pub fn new() -> Self {
        *NUMBER.lock() = 1;
        Self
    }

    pub fn value(&self) -> i32 {
        *NUMBER.lock()
    }

    pub fn acquire(&self) {
        let mut number = NUMBER.lock();
        while *number == 0 {
            RELEASED.wait(&mut number);
        }
        *number -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = NUMBER.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number += 1;
        RELEASED.notify_one();
        Ok(())
    }
}
