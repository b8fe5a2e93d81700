use std::thread::ScopedJoinHandle;

pub fn results<R>(handles: Vec<ScopedJoinHandle<'_, R>>) -> Vec<R> {
    let mut results: Vec<R> = Vec::new();
    for handle in handles {
        match handle.join() {
            Ok(result) => results.push(result),
            Err(error) => results.push(error),
        }
    }
    results
}
