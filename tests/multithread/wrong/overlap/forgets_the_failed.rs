//! 성공한 답만 보냅니다. `Err`는 스레드와 함께 사라집니다.

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
            scope.spawn(move || {
                if let Ok(text) = fetch(site) {
                    sender.send((site, Ok(text))).unwrap();
                }
            });
        }
        drop(sender);
        for (site, answer) in receiver {
            show(site, answer);
        }
    });
}
