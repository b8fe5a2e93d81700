//! 모인 횟수를 두 바이트로 세어서, 65536번째에 넘칩니다.

use std::sync::{Condvar, Mutex};

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
        self.b.signal();
        self.a.wait();
    }
}

pub struct Barrier {
    size: usize,
    s: Mutex<(usize, u16)>,
    returned: Condvar,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, s: Mutex::new((0, 0)), returned: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut g = self.s.lock().unwrap();
        let r = g.1;
        g.0 += 1;
        if g.0 == self.size {
            g.0 = 0;
            g.1 += 1;
            self.returned.notify_all();
            return;
        }
        drop(self.returned.wait_while(g, |g| g.1 == r).unwrap());
    }
}
