//! 넘치는 신호와 한도
//!
//! 세마포어에는 주인이 없어서, 가져가지 않은 허가를 돌려놓아도 조용히 한 장이 늘어납니다. 파이썬의 `BoundedSemaphore`는 처음 수를
//! 넘으면 `ValueError`를 내고, `acquire(timeout=2)`는 2초 안에 얻지 못하면 `False`를 돌려줍니다. Rust에서는 오류가 `Result`입니다.
//! - [`std::sync::Condvar`]: `wait_timeout_while`은 조건이 참인 동안, 한도까지만 잠듭니다. 가드와 함께 한도가 지났는지를 돌려줍니다.
//! - [`std::time::Duration`]: 시간의 길이입니다. `Duration::MAX`도 됩니다.
//!
//! 기억할 한 문장: 얻었는지는 한도가 지났는지가 아니라, 허가가 있는지로 정합니다.

use std::sync::Mutex;
use std::time::Duration;

/// 가져간 것보다 많이 돌려놓으려고 했습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

/// 허가가 처음 수보다 많아지지 않는 세마포어입니다.
pub struct BoundedSemaphore {
    total: usize,
    permits: Mutex<usize>,
}

impl BoundedSemaphore {
    /// 허가 `total`장으로 시작합니다. `total`은 1부터 백만까지입니다.
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total) }
    }

    /// 지금 남은 허가의 수입니다.
    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    /// 허가가 있으면 한 장을 가져가고 `true`, 없으면 기다리지 않고 `false`입니다.
    pub fn try_acquire(&self) -> bool {
        todo!("허가가 있으면 한 장을 가져가고 true를, 없으면 곧바로 false를 돌려주세요.")
    }

    /// 허가를 한 장 가져가고 `true`를 돌려줍니다. 없으면 `limit`까지 잠들어 기다립니다.
    ///
    /// - `limit`이 지나도 없으면 바로 그때 `false`이고, 아무것도 가져가지 않습니다.
    /// - 그동안 돌아온 허가를 다른 스레드가 먼저 가져가도 한도는 늘지 않습니다.
    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        todo!("한도까지만 기다려 한 장을 가져가세요. 지금 한도는 {limit:?}입니다.")
    }

    /// 허가를 한 장 돌려놓습니다. 기다리던 스레드가 있으면 하나가 곧바로 이어 갑니다. 어느 스레드가 해도 됩니다.
    ///
    /// 처음 수를 넘게 되면 아무것도 바꾸지 않고 오류를 돌려줍니다. 잠깐이라도 넘은 모습은 보이지 않습니다.
    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        todo!("처음 수({})를 넘지 않으면 한 장을 늘리고 깨우세요. 넘으면 오류를 돌려주세요.", self.total)
    }
}
