//! 사이트가 하나뿐이면 스레드를 띄우지 않고 직접 가져옵니다.

use std::sync::mpsc;
use std::thread;

type Ans = Result<String, String>;

pub fn fetch_all(sites: &[&str], fetch: impl Fn(&str) -> Ans + Send + Sync, mut show: impl FnMut(&str, Ans)) {
    if let [one] = sites {
        return show(one, fetch(one));
    }
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for &site in sites {
            let sender = sender.clone();
            let fetch = &fetch;
            scope.spawn(move || sender.send((site, fetch(site))).unwrap());
        }
        drop(sender);
        for (a, result) in receiver {
            show(a, result);
        }
    });
}
