use std::thread;

pub fn start<T: Send + 'static>(value: T, job: fn(T)) {
    thread::spawn(move || job(value));
}
