use std::thread;

pub fn why(thread: thread::JoinHandle<()>) -> String {
    match thread.join() {
        Ok(()) => String::new(),
        Err(error) => error.downcast_ref::<&str>().unwrap_or(&"").to_string(),
    }
}
