use std::sync::Mutex;
use std::thread;

fn main() {
    let visits = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut visits = visits.lock().unwrap();
                *visits += 1;
            });
        }
    });
    println!("두 번 왔고 {}번입니다.", visits.into_inner().unwrap());
}
