use std::thread;

pub fn run<T: Send>(item: T, first: impl Fn(T) -> u64 + Send) -> u64 {
    thread::scope(|scope| scope.spawn(move || first(item)).join().unwrap())
}
