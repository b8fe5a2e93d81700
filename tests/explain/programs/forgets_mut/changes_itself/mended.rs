pub struct Heartbeat {
    beats: u64,
}

impl Heartbeat {
    pub fn stop(&mut self) {
        self.beats = 0;
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        self.stop();
    }
}
