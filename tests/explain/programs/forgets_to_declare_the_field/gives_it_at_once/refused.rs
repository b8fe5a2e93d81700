pub struct Queue {
    pub items: Vec<u64>,
}

pub fn new() -> Queue {
    Queue { items: Vec::new(), closed: false }
}
