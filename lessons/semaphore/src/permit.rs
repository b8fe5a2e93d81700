//! 가드로서의 허가
//!
//! `wait`와 `signal`이 따로 있으면 `signal`을 잊거나, 오류 때문에 건너뜁니다. 파이썬에서는 `with semaphore:`가 막아 줍니다.
//! Rust에서는 허가를 **값**으로 만듭니다. 값이 사라질 때 저절로 돌려주므로, 패닉해도 `?`로 나가도 잊을 수 없습니다.
//! 파이썬의 `acquire()`는 한 번에 한 장이고, 여기서는 여러 장을 한꺼번에 가져갑니다. `counting`과는 다른 세마포어를 새로 만듭니다.
//! - [`std::ops::Drop`]: `drop`은 값이 사라질 때 저절로 불립니다.
//! - [`std::sync::Condvar`]: 허가가 모자란 동안 `wait_while`로 기다립니다.
//!
//! 기억할 한 문장: 모자라면 한 장도 쥐지 않고 기다립니다. 쥔 채로 더 기다리면 서로를 막습니다.

use std::sync::Mutex;

/// 세마포어의 모든 허가보다 많이 달라고 했습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

/// 허가 `total`장을 나눠 주는 세마포어입니다.
pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
}

/// 허가 `count`장입니다. 사라지면 그만큼 돌려주고, 그것으로 이어 갈 수 있는 스레드가 곧바로 이어 갑니다.
///
/// 패닉 때문에 사라지든 다른 스레드에서 사라지든 같습니다.
#[must_use = "이름을 주지 않은 허가는 곧바로 돌아갑니다"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total) }
    }

    /// 지금 남은 허가의 수입니다.
    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    /// 허가 `n`장을 한꺼번에 가져갑니다. 모자라면 돌아올 때까지 잠들어 기다립니다. 되는 바로 그때 이어 갑니다.
    ///
    /// - 기다리는 동안에는 한 장도 가져가지 않습니다. 남은 허가로 되는 스레드는 먼저 갑니다.
    /// - 모든 허가보다 많이 달라고 하면 기다리지 않고 `TooMany`입니다. 0장은 언제나 곧바로 됩니다.
    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        todo!(
            "남은 허가가 n장이 될 때까지 기다렸다가 한꺼번에 가져가세요. 지금은 모두 {}장에서 {n}장을 바랍니다.",
            self.total
        )
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        todo!(
            "{}장을 돌려주고 기다리던 스레드를 깨우세요. 지금은 {}장이 남아 있습니다.",
            self.count,
            self.semaphore.value()
        )
    }
}
