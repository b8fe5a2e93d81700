use std::thread::JoinHandle;

pub fn wait(handles: Vec<JoinHandle<u64>>) -> usize {
    for handle in handles {
        handle.join().unwrap();
    }
    handles.len()
}
