mod queue {
    pub struct Queue {
        items: Vec<u64>,
    }

    impl Queue {
        pub fn len(&self) -> usize {
            self.items.len()
        }
    }
}

pub fn size(queue: &queue::Queue) -> usize {
    queue.len()
}
