use std::thread::JoinHandle;

pub struct Worker {
    thread: JoinHandle<()>,
}

impl Worker {
    pub fn stop(&mut self) {
        self.thread.join().unwrap();
    }
}
