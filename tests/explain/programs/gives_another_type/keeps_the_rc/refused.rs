use std::rc::Rc;
use std::sync::{Arc, Mutex};

pub fn total() -> Arc<Mutex<u64>> {
    Rc::new(Mutex::new(0))
}
