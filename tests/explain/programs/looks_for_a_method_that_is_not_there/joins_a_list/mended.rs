use std::thread::JoinHandle;

pub fn wait(threads: Vec<JoinHandle<()>>) {
    for thread in threads {
        thread.join().unwrap();
    }
}
