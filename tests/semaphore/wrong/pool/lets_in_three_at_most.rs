//! 허가가 몇 장이든 셋까지만 들여보냅니다.

use std::sync::{Condvar, Mutex};
use std::thread;
pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let semaphore = Semaphore::new(permits.min(3));
    let pool = ThreadPool { active: Mutex::new(Vec::new()) };
    thread::scope(|scope| {
        let (semaphore, pool, work) = (&semaphore, &pool, &work);
        for number in 1..=threads {
            scope.spawn(move || {
                let name = format!("스레드 {number}");
                let permit = semaphore.acquire();
                pool.acquire(&name);
                work(&name);
                pool.release(&name);
                drop(permit);
            });
        }
    });
}
struct ThreadPool {
    active: Mutex<Vec<String>>,
}
impl ThreadPool {
    fn acquire(&self, name: &str) {
        let mut active = self.active.lock().unwrap();
        active.push(name.to_owned());
        println!("획득: {name} | 스레드 풀: [{}]", active.join(", "));
    }
    fn release(&self, name: &str) {
        let mut active = self.active.lock().unwrap();
        active.retain(|other| other != name);
        println!("반환: {name} | 스레드 풀: [{}]", active.join(", "));
    }
}

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}
struct Permit<'a>(&'a Semaphore);
impl Semaphore {
    #[track_caller]
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }
    #[track_caller]
    fn acquire(&self) -> Permit<'_> {
        let permits = self.permits.lock().unwrap();
        *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
        Permit(self)
    }
}
impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.permits.lock().unwrap() += 1;
        self.0.returned.notify_one();
    }
}
