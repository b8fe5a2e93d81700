pub struct Queue {
    pub closed: bool,
}

impl Queue {
    pub fn new() -> Queue {
        Queue { closed: false }
    }
}
