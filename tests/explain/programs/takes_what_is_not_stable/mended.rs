use std::sync::mpsc::RecvTimeoutError;

pub fn is_over(error: RecvTimeoutError) -> bool {
    error == RecvTimeoutError::Disconnected
}
