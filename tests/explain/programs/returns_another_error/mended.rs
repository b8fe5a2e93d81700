use std::thread::JoinHandle;

pub struct Panicked;

pub fn stop(thread: JoinHandle<()>) -> Result<(), Panicked> {
    thread.join().map_err(|_| Panicked)
}
