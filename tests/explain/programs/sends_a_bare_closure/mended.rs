use std::thread;

pub fn run(job: Box<dyn FnOnce() -> u64 + Send>) {
    thread::spawn(move || job());
}
