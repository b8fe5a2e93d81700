pub struct Heartbeat {
    beats: u64,
}

impl Heartbeat {
    pub fn stop(&mut self) {
        self.beats = 0;
    }

    pub fn __del__(self) {
        self.stop();
    }
}
