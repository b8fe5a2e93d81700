use std::sync::mpsc::Sender;

pub struct Background {
    stop: Sender<()>,
}

impl Drop for Background {
    fn drop(&mut self) {
        drop(self.stop);
    }
}
