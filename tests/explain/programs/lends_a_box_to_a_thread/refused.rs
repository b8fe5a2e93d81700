use std::thread;

pub fn run(jobs: Vec<Box<dyn FnOnce() -> u64 + Send>>) {
    for (number, job) in jobs.iter().enumerate() {
        thread::spawn(move || println!("{number}: {}", job()));
    }
}
