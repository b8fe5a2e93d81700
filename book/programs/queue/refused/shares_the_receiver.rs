use std::sync::mpsc;
use std::thread;

fn main() {
    let (_jobs, waiting) = mpsc::channel::<u32>();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| waiting.recv());
        }
    });
}
