use std::thread::JoinHandle;

pub fn total(threads: Vec<JoinHandle<u64>>) -> u64 {
    let mut total = 0;
    for thread in threads {
        total += thread.join();
    }
    total
}
