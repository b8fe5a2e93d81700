//! 띄우고 모으기
//!
//! 파이썬에서는 `Thread(target=…, name=…)`을 만들어 `start()`로 띄우고 `join()`으로 기다립니다. 결과는 리스트에 따로 넣어 둡니다.
//! Rust에서는 띄운 클로저의 결과를 `join()`이 건네줍니다.
//! **띄우는 일과 기다리는 일은 따로입니다. 모두 띄운 다음에 기다려야 일이 겹칩니다.**
//!
//! - [`thread::spawn`](std::thread::spawn): 클로저를 새 스레드에서 실행하고, 기다릴 때 쓸 핸들을 돌려줍니다.
//! - [`JoinHandle::join`](std::thread::JoinHandle::join): 끝나기를 기다립니다. 결과가 `Ok`에 담겨 있으므로 `unwrap()`으로 꺼냅니다.
//! - [`thread::Builder`](std::thread::Builder): `Builder::new().name(이름).spawn(클로저).unwrap()`은 이름을 붙여 띄웁니다.
//!
//! 스레드는 이 함수보다 오래 살 수 있어서, 빌리지 못하고 가져가야 합니다. E0373이 나면 클로저 앞에 `move`를 붙이고, E0597이 나면 리스트를
//! `&` 없이 돕니다. E0382가 나면 옮기기 전에 `clone()`합니다. 다른 오류의 뜻은 `cargo course explain E0308`처럼 물어봅니다.

use std::thread;

/// 이름마다 스레드를 하나씩 띄워 `job(이름)`을 부르고, 결과를 `names`의 차례대로 돌려줍니다.
///
/// - 스레드의 이름은 그 작업의 이름입니다. 같은 이름이 둘이면 스레드도 둘입니다.
/// - 작업들은 겹칩니다. 가장 오래 걸리는 작업이 끝나는 바로 그때, 스레드를 남기지 않고 돌아옵니다.
/// - 끝났는지 되풀이해 묻지 않습니다. 작업은 패닉하지 않습니다.
pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = Vec::new();
    for name in names {
        let builder = thread::Builder::new().name(name.clone());
        threads.push(builder.spawn(move || job(&name)).unwrap());
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
