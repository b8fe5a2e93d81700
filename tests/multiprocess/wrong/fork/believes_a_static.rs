//! 자식이 `static`에 적은 것을 부모가 읽을 수 있다고 여깁니다.

use std::io::{self, Write, stdout};
use std::sync::atomic::{AtomicU8, Ordering};

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    stdout().flush()?;
    static TOLD: AtomicU8 = AtomicU8::new(0);
    fork_child(|| {
        TOLD.store(change(value), Ordering::SeqCst);
        0
    })?
    .wait()?;
    Ok(Outcome::Told(TOLD.load(Ordering::SeqCst)))
}
