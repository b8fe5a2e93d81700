use std::thread;

pub fn print(numbers: &[u64], mut show: impl FnMut(u64)) {
    thread::scope(|scope| {
        scope.spawn(|| {
            for number in numbers {
                show(number * 2);
            }
        });
    });
}
