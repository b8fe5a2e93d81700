use std::thread;

pub fn add(numbers: Vec<u64>) -> usize {
    thread::scope(|scope| {
        scope.spawn(|| numbers.iter().sum::<u64>());
    });
    numbers.len()
}
