use std::thread;

pub fn run(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    for job in jobs {
        thread::spawn(job);
    }
}
