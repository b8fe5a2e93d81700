//! 첫 단계를 다 마치고 나서 둘째 단계를 시작합니다. 사이의 값을 모두 메모리에 쌓습니다.

use std::thread;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    _size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let middle: Vec<M> =
        thread::scope(|scope| scope.spawn(move || items.map(first).collect()).join().unwrap());
    middle.into_iter().map(second).collect()
}
