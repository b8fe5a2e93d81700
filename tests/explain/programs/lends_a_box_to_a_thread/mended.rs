use std::thread;

pub fn run(jobs: Vec<Box<dyn FnOnce() -> u64 + Send>>) {
    for (number, job) in jobs.into_iter().enumerate() {
        thread::spawn(move || println!("{number}: {}", job()));
    }
}
