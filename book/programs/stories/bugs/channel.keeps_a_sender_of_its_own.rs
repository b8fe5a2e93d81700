pub fn wrong() {
    let (sender, receiver) = mpsc::channel();
    for item in 0..2 {
        let sender = sender.clone();
        thread::spawn(move || sender.send(item));
    }
    promise(receiver.iter().count() == 2, "둘을 보냈으면 둘을 받아야 합니다.");
}

pub fn right() {
    let (sender, receiver) = mpsc::channel();
    for item in 0..2 {
        let sender = sender.clone();
        thread::spawn(move || sender.send(item));
    }
    drop(sender);
    promise(receiver.iter().count() == 2, "둘을 보냈으면 둘을 받아야 합니다.");
}
