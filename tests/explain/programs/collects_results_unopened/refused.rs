use std::thread::JoinHandle;

pub fn collect(handles: Vec<JoinHandle<String>>) -> Vec<String> {
    let mut results = Vec::new();
    for handle in handles {
        results.push(handle.join());
    }
    results
}
