//! 마지막 이름으로는 스레드를 띄우지 않고 직접 들어갑니다.

use std::sync::{Condvar, Mutex};
use std::thread;

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    fn acquire(&self) -> Permit<'_> {
        *self.returned.wait_while(self.permits.lock().unwrap(), |permit| *permit == 0).unwrap() -= 1;
        Permit(self)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.permits.lock().unwrap() += 1;
        self.0.returned.notify_one();
    }
}

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let (semaphore, list, work) = (&Semaphore::new(permits), &Mutex::new(Vec::<String>::new()), &work);
    let go = move |n: usize| {
        let name = format!("스레드 {n}");
        let permit = semaphore.acquire();
        {
            let mut list = list.lock().unwrap();
            list.push(name.clone());
            println!("획득: {name} | 스레드 풀: [{}]", list.join(", "));
        }
        work(&name);
        {
            let mut list = list.lock().unwrap();
            list.retain(|o| *o != name);
            println!("반환: {name} | 스레드 풀: [{}]", list.join(", "));
        }
        drop(permit);
    };
    thread::scope(|scope| {
        for n in 1..threads {
            scope.spawn(move || go(n));
        }
        if threads > 0 {
            go(threads)
        }
    });
}
