use std::sync::mpsc::Sender;

pub fn each(items: Vec<u64>, sender: Sender<u64>) {
    for item in items {
        sender.send(item).unwrap();
    }
    drop(sender);
}
