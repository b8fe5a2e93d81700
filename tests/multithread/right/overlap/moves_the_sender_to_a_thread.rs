//! 띄우는 일을 다른 스레드에 맡기면서 `sender`도 옮깁니다.

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
        scope.spawn(move || {
            for &site in sites {
                let sender = sender.clone();
                scope.spawn(move || sender.send((site, fetch(site))).unwrap());
            }
        });
        receiver.into_iter().for_each(|(site, answer)| show(site, answer));
    });
}
