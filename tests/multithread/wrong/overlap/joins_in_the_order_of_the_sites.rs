//! 모두 함께 띄우지만 띄운 차례대로 기다립니다. 먼저 온 답이 늦은 답을 기다립니다.

use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    thread::scope(|scope| {
        let threads: Vec<_> = sites.iter().map(|site| scope.spawn(|| fetch(site))).collect();
        for (site, thread) in sites.iter().zip(threads) {
            show(site, thread.join().unwrap());
        }
    });
}
