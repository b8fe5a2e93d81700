pub struct Buffer<T> {
    items: Vec<T>,
}

impl<T> Buffer<T> {
    pub fn put(&mut self, item: T) {
        println!("넣음: {item:?}");
        self.items.push(item);
    }
}
