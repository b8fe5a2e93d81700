pub struct Queue {
    pub items: Vec<u64>,
    pub closed: bool,
}

pub fn new() -> Queue {
    Queue { items: Vec::new(), closed: false }
}
