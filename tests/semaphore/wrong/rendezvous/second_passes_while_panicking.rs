//! 패닉하는 도중의 `second`는 상대를 기다리지 않습니다.

use std::sync::{Condvar, Mutex};
use std::thread;

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    fn wait(&self) {
        *self.returned.wait_while(self.permits.lock().unwrap(), |permits| *permits == 0).unwrap() -= 1;
    }

    fn signal(&self) {
        self.signal_many(1)
    }

    fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}

struct Gen {
    s: Mutex<(usize, u64)>,
    returned: Condvar,
    size: usize,
}

impl Gen {
    fn new(size: usize) -> Self {
        Self { s: Mutex::new((0, 0)), returned: Condvar::new(), size }
    }

    fn wait(&self) {
        let mut g = self.s.lock().unwrap();
        let r = g.1;
        g.0 += 1;
        if g.0 == self.size {
            g.0 = 0;
            g.1 += 1;
            self.returned.notify_all();
            return;
        }
        while g.1 == r {
            g = self.returned.wait(g).unwrap();
        }
    }
}

pub struct Rendezvous {
    a: Semaphore,
    b: Semaphore,
}

impl Rendezvous {
    pub fn new() -> Self {
        Self { a: Semaphore::new(0), b: Semaphore::new(0) }
    }

    pub fn first(&self) {
        self.a.signal();
        self.b.wait();
    }

    pub fn second(&self) {
        if thread::panicking() {
            self.b.signal();
            return;
        }
        self.b.signal();
        self.a.wait();
    }
}

pub struct Barrier(Gen);

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self(Gen::new(size))
    }

    pub fn wait(&self) {
        self.0.wait()
    }
}
