mod queue {
    pub struct Queue {
        items: Vec<u64>,
    }
}

pub fn size(queue: &queue::Queue) -> usize {
    queue.items.len()
}
