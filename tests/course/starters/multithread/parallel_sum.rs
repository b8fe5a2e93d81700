//! 병렬성(parallelism): 나누어 계산하고 모으기
//!
//! 계산은 기다림과 달리 코어를 씁니다. 코어가 하나면 스레드가 여럿이어도 빨라지지 않고, 코어가 넷이면 넷으로 나누어야 빨라집니다.
//! 파이썬의 스레드는 GIL을 번갈아 쥐므로 계산을 나누어도 그대로입니다. 그래서 `ProcessPoolExecutor`를 씁니다.
//! **Rust의 스레드는 코어마다 정말로 함께 계산합니다. 남은 일은 고르게 나누는 것입니다.**
//!
//! - [`slice::chunks`](slice::chunks): 같은 길이로 자릅니다. 마지막 조각만 짧고, 길이가 0이면 패닉합니다.
//! - [`slice::split_at`](slice::split_at): 두 조각으로 나눕니다. 어느 쪽도 복사하지 않습니다.
//! - [`thread::scope`](std::thread::scope): 안에서 띄운 스레드는 조각을 빌릴 수 있습니다.
//!
//! `scope.spawn(move || work(part))`가 E0382라면 `work`까지 옮긴 것입니다. `let work = &work;`를 먼저 둡니다. 합계를 스레드 안에서
//! 바꾸려 하면 E0499입니다. `move`를 붙이면 컴파일되지만 합계의 복사본이 바뀝니다. 결과는 `join`으로 받습니다.

/// 일할 스레드가 하나도 없습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

/// `numbers`를 이어진 조각으로 나누어 조각마다 스레드 하나가 `work(조각)`을 부르고, 그 결과를 모두 더해 돌려줍니다.
///
/// - 조각은 `threads`개입니다. 수가 더 적으면 수만큼만 나누고, 빈 조각은 만들지 않습니다.
/// - 조각의 길이는 서로 1까지만 다릅니다. 빠지거나 겹치는 수가 없고, 복사하지 않습니다.
/// - 조각들을 함께 계산합니다. 스레드를 남기지 않고, 끝났는지 되풀이해 묻지 않습니다.
/// - `threads`가 0이면 수가 없어도 [`NoThreads`]입니다. 더한 값은 `u64`를 넘지 않습니다.
///
/// 지금 코드는 조각을 하나씩 차례로 계산하고, 나누어떨어지지 않으면 끝의 수를 잃습니다. 고치세요.
pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    let length = numbers.len() / threads;
    let mut total = 0;
    for index in 0..threads {
        let part = &numbers[index * length..(index + 1) * length];
        total += work(part);
    }
    Ok(total)
}
