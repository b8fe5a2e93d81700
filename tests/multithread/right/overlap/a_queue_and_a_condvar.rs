//! 큐와 조건 변수로 채널을 스스로 만듭니다. 끝난 스레드는 가드가 셉니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    struct Ending<'a>(&'a Mutex<(VecDeque<Answer>, usize)>, &'a Condvar);
    type Answer = (usize, Result<String, String>);
    impl Drop for Ending<'_> {
        fn drop(&mut self) {
            self.0.lock().unwrap().1 -= 1;
            self.1.notify_one();
        }
    }
    let (state, changed) = (Mutex::new((VecDeque::new(), sites.len())), Condvar::new());
    let (state, changed, fetch) = (&state, &changed, &fetch);
    thread::scope(|scope| {
        for (number, site) in sites.iter().enumerate() {
            scope.spawn(move || {
                let _ending = Ending(state, changed);
                let answer = fetch(site);
                state.lock().unwrap().0.push_back((number, answer));
                changed.notify_one();
            });
        }
        loop {
            let waiting = state.lock().unwrap();
            let quiet = |state: &mut (VecDeque<Answer>, usize)| state.0.is_empty() && state.1 > 0;
            let next = changed.wait_while(waiting, quiet).unwrap().0.pop_front();
            let Some((number, answer)) = next else { break };
            show(sites[number], answer);
        }
    });
}
