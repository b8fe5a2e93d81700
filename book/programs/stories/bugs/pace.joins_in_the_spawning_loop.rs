pub fn wrong() {
    for _ in 0..3 {
        thread::spawn(|| thread::sleep(SECOND)).join().unwrap();
    }
    takes(1, "1초씩 걸리는 일 셋을 함께 하면 1초입니다.");
}

pub fn right() {
    let workers = [(); 3].map(|()| thread::spawn(|| thread::sleep(SECOND)));
    for worker in workers {
        worker.join().unwrap();
    }
    takes(1, "1초씩 걸리는 일 셋을 함께 하면 1초입니다.");
}
