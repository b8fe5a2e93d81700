fn check(take_two: fn(&Mutex<u32>, &Condvar)) {
    let (permits, freed) = (Mutex::new(2), Condvar::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                take_two(&permits, &freed);
                *permits.lock().unwrap() += 2;
                freed.notify_all();
            });
        }
    });
}

pub fn wrong() {
    check(|permits, freed| {
        for _ in 0..2 {
            *freed.wait_while(permits.lock().unwrap(), |permits| *permits < 1).unwrap() -= 1;
        }
    });
}

pub fn right() {
    check(|permits, freed| {
        *freed.wait_while(permits.lock().unwrap(), |permits| *permits < 2).unwrap() -= 2;
    });
}
