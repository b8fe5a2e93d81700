//! 답이 올 때마다 스레드가 목록에 넣고, 다 끝난 뒤에 목록을 건넵니다.

use std::sync::Mutex;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let answers = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for site in sites {
            let (answers, fetch) = (&answers, &fetch);
            scope.spawn(move || {
                let answer = fetch(site);
                answers.lock().unwrap().push((site, answer));
            });
        }
    });
    for (site, answer) in answers.into_inner().unwrap() {
        show(site, answer);
    }
}
