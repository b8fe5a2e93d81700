use std::sync::Mutex;

struct State<T> {
    items: Vec<T>,
    unfinished: usize,
}

pub struct Queue<T> {
    state: Mutex<State<T>>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Queue { state: Mutex::new(State { items: Vec::new(), unfinished: 0 }) }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        state.items.push(item);
        state.unfinished += 1;
    }
}
