use std::sync::Mutex;

fn main() {
    let printer = Mutex::new(());
    let _ = printer.lock();
    println!("잠근 줄 알았습니다.");
}
