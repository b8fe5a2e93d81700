//! 스레드를 나누지 않았습니다. 파이썬의 제너레이터처럼 두 단계가 번갈아 돕니다.

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    _size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    items.map(first).map(second).collect()
}
