fn check(release: fn(&Semaphore)) {
    let (permits, room) = (Semaphore::new(1), Room::for_up_to(1));
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                permits.wait();
                room.stay();
                release(&permits);
            });
        }
    });
}

pub fn wrong() {
    check(|permits| {
        permits.signal();
        permits.signal();
    });
}

pub fn right() {
    check(|permits| permits.signal());
}
