//! 답이 왔는지 1분마다 깨어나 묻습니다.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

type Ans = Result<String, String>;

pub fn fetch_all(sites: &[&str], fetch: impl Fn(&str) -> Ans + Send + Sync, mut show: impl FnMut(&str, Ans)) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for &site in sites {
            let sender = sender.clone();
            let fetch = &fetch;
            scope.spawn(move || sender.send((site, fetch(site))).unwrap());
        }
        drop(sender);
        loop {
            match receiver.recv_timeout(Duration::from_secs(60)) {
                Ok((a, result)) => show(a, result),
                Err(mpsc::RecvTimeoutError::Timeout) => {}
                Err(_) => break,
            }
        }
    });
}
