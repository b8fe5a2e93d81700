use std::sync::{Mutex, PoisonError};
use std::thread;

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let visits = Mutex::new(0);
    let failed = thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let mut visits = visits.lock().unwrap();
            *visits += 1;
            panic!("일하다 실패했습니다.");
        });
        worker.join().is_err()
    });
    println!("패닉했음: {failed}, 표시가 남음: {}", visits.is_poisoned());
    println!("{}번입니다.", visits.lock().unwrap_or_else(PoisonError::into_inner));
}
