use std::thread;
use std::time::Duration;

pub fn rest(limit: Duration) {
    thread.sleep(limit);
}
