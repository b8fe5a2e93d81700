use std::thread::JoinHandle;

pub struct Worker {
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    pub fn stop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}
