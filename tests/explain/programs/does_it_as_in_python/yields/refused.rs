use std::sync::mpsc::Sender;

pub fn each(items: Vec<u64>, sender: Sender<u64>) {
    for item in items {
        yield item;
    }
    drop(sender);
}
