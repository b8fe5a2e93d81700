use std::thread;

pub fn fill() -> usize {
    let mut words = vec!["a"];
    thread::scope(|scope| {
        scope.spawn(|| words.push("b"));
    });
    println!("{}", words.len());
    words.len()
}
