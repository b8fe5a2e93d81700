use std::thread;

pub fn run(job: Box<dyn FnOnce() -> u64>) {
    thread::spawn(move || job());
}
