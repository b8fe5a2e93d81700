use std::sync::Mutex;

fn now(lock: &Mutex<Vec<u32>>) -> &'static str {
    if lock.try_lock().is_ok() { "풀림" } else { "잠김" }
}

fn main() {
    let lock = Mutex::new(vec![1]);
    let length = lock.lock().unwrap().len();
    println!("문장이 끝난 뒤: {} (길이 {length})", now(&lock));
    match lock.lock().unwrap().first() {
        _ => println!("match 안: {}", now(&lock)),
    }
    if let Some(_) = lock.lock().unwrap().first() {
        println!("if let 안: {}", now(&lock));
    }
    if let Some(_) = lock.lock().unwrap().get(9) {
    } else {
        println!("if let의 else 안: {}", now(&lock));
    }
    while let Some(_) = lock.lock().unwrap().pop() {
        println!("while let 안: {}", now(&lock));
    }
}
