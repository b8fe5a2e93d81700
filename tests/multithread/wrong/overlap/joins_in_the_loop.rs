//! 띄우자마자 기다려서 하나씩 가져옵니다.

use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    thread::scope(|scope| {
        for site in sites {
            let answer = scope.spawn(|| fetch(site)).join().unwrap();
            show(site, answer);
        }
    });
}
