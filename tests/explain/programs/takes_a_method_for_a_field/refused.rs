use std::sync::WaitTimeoutResult;

pub fn expired(result: WaitTimeoutResult) -> bool {
    result.timed_out
}
