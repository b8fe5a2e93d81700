//! 사이트마다 채널을 따로 두고 `Select`로 고릅니다. `show`가 오래 걸리는 동안 둘이 오면, 먼저 온 쪽을 알 수 없습니다.

use std::thread;

use crossbeam::channel::{Select, bounded};

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    thread::scope(|scope| {
        let fetch = &fetch;
        let answers = sites.iter().map(|&site| {
            let (sender, receiver) = bounded(1);
            scope.spawn(move || sender.send(fetch(site)));
            receiver
        });
        let answers: Vec<_> = answers.collect();
        let mut select = Select::new();
        for answer in &answers {
            select.recv(answer);
        }
        for _ in sites {
            let came = select.select();
            let index = came.index();
            if let Ok(answer) = came.recv(&answers[index]) {
                show(sites[index], answer);
            }
            select.remove(index);
        }
    });
}
