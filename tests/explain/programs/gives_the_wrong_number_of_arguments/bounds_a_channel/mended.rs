use std::sync::mpsc;

pub fn two(size: usize) -> Vec<u64> {
    let (sender, receiver) = mpsc::sync_channel(size);
    std::thread::scope(|scope| {
        scope.spawn(move || (0..2).for_each(|item| sender.send(item).unwrap()));
        receiver.iter().collect()
    })
}
