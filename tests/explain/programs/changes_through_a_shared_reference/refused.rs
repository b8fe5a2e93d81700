pub struct Queue {
    items: Vec<u64>,
}

impl Queue {
    pub fn put(&self, item: u64) {
        self.items.push(item);
    }
}
