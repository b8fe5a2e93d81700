use std::thread::JoinHandle;

pub fn first(mut handles: Vec<JoinHandle<u64>>) -> u64 {
    handles.remove(0).join().unwrap()
}
