use std::sync::mpsc::Sender;

pub struct Background {
    stop: Option<Sender<()>>,
}

impl Background {
    pub fn new(stop: Sender<()>) -> Background {
        Background { stop: Some(stop) }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        drop(self.stop.take());
    }
}
