//! `Err`는 모아 두었다가 성공한 답을 다 건넨 뒤에 건넵니다.

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
        for site in sites {
            let sender = sender.clone();
            scope.spawn(move || sender.send((site, fetch(site))).unwrap());
        }
        drop(sender);
        let mut failed = Vec::new();
        for (site, answer) in receiver {
            match answer {
                Ok(_) => show(site, answer),
                Err(_) => failed.push((site, answer)),
            }
        }
        for (site, answer) in failed {
            show(site, answer);
        }
    });
}
