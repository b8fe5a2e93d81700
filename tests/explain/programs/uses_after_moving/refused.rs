use std::thread;

pub fn add(numbers: Vec<u64>) -> usize {
    let worker = thread::spawn(move || numbers.iter().sum::<u64>());
    worker.join().unwrap();
    numbers.len()
}
