use std::thread;

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let thread = thread::Builder::new().name("일꾼".into()).spawn(|| panic!("깨진 자료입니다.")).unwrap();
    let name = thread.thread().name().unwrap().to_owned();
    let failure: Result<(), _> = thread.join();
    println!("{name}: {:?}", failure.unwrap_err().downcast_ref::<&str>());
}
