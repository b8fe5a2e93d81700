//! 세마포어 둘과 뮤텍스 하나
//!
//! 생산자(producer)는 넣고 소비자(consumer)는 꺼냅니다. 빈자리를 세는 세마포어와 든 것을 세는 세마포어가 기다림을 맡고, 뮤텍스는
//! 넣고 꺼내는 순간만 지킵니다.
//! 파이썬에서는 `queue.Queue(maxsize)`의 `put`과 `get`이 이 일을 합니다.
//! - `Semaphore`: 앞에서 만든 세마포어입니다. 이 파일 아래에 있습니다.
//! - [`std::collections::VecDeque`]: 앞뒤로 넣고 꺼내는 큐입니다. `push_back`과 `pop_front`를 씁니다.
//!
//! 기억할 한 문장: 잠금을 쥔 채로 세마포어를 기다리면, 신호할 스레드가 그 잠금을 기다릴 수 있습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// `size`개까지 담는 버퍼(buffer)입니다.
pub struct Buffer<T> {
    items: Mutex<VecDeque<T>>,
    free: Semaphore,
    filled: Semaphore,
}

impl<T> Buffer<T> {
    /// `size`는 1 이상입니다.
    pub fn new(size: usize) -> Self {
        Self { items: Mutex::new(VecDeque::new()), free: Semaphore::new(size), filled: Semaphore::new(0) }
    }

    /// 맨 뒤에 넣습니다. 가득 찼으면 자리가 날 때까지 잠들어 기다립니다.
    pub fn put(&self, item: T) {
        self.free.wait();
        self.items.lock().unwrap().push_back(item);
        self.filled.signal();
    }

    /// 맨 앞에서 꺼냅니다. 비었으면 들어올 때까지 잠들어 기다립니다.
    ///
    /// 기다리는 스레드가 몇이든, 넣은 것은 저마다 한 번씩만, 넣은 차례로 나옵니다.
    pub fn take(&self) -> T {
        self.filled.wait();
        let item = self.items.lock().unwrap().pop_front();
        self.free.signal();
        item.expect("든 것을 세고 들어왔습니다.")
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
        *self.permits.lock().unwrap() += 1;
        self.returned.notify_one();
    }
}
