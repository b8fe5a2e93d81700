//! 스레드 다섯이 큐에서 스무 항목을 꺼내 처리합니다. 끝은 스레드마다 하나씩 넣는 `None`으로 알립니다.

use std::thread;

use lesson_queue::task_done::Queue;

const WORKERS: usize = 5;
const ITEMS: usize = 20;

fn work(number: usize, queue: &Queue<Option<usize>>) {
    loop {
        let item = queue.get();
        if let Some(item) = item {
            println!("스레드 {number}: 처리 완료 {item}");
        }
        // `None`도 꺼낸 것이므로 끝났다고 알립니다. 하나라도 빠뜨리면 `join`이 돌아오지 않습니다.
        queue.task_done().expect("꺼낸 만큼만 알립니다.");
        if item.is_none() {
            return;
        }
    }
}

fn main() {
    let queue = Queue::new();
    thread::scope(|scope| {
        for number in 1..=WORKERS {
            let queue = &queue;
            scope.spawn(move || work(number, queue));
        }
        for item in 0..ITEMS {
            queue.put(Some(item));
        }
        queue.join();
        println!("{ITEMS}개를 모두 처리했습니다.");
        for _ in 0..WORKERS {
            queue.put(None);
        }
        queue.join();
    });
    println!("스레드 {WORKERS}개가 모두 끝났습니다.");
}
