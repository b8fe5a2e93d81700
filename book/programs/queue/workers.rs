use std::sync::{Mutex, mpsc};
use std::thread;

const WORKERS: usize = 5;

fn main() {
    let (jobs, waiting) = mpsc::channel::<u64>();
    let waiting = Mutex::new(waiting);
    let work = || {
        let mut done = Vec::new();
        loop {
            let job = waiting.lock().unwrap().recv();
            let Ok(job) = job else { return done };
            done.push(job * job);
        }
    };
    let done: Vec<_> = thread::scope(|scope| {
        let threads = [(); WORKERS].map(|()| scope.spawn(work));
        for number in 0..20 {
            jobs.send(number).unwrap();
        }
        drop(jobs);
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    println!("{}건, 합 {}", done.len(), done.iter().sum::<u64>());
}
