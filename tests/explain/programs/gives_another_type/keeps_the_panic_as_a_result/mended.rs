use std::thread::{Result, ScopedJoinHandle};

pub fn results<R>(handles: Vec<ScopedJoinHandle<'_, R>>) -> Vec<Result<R>> {
    let mut results = Vec::new();
    for handle in handles {
        let result = handle.join();
        results.push(result);
    }
    results
}
