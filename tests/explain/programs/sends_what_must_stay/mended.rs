use std::sync::mpsc;
use std::thread;

pub fn print(numbers: &[u64], mut show: impl FnMut(u64)) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            for number in numbers {
                sender.send(number * 2).unwrap();
            }
        });
        for doubled in receiver {
            show(doubled);
        }
    });
}
