use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    items: Mutex<Vec<T>>,
    filled: Condvar,
}

impl<T> Queue<T> {
    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.filled.wait_while(items, |items| items.is_empty()).unwrap();
        items.remove(0)
    }
}
