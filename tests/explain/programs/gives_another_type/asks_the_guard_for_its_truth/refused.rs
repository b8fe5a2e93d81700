use std::sync::Mutex;

pub fn ready(flag: &Mutex<bool>) -> u64 {
    let flag = flag.lock().unwrap();
    if flag { 1 } else { 0 }
}
