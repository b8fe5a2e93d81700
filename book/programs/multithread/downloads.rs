use std::sync::Barrier;
use std::thread;

fn main() {
    let everyone = &Barrier::new(3);
    let sizes = thread::scope(|scope| {
        let threads = ["봄", "여름", "가을비"].map(|page| {
            scope.spawn(move || {
                let text = page.repeat(2);
                everyone.wait();
                (page, text.chars().count())
            })
        });
        threads.map(|thread| thread.join().unwrap())
    });
    println!("{sizes:?}");
}
