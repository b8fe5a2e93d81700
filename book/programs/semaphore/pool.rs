use std::sync::{Barrier, Condvar, Mutex};
use std::thread;

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    fn acquire(&self) -> Permit<'_> {
        let free = self.permits.lock().unwrap();
        let mut free = self.returned.wait_while(free, |free| *free == 0).unwrap();
        *free -= 1;
        Permit(self)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.permits.lock().unwrap() += 1;
        self.0.returned.notify_one();
    }
}

fn main() {
    let semaphore = Semaphore { permits: Mutex::new(3), returned: Condvar::new() };
    let (three, active, most) = (Barrier::new(3), Mutex::new(0), Mutex::new(0));
    let work = || {
        let _permit = semaphore.acquire();
        let inside = {
            let mut active = active.lock().unwrap();
            *active += 1;
            *active
        };
        let mut most = most.lock().unwrap();
        *most = inside.max(*most);
        drop(most);
        three.wait();
        *active.lock().unwrap() -= 1;
    };
    thread::scope(|scope| {
        for _ in 0..9 {
            scope.spawn(work);
        }
    });
    println!("스레드 9개, 가장 많을 때 {}개", most.into_inner().unwrap());
}
