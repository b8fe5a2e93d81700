use std::thread::JoinHandle;

pub fn first(handles: &Vec<JoinHandle<u64>>) -> u64 {
    handles[0].join().unwrap()
}
