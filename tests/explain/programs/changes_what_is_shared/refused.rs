use std::sync::Arc;

pub struct Page {
    pub words: u64,
}

pub fn add(page: &Arc<Page>) {
    page.words += 1;
}
