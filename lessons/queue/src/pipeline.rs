//! 두 단계와 배압
//!
//! 파이썬의 제너레이터 둘을 이으면 두 단계처럼 보이지만, 한 스레드에서 번갈아 돕니다. `queue.Queue(maxsize)`를 사이에 두고
//! 스레드를 나누면 함께 돕니다. 앞이 빨라도 `maxsize`개까지만 쌓이는 것이 배압(back-pressure)입니다.
//! Rust의 `bounded(0)`은 `maxsize=0`과 반대입니다. 쌓을 자리가 없어서 받는 쪽이 올 때까지 보내는 쪽이 기다립니다.
//!
//! - [`std::thread::scope`]: 빌린 값을 쓰는 스레드를 띄우고, 모두 끝날 때까지 기다립니다.
//! - [`crossbeam::channel::bounded`], [`std::sync::mpsc::sync_channel`]: `size`개까지만 담는 채널입니다.
//!
//! 받는 끝이 사라지면 기다리던 `send`가 `Err`로 돌아옵니다. 뒤의 실패가 앞을 멈추는 길입니다.

/// 항목마다 `first`를 부르고, 그 결과마다 `second`를 불러, 항목의 차례대로 모읍니다.
///
/// - 두 단계는 다른 스레드에서 함께 돌고, 단계마다 한 번에 하나씩 차례대로 합니다.
/// - `first`를 시작했지만 `second`가 끝나지 않은 항목은 `size + 2`개까지입니다. 사이에 `size`개, 단계마다 하나씩입니다.
///   앞이 빠르면 그만큼 앞서갑니다. `size`가 0이면 쌓지 않고 바로 건넵니다.
/// - `second`가 실패하면 그 뒤는 하지 않고, 첫 단계도 하던 것만 마치고 멈춥니다. 그 오류를 돌려줍니다.
/// - 어느 단계가 패닉하면 `run`도 패닉합니다. 어떻게 끝나든 남는 스레드는 없습니다.
/// - 되풀이해 묻지 않습니다. 항목이 나오는 대로 시작하고, 일이 끝나는 대로 다음으로 넘어갑니다.
///
/// 지금 코드는 한 스레드에서 두 단계를 번갈아 합니다. 두 단계가 함께 돌게 고치세요.
pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    // 한 스레드에서는 두 단계 사이에 쌓이는 것이 없어서 `size`를 쓸 데가 없습니다.
    let _ = size;
    items.map(first).map(second).collect()
}
