//! 마지막에 온 스레드가 문을 열지만, 그 문으로는 하나만 지나갑니다.

pub mod opens_for_one {
    use std::sync::Mutex;
    use std::thread;

    use crate::counting::Semaphore;

    fn check(pass: fn(&Semaphore)) {
        let (arrived, door) = (Mutex::new(0), Semaphore::new(0));
        let arrive = || {
            let mut count = arrived.lock().unwrap();
            *count += 1;
            let last = *count == 2;
            drop(count);
            if last {
                door.signal();
            }
            pass(&door);
        };
        thread::scope(|scope| {
            scope.spawn(arrive);
            arrive();
        });
    }

    pub fn wrong() {
        check(|door| door.wait());
    }

    pub fn right() {
        check(|door| {
            door.wait();
            door.signal();
        });
    }
}
