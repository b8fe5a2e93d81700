use std::thread::JoinHandle;

pub fn wait(handles: Vec<JoinHandle<u64>>) -> usize {
    let count = handles.len();
    for handle in handles {
        handle.join().unwrap();
    }
    count
}
