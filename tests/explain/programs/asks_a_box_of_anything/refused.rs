use std::thread;

pub fn message(job: fn()) -> String {
    match thread::spawn(job).join() {
        Ok(()) => String::new(),
        Err(error) => error.to_string(),
    }
}
