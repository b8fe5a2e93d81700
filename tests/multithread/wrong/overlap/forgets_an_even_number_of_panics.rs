//! 패닉할 때마다 표시를 뒤집어서, 둘이 패닉하면 아무 일도 없던 것이 됩니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;
use std::thread;

type Ans = Result<String, String>;

pub fn fetch_all(sites: &[&str], fetch: impl Fn(&str) -> Ans + Send + Sync, mut show: impl FnMut(&str, Ans)) {
    let (sender, receiver) = mpsc::channel();
    let mut bad = false;
    thread::scope(|scope| {
        for &site in sites {
            let sender = sender.clone();
            let fetch = &fetch;
            scope.spawn(move || {
                let result = panic::catch_unwind(AssertUnwindSafe(|| fetch(site)));
                let _ = sender.send((site, result));
            });
        }
        drop(sender);
        for (a, result) in receiver {
            match result {
                Ok(result) => show(a, result),
                Err(_) => bad = !bad,
            }
        }
    });
    assert!(!bad, "fetch");
}
