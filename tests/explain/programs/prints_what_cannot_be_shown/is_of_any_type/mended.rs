pub struct Buffer<T> {
    items: Vec<T>,
}

impl<T> Buffer<T> {
    pub fn put(&mut self, item: T) {
        self.items.push(item);
        println!("넣음: 모두 {}개", self.items.len());
    }
}
