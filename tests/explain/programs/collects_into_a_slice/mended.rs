use std::thread;

pub fn sum(numbers: &[u64]) -> u64 {
    numbers.iter().sum()
}

pub fn in_halves(numbers: &[u64]) -> u64 {
    thread::scope(|scope| {
        let halves: Vec<_> =
            numbers.chunks(numbers.len().div_ceil(2)).map(|half| scope.spawn(|| sum(half))).collect();
        halves.into_iter().map(|half| half.join().unwrap()).sum()
    })
}
