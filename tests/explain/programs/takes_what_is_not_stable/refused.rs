pub fn is_over(error: std::sync::mpmc::RecvTimeoutError) -> bool {
    error == std::sync::mpmc::RecvTimeoutError::Disconnected
}
