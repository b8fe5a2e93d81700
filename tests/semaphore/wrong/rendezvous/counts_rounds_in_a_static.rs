//! 몇 번째 모임인지를 static에 두어, 다른 모임이 열리면 제 모임이 열린 줄 압니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

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

static ROUND: AtomicUsize = AtomicUsize::new(0);

pub struct Barrier {
    size: usize,
    came: Mutex<usize>,
    opened: Condvar,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, came: Mutex::new(0), opened: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut came = self.came.lock().unwrap();
        let round = ROUND.load(SeqCst);
        *came += 1;
        if *came == self.size {
            *came = 0;
            ROUND.fetch_add(1, SeqCst);
            self.opened.notify_all();
            return;
        }
        drop(self.opened.wait_while(came, |_| ROUND.load(SeqCst) == round).unwrap());
    }
}

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
