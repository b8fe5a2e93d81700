use std::sync::Mutex;

pub struct Queue<T> {
    items: Mutex<Vec<T>>,
}

impl<T> Queue<T> {
    pub fn get(&self) -> T {
        let mut items = self.items.lock().unwrap();
        if items.is_empty() {
            return None;
        }
        items.remove(0)
    }
}
