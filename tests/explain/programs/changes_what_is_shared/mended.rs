use std::sync::{Arc, Mutex};

pub struct Page {
    pub words: u64,
}

pub fn add(page: &Arc<Mutex<Page>>) {
    page.lock().unwrap().words += 1;
}
