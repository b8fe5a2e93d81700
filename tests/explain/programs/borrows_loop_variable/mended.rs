use std::thread;

pub fn number(threads: usize) {
    thread::scope(|scope| {
        for number in 0..threads {
            scope.spawn(move || println!("{number}"));
        }
    });
}
