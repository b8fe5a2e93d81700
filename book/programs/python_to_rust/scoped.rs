use std::thread;

fn main() {
    let names = vec!["가람".to_string(), "나래".to_string()];
    let mut lengths = Vec::new();
    thread::scope(|scope| {
        let workers: Vec<_> = names.iter().map(|name| scope.spawn(|| name.len())).collect();
        for worker in workers {
            lengths.push(worker.join().unwrap());
        }
    });
    println!("{names:?}의 바이트 수는 {lengths:?}입니다.");
}
