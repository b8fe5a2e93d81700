//! 일꾼과 채널
//!
//! 파이썬의 일꾼은 큐에서 꺼내다가 `None`이 나오면 끝냅니다. 일꾼이 다섯이면 `None`도 다섯을 넣어야 합니다.
//! Rust의 큐는 채널(channel)이고, 넣는 끝과 꺼내는 끝이 따로 있습니다. 넣는 끝이 모두 사라지면 채널이 닫히고, 꺼내는 쪽의
//! 반복문은 남은 것을 다 꺼낸 뒤에 끝납니다. 표준 채널은 꺼내는 끝이 하나뿐이고, `crossbeam`의 채널은 `clone`됩니다.
//!
//! - [`crossbeam::channel::unbounded`]: 넣는 끝과 꺼내는 끝을 만듭니다. 둘 다 `clone`할 수 있습니다.
//! - [`std::panic::catch_unwind`]: 패닉을 `Err`로 바꿉니다. 클로저를 [`std::panic::AssertUnwindSafe`]로 감싸 건넵니다.
//!
//! 채널을 닫는 것은 보낸 값이 아니라, 넣는 끝이 사라지는 일입니다.

use std::sync::{Mutex, mpsc};
use std::thread;

/// `items`가 주는 항목마다 `work`를 불러, 항목의 차례대로 결과를 돌려줍니다. `workers`는 1 이상입니다.
///
/// - 스레드는 `workers`개만 띄웁니다. 노는 일꾼이 다음 항목을 곧바로 맡고, 잠깐씩 자며 묻지 않습니다.
/// - `items`를 다 모을 때까지 기다리지 않습니다. 항목이 나오는 대로 시작합니다.
/// - `work`가 패닉하면 그 항목의 결과만 패닉 값을 담은 `Err`입니다. 일꾼은 다음 항목을 이어서 맡습니다.
/// - 항목 하나에 `work`를 한 번만 부릅니다. 돌아왔을 때는 일꾼이 모두 끝나 있습니다.
///
/// 지금 코드는 일꾼이 몇이든 한 번에 한 항목만 하고, 한 항목이 패닉하면 나머지 결과도 잃습니다. 둘 다 고치세요.
pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = mpsc::channel();
    let (waiting, results) = (Mutex::new(waiting), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Ok((number, item)) = waiting.lock().unwrap().recv() {
                    let result = work(item);
                    results.lock().unwrap().push((number, Ok(result)));
                }
            });
        }
        for job in items.enumerate() {
            jobs.send(job).unwrap();
        }
        drop(jobs);
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
