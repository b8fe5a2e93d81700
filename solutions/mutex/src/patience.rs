//! 기다림의 한도
//!
//! 파이썬의 `lock.acquire(timeout=2)`는 2초 안에 잠그지 못하면 `False`를 돌려줍니다. 이 값을 확인하지 않으면 잠그지 못한 채로
//! 임계 구역에 들어갑니다. Rust에서는 가드를 얻지 못하면 값에 닿을 길이 없습니다. 표준 `Mutex`에는 한도를 정하는
//! 메서드가 없고, `parking_lot`에는 `try_lock`, `try_lock_for`, `try_lock_until`이 있습니다.

use std::time::Duration;

use parking_lot::Mutex;

/// 한도 안에 잠그지 못했습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

/// 한도까지만 기다리는 값입니다.
pub struct Patient<T> {
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value) }
    }

    /// 값을 잠그고 `job`을 불러 그 결과를 돌려줍니다. 한 번에 한 스레드만 `job`을 돌립니다. `job`은 패닉하지 않습니다.
    /// `limit`은 0부터 1년까지입니다.
    ///
    /// - `limit` 안에 잠그지 못하면 `job`을 부르지 않고, `limit`이 지난 바로 그때 포기합니다. `job` 안에서 다시 불러도 같습니다.
    /// - 비어 있거나 제때 풀리면 곧바로 이어 갑니다. `limit`은 기다림의 한도이지 `job`의 한도가 아닙니다.
    /// - 포기한 뒤에는 아무것도 쥐고 있지 않습니다. 다음 스레드는 평소처럼 씁니다.
    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let mut value = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
