//! 경쟁 상태(race condition)와 임계 구역(critical section)
//!
//! 파이썬에서는 여러 스레드가 `total += 1`을 해도 값이 맞는 일이 많습니다. CPython 3.10부터 이 한 줄 가운데에서는
//! 스레드를 바꾸지 않게 된 덕분이지만, 언어가 약속한 일은 아니므로 `with lock:` 안에서 더합니다.
//! Rust의 `Mutex`는 숫자를 안에 품습니다. 잠그지 않고는 숫자에 닿을 수 없으니 잠그기를 잊을 수는 없지만,
//! 임계 구역을 잘못 자르면 여전히 틀립니다.

use std::sync::Mutex;
use std::thread;

/// 스레드 `threads`개가 한 숫자에 1을 `times`번씩 더하고, 다 더한 값을 돌려줍니다.
///
/// - 어떤 순서에서도 더한 값을 잃지 않습니다.
/// - 스레드들은 겹쳐서 일합니다. 하나가 끝난 뒤에 다음을 시작하지 않습니다.
/// - 부를 때마다 0에서 시작합니다. 여러 곳에서 동시에 불러도 섞이지 않습니다.
/// - 끝났는지 묻거나 자며 기다리지 않고, 일이 끝나는 대로 돌아옵니다.
///
/// 지금 코드는 매번 잠그는데도 순서에 따라 값을 잃습니다. 잃지 않게 고치세요.
pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let before = *total.lock().unwrap();
                    *total.lock().unwrap() = before + 1;
                }
            });
        }
    });
    total.into_inner().unwrap()
}
