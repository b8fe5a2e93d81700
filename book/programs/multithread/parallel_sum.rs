use std::thread;

fn main() {
    let numbers: Vec<u64> = (1..=1000).collect();
    let total: u64 = thread::scope(|scope| {
        let halves = numbers.chunks(500).map(|half| scope.spawn(move || half.iter().sum::<u64>()));
        let halves: Vec<_> = halves.collect();
        halves.into_iter().map(|half| half.join().unwrap()).sum()
    });
    println!("{total}");
}
