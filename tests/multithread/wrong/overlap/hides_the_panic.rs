//! `join`의 결과를 버려서 스레드의 패닉을 숨깁니다. 답이 하나 빠졌는데 아무도 모릅니다.

use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (sender, receiver) = mpsc::channel();
    let fetch = &fetch;
    thread::scope(|scope| {
        let mut threads = Vec::new();
        for site in sites {
            let sender = sender.clone();
            threads.push(scope.spawn(move || sender.send((site, fetch(site))).unwrap()));
        }
        drop(sender);
        for (site, answer) in receiver {
            show(site, answer);
        }
        for thread in threads {
            let _ = thread.join();
        }
    });
}
