//! 생산자와 소비자 사이에서 항목 하나를 건네는 데 Rust에서 걸리는 시간을 한 번씩 잽니다. 하는 일은 `channels.py`와 같습니다.

use std::hint::black_box;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Instant;

use crossbeam::channel;
use solution_queue::fifo::Queue;

const ITEMS: usize = 400_000;

/// 생산자와 소비자를 `pairs`씩 띄워 똑같이 나누어 넣고 꺼내고, 항목 하나에 걸린 시간을 돌려줍니다.
fn through(pairs: usize, items: usize, put: impl Fn(usize) + Sync, get: impl Fn() -> usize + Sync) -> f64 {
    let each = items / pairs;
    let began = Instant::now();
    thread::scope(|scope| {
        for _ in 0..pairs {
            scope.spawn(|| (0..each).for_each(&put));
            scope.spawn(|| (0..each).map(|_| black_box(get())).max());
        }
    });
    began.elapsed().as_secs_f64() / (each * pairs) as f64
}

/// Seconds an item with as many producers and consumers; `less` divides how many items there are.
pub fn measure(pairs: usize, less: usize) -> Vec<(&'static str, f64)> {
    let items = ITEMS / less;
    let queue = Queue::new();
    let own = through(pairs, items, |item| queue.put(item), || queue.get());
    let (sender, receiver) = mpsc::channel();
    let receiver = Mutex::new(receiver);
    let std =
        through(pairs, items, |item| sender.send(item).unwrap(), || receiver.lock().unwrap().recv().unwrap());
    let (sender, receiver) = channel::unbounded();
    let crossbeam = through(pairs, items, |item| sender.send(item).unwrap(), || receiver.recv().unwrap());
    vec![("풀이의 Queue", own), ("std 채널", std), ("crossbeam 채널", crossbeam)]
}
