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
        let permits = self.permits.lock().unwrap();
        *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    fn signal(&self) {
        *self.permits.lock().unwrap() += 1;
        self.returned.notify_one();
    }
}

fn main() {
    let ready = Semaphore::new(0);
    thread::scope(|scope| {
        scope.spawn(|| {
            ready.wait();
            println!("설정을 읽은 다음에 시작합니다");
        });
        println!("설정을 읽습니다");
        ready.signal();
    });
}
