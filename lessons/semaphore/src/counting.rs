//! 대기와 신호
//!
//! 뮤텍스는 하나만 들여보내고, 세마포어(semaphore)는 정한 수까지 들여보냅니다. 남은 자리를 **허가(permit)**로 셉니다. 들어갈 때
//! 한 장을 가져가고(대기, wait), 나올 때 한 장을 돌려놓습니다(신호, signal). 없으면 누군가 돌려놓을 때까지 기다립니다.
//!
//! 파이썬에서는 `threading.Semaphore(3)`의 `acquire()`와 `release(n)`입니다. Rust의 표준 라이브러리에는 세마포어가 없어서 만듭니다.
//! - [`std::sync::Mutex`]: 허가의 수를 품습니다. `lock().unwrap()`이 가드를 돌려줍니다.
//! - [`std::sync::Condvar`]: 수가 바뀌기를 기다리는 조건 변수입니다. `wait_while`은 가드를 가져가 조건이 참인 동안 잠들고,
//!   다시 잠근 가드를 돌려줍니다. 그다음에는 돌려받은 가드를 씁니다.
//!
//! 기억할 한 문장: 깨어난 것은 허가를 얻은 것이 아니라, 허가가 있는지 다시 볼 때가 된 것입니다.

use std::sync::Mutex;

/// 허가의 수를 세는 세마포어입니다. 수는 `usize`이고, `usize`에 담지 못할 만큼 신호하는 일은 없습니다.
pub struct Semaphore {
    permits: Mutex<usize>,
}

impl Semaphore {
    /// 허가 `permits`장으로 시작합니다. 0장이면 첫 신호가 올 때까지 아무도 들어가지 못합니다.
    pub fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits) }
    }

    /// 지금 남은 허가의 수입니다.
    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    /// 허가를 한 장 가져갑니다. 없으면 생길 때까지 잠들어 기다립니다. 생긴 바로 그때 이어 갑니다.
    pub fn wait(&self) {
        todo!("허가가 있을 때까지 잠들어 기다렸다가 한 장을 가져가세요.")
    }

    /// 허가를 한 장 돌려놓습니다. 가져간 적이 없는 스레드가 해도 됩니다. 기다리던 스레드 하나가 곧바로 이어 갑니다.
    pub fn signal(&self) {
        todo!("허가를 한 장 늘리고, 기다리던 스레드를 깨우세요.")
    }

    /// 허가 `n`장을 한꺼번에 돌려놓습니다. 기다리던 스레드가 `n`개까지 곧바로 이어 갑니다. 0장이면 아무 일도 없습니다.
    pub fn signal_many(&self, n: usize) {
        todo!("허가를 한꺼번에 늘리고, 늘어난 만큼 깨우세요. 지금은 {n}장입니다.")
    }
}
