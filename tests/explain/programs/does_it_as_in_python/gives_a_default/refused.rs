pub struct Queue {
    pub closed: bool = false,
}
