use std::thread;

pub fn start(threads: usize) {
    let handles = (0..threads).map(|number| thread::spawn(move || number)).collect();
    for handle in handles {
        handle.join().unwrap();
    }
}
