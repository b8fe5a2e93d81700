//! 노트의 스레드 풀
//!
//! 스레드가 여럿이어도 허가의 수만큼만 안에 들어갑니다. 안에 있는 스레드의 이름은 목록에 적고, 들어가고 나올 때 목록을 출력합니다.
//! 파이썬에서는 `with semaphore:` 안에서 `with self.lock:`으로 목록을 고치고 출력합니다. Rust의 가드는 들여쓰기가 아니라 이름이
//! 정합니다. 이름 없는 가드는 그 문장이 끝나면 풀리고, 이름을 준 허가는 블록 끝까지 남습니다.
//! - [`std::sync::Mutex`]: 세마포어는 수만 셉니다. 목록은 따로 잠가야 합니다.
//! - [`drop`]: 값을 블록 끝보다 일찍 사라지게 합니다. 너무 이르면 허가도 그때 돌아갑니다.
//!
//! 기억할 한 문장: 출력이 맞으려면, 바꾼 것과 출력한 것 사이에 아무도 없어야 합니다.

use std::sync::{Condvar, Mutex};
use std::thread;

/// 스레드 `threads`개가 저마다 한 번 들어가 `work`에 제 이름을 주어 부르고, 모두 나오면 돌아옵니다.
///
/// 이름은 `스레드 1`부터입니다. 들어가면 `획득: 스레드 1 | 스레드 풀: [스레드 3, 스레드 1]`을, 나올 때는 `반환: …`을 출력합니다.
///
/// - 출력한 목록은 그 순간의 목록입니다. 들어온 차례로 적고, `획득`에는 자기가 있고 `반환`에는 없습니다.
/// - 한 번에 `permits`개까지만 들어가고, 하나가 나오면 기다리던 스레드가 곧바로 들어갑니다. 기다릴 때는 잠듭니다.
/// - `permits`는 1 이상이고, `work`는 패닉하지 않습니다.
///
/// 지금 코드는 순서에 따라 틀린 목록을 출력하고, 허가보다 많은 스레드가 목록에 있을 때도 있습니다. 고치세요.
pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let semaphore = Semaphore::new(permits);
    let pool = ThreadPool { active: Mutex::new(Vec::new()) };
    thread::scope(|scope| {
        let (semaphore, pool, work) = (&semaphore, &pool, &work);
        for number in 1..=threads {
            scope.spawn(move || {
                let name = format!("스레드 {number}");
                let permit = semaphore.acquire();
                pool.acquire(&name);
                work(&name);
                drop(permit);
                pool.release(&name);
            });
        }
    });
}

/// 안에 있는 스레드의 목록입니다.
struct ThreadPool {
    active: Mutex<Vec<String>>,
}

impl ThreadPool {
    fn acquire(&self, name: &str) {
        self.active.lock().unwrap().push(name.to_owned());
        println!("획득: {name} | 스레드 풀: [{}]", self.active.lock().unwrap().join(", "));
    }

    fn release(&self, name: &str) {
        self.active.lock().unwrap().retain(|other| other != name);
        println!("반환: {name} | 스레드 풀: [{}]", self.active.lock().unwrap().join(", "));
    }
}

/// 앞에서 만든 세마포어입니다. 고칠 것은 없습니다. `#[track_caller]`는 안에서 한 일을 부른 줄의 일로 보이게 합니다.
struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    #[track_caller]
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    #[track_caller]
    fn acquire(&self) -> Permit<'_> {
        let permits = self.permits.lock().unwrap();
        *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
        Permit(self)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.permits.lock().unwrap() += 1;
        self.0.returned.notify_one();
    }
}
