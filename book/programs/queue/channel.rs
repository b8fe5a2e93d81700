use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let producers = ["하나", "둘"].map(|name| {
        let sender = sender.clone();
        thread::spawn(move || sender.send(format!("생산자 {name}")).unwrap())
    });
    // 원래의 넣는 끝도 버려야 채널이 닫힙니다.
    drop(sender);
    producers.into_iter().for_each(|producer| producer.join().unwrap());
    let mut lines: Vec<String> = receiver.into_iter().collect();
    lines.sort();
    println!("{lines:?}");
}
