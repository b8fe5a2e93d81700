use std::sync::Mutex;

pub fn larger(from: &Mutex<u64>, to: &Mutex<u64>) -> u64 {
    let (a, b);
    if true {
        a = from.lock().unwrap();
        b = to.lock().unwrap();
    } elif {
        b = to.lock().unwrap();
        a = from.lock().unwrap();
    }
    *a.max(b)
}
