use std::sync::{Condvar, Mutex}

/// A gate.
pub struct Gate {
    pub open: Mutex<bool>,
    pub changed: Condvar,
}
