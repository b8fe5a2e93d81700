//! 모임마다 새 문을 만들어 나누어 갖습니다.

use std::sync::{Arc, Condvar, Mutex};

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

pub struct Barrier {
    size: usize,
    meeting: Mutex<(usize, Arc<Semaphore>)>,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, meeting: Mutex::new((0, Arc::new(Semaphore::new(0)))) }
    }

    pub fn wait(&self) {
        let mut meeting = self.meeting.lock().unwrap();
        meeting.0 += 1;
        let door = Arc::clone(&meeting.1);
        if meeting.0 < self.size {
            drop(meeting);
            return door.wait();
        }
        *meeting = (0, Arc::new(Semaphore::new(0)));
        door.signal_many(self.size - 1);
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
