//! 자리가 하나면 한 작업씩, 자리가 작업만큼 있으면 모두 함께 일합니다.

use std::sync::Condvar;
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

struct Seats {
    free: Mutex<usize>,
    freed: Condvar,
}

struct Seat<'a>(&'a Seats);

impl Seats {
    fn sit(&self) -> Seat<'_> {
        let mut f = self.freed.wait_while(self.free.lock().unwrap(), |f| *f == 0).unwrap();
        *f -= 1;
        Seat(self)
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap() += 1;
        self.0.freed.notify_one();
    }
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let seats = Seats { free: Mutex::new(if thread_safe { 1 } else { jobs.len() }), freed: Condvar::new() };
    thread::scope(|s| {
        let seats = &seats;
        let handles: Vec<_> = jobs
            .into_iter()
            .enumerate()
            .map(|(n, job)| {
                s.spawn(move || {
                    let _seat = seats.sit();
                    println!("작업 {n} 시작");
                    println!("작업 {n} 끝: {}", job());
                })
            })
            .collect();
        for h in handles {
            let _ = h.join();
        }
    })
}
