use std::thread::JoinHandle;

pub fn wait(threads: Vec<JoinHandle<()>>) {
    threads.join();
}
