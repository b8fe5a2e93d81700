//! 순서를 정하는 신호
//!
//! 허가 0장으로 시작하는 세마포어는 자리를 세지 않습니다. 누군가 신호할 때까지 지나가지 못하는 문이 됩니다.
//! 파이썬에서는 `threading.Semaphore(0)`으로 같은 일을 하고, 여럿이 모이기를 기다리는 데에는 `threading.Barrier`가 있습니다.
//! Rust에도 `std::sync::Barrier`가 있지만, 여기서는 세마포어로 만들며 왜 문이 하나로는 모자라는지 봅니다.
//! - `Semaphore`: 앞에서 만든 세마포어입니다. 이 파일 아래에 있습니다.
//! - [`std::sync::Mutex`]: 몇이 왔는지 셉니다.
//!
//! 기억할 한 문장: 신호에는 받는 이의 이름이 없어서, 빨리 돌아온 스레드가 남의 신호로 지나갈 수 있습니다.

use std::sync::{Condvar, Mutex};

/// 두 스레드가 만나는 곳입니다. 한쪽은 `first`를, 다른 쪽은 `second`를 부릅니다.
///
/// - 먼저 온 쪽은 다른 쪽이 올 때까지 잠들어 기다리고, 둘 다 오면 곧바로 둘 다 지나갑니다.
/// - 같은 두 스레드가 몇 번이고 다시 만날 수 있습니다.
pub struct Rendezvous {
    first_came: Semaphore,
    second_came: Semaphore,
}

impl Rendezvous {
    pub fn new() -> Self {
        Self { first_came: Semaphore::new(0), second_came: Semaphore::new(0) }
    }

    pub fn first(&self) {
        self.first_came.signal();
        self.second_came.wait();
    }

    pub fn second(&self) {
        self.second_came.signal();
        self.first_came.wait();
    }
}

/// 스레드 `size`개가 모두 와야 지나가는 곳입니다.
///
/// - 마지막 스레드가 오면 곧바로 모두 지나갑니다. 그전까지는 잠들어 기다립니다.
/// - 같은 스레드들이 몇 번이고 다시 모입니다. 모두가 다시 오기 전에는 아무도 두 번째로 지나가지 못합니다.
pub struct Barrier {
    size: usize,
    came: Mutex<usize>,
    doors: [Semaphore; 2],
}

impl Barrier {
    /// `size`는 1 이상입니다.
    pub fn new(size: usize) -> Self {
        Self { size, came: Mutex::new(0), doors: [Semaphore::new(0), Semaphore::new(0)] }
    }

    pub fn wait(&self) {
        let mut came = self.came.lock().unwrap();
        let (round, before) = (*came / self.size, *came % self.size);
        *came += 1;
        // 모임마다 문을 바꿉니다. 다음 모임에 먼저 온 스레드는 이번 모임의 신호에 닿지 못합니다.
        let door = &self.doors[round % 2];
        if before + 1 == self.size {
            door.signal_many(self.size);
        }
        drop(came);
        door.wait();
    }
}

/// 앞에서 만든 세마포어입니다. 고칠 것은 없습니다. `#[track_caller]`는 안에서 한 일을 부른 줄의 일로 보이게 합니다.
struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    #[track_caller]
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    #[track_caller]
    fn wait(&self) {
        let permits = self.permits.lock().unwrap();
        *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    #[track_caller]
    fn signal(&self) {
        self.signal_many(1);
    }

    #[track_caller]
    fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
