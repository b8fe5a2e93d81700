//! crossbeam 채널로 사이트의 번호와 답을 보냅니다.

use crossbeam::channel;
use crossbeam::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (sender, receiver) = channel::unbounded();
    let fetch = &fetch;
    let ended = thread::scope(|scope| {
        for (number, site) in sites.iter().enumerate() {
            let sender = sender.clone();
            scope.spawn(move |_| sender.send((number, fetch(site))).unwrap());
        }
        drop(sender);
        for (number, answer) in receiver.iter() {
            show(sites[number], answer);
        }
    });
    ended.unwrap();
}
