//! 동시성(concurrency): 기다림이 겹칩니다
//!
//! 내려받는 스레드는 거의 모든 시간을 기다리며 보냅니다. 기다림은 코어를 쓰지 않으므로, 코어가 하나여도 여럿이 함께 기다립니다.
//! 파이썬의 GIL도 기다리는 동안에는 풀려 있어서, `concurrent.futures.as_completed`로 오는 대로 받습니다.
//! **띄운 차례대로 `join`하면 오는 차례를 알 수 없습니다. 답이 스스로 찾아오게 합니다.**
//!
//! - [`mpsc::channel`](std::sync::mpsc::channel): 보내는 쪽과 받는 쪽을 만듭니다. `sender.clone()`은 보내는 쪽을 하나 늘립니다.
//! - [`Receiver`](std::sync::mpsc::Receiver): `for 답 in receiver`는 올 때까지 잠들어 기다리고, 보내는 쪽이 모두 사라지면 끝납니다.
//!
//! `scope.spawn(|| …)`이 반복문의 변수를 빌리면 E0373이고, `move`를 붙이면 `fetch`까지 옮겨 둘째 스레드에서 E0382입니다. 참조는
//! 복사됩니다. 반복문 앞에 `let fetch = &fetch;`를 두면 스레드마다 참조를 하나씩 가져갑니다.
//! `show`를 스레드 안에서 부르면 E0277입니다.

/// 사이트마다 스레드를 하나씩 띄워 `fetch`로 가져오고, 답이 **오는 대로**, 온 차례로 사이트와 함께 `show`에 건넵니다.
///
/// - 기다림이 모두 겹칩니다. 마지막 답을 건네면 돌아오고, 스레드를 남기지 않습니다.
/// - `Err`도 답입니다. 다른 답을 막거나 늦추지 않습니다. 같은 사이트가 둘이면 답도 둘입니다.
/// - `show`는 이 함수를 부른 스레드에서 부릅니다.
/// - `fetch`가 패닉하면 나머지 답을 모두 건넨 뒤에 이 함수도 패닉합니다.
/// - 왔는지 되풀이해 묻거나, 얼마나 걸릴지 짐작하지 않습니다.
pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    // 지금은 하나씩 가져옵니다.
    for site in sites {
        show(site, fetch(site));
    }
}
