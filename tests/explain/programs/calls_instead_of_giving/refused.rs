use std::thread;

pub fn start(job: fn(u64) -> u64) -> u64 {
    let handle = thread::spawn(job(1));
    handle.join().unwrap()
}
