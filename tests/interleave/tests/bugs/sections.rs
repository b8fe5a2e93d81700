//! Critical sections that are in the wrong place, too short, or somebody else's.

use std::cell::Cell;
use std::collections::{HashMap, VecDeque};
use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Mutex, RwLock};
use std::thread;

use interleave::observe::Tally;

use crate::gallery::promise;

/// Runs `job` in two threads.
#[track_caller]
fn twice(job: impl Fn() + Sync) {
    thread::scope(|scope| {
        scope.spawn(&job);
        scope.spawn(&job);
    });
}

pub mod locks_to_read_and_again_to_write {
    use super::*;

    fn check(add: fn(&Mutex<u64>)) {
        let total = Mutex::new(0);
        twice(|| add(&total));
        promise(total.into_inner().unwrap() == 2, "더한 값 하나가 사라졌습니다.");
    }

    pub fn wrong() {
        check(|total| {
            let seen = *total.lock().unwrap();
            *total.lock().unwrap() = seen + 1;
        });
    }

    pub fn right() {
        check(|total| *total.lock().unwrap() += 1);
    }
}

/// Both threads lock, but not the same thing.
pub mod locks_a_lock_of_its_own {
    use super::*;

    fn add(total: &AtomicU64, door: &Mutex<()>) {
        let _inside = door.lock().unwrap();
        let seen = total.load(SeqCst);
        total.store(seen + 1, SeqCst);
    }

    pub fn wrong() {
        let total = AtomicU64::new(0);
        twice(|| add(&total, &Mutex::new(())));
        promise(total.into_inner() == 2, "더한 값 하나가 사라졌습니다.");
    }

    pub fn right() {
        let (total, door) = (AtomicU64::new(0), Mutex::new(()));
        twice(|| add(&total, &door));
        promise(total.into_inner() == 2, "더한 값 하나가 사라졌습니다.");
    }
}

pub mod checks_the_balance_then_withdraws {
    use super::*;

    fn check(withdraw: fn(&Mutex<i64>)) {
        let balance = Mutex::new(100);
        twice(|| withdraw(&balance));
        promise(*balance.lock().unwrap() >= 0, "잔액이 0보다 작아졌습니다.");
    }

    pub fn wrong() {
        check(|balance| {
            let enough = *balance.lock().unwrap() >= 100;
            if enough {
                *balance.lock().unwrap() -= 100;
            }
        });
    }

    pub fn right() {
        check(|balance| {
            let mut balance = balance.lock().unwrap();
            if *balance >= 100 {
                *balance -= 100;
            }
        });
    }
}

/// What `empty()` says of a queue is over by the time it is heard.
pub mod asks_whether_it_is_empty_first {
    use super::*;

    pub fn wrong() {
        let items = Mutex::new(VecDeque::from([1]));
        twice(|| {
            if !items.lock().unwrap().is_empty() {
                items.lock().unwrap().pop_front().expect("비어 있지 않다고 했습니다");
            }
        });
    }

    pub fn right() {
        let items = Mutex::new(VecDeque::from([1]));
        twice(|| _ = items.lock().unwrap().pop_front());
    }
}

/// OSTEP's atomicity violation: it is there when looked at, and gone when used.
pub mod uses_what_was_there_a_moment_ago {
    use super::*;

    fn check(show: fn(&Mutex<Option<u32>>)) {
        let file = Mutex::new(Some(7));
        thread::scope(|scope| {
            scope.spawn(|| show(&file));
            *file.lock().unwrap() = None;
        });
    }

    pub fn wrong() {
        check(|file| {
            if file.lock().unwrap().is_some() {
                println!("{}", file.lock().unwrap().unwrap());
            }
        });
    }

    pub fn right() {
        check(|file| {
            if let Some(number) = *file.lock().unwrap() {
                println!("{number}");
            }
        });
    }
}

/// Each balance is right when read, and the sum never was.
pub mod adds_up_money_on_its_way {
    use super::*;

    fn check(sum: fn(&Mutex<u64>, &Mutex<u64>) -> u64) {
        let (mine, yours) = (Mutex::new(100), Mutex::new(0));
        thread::scope(|scope| {
            scope.spawn(|| {
                let (mut mine, mut yours) = (mine.lock().unwrap(), yours.lock().unwrap());
                *mine -= 100;
                *yours += 100;
            });
            promise(sum(&mine, &yours) == 100, "합이 100이 아닌 적은 없었습니다.");
        });
    }

    pub fn wrong() {
        check(|mine, yours| {
            let mine = *mine.lock().unwrap();
            let yours = *yours.lock().unwrap();
            mine + yours
        });
    }

    pub fn right() {
        check(|mine, yours| {
            let (mine, yours) = (mine.lock().unwrap(), yours.lock().unwrap());
            *mine + *yours
        });
    }
}

pub mod prints_a_line_in_pieces {
    use super::*;

    fn check(say: fn()) {
        twice(say);
        let lines = interleave::output();
        promise(lines == ["하나 둘", "하나 둘"], "두 스레드의 줄이 뒤섞였습니다.");
    }

    pub fn wrong() {
        check(|| {
            print!("하나 ");
            println!("둘");
        });
    }

    pub fn right() {
        check(|| {
            let mut out = std::io::stdout().lock();
            write!(out, "하나 ").unwrap();
            writeln!(out, "둘").unwrap();
        });
    }
}

pub mod computes_what_another_computes {
    use super::*;

    type Cache = Mutex<HashMap<u32, u32>>;

    fn check(get: fn(&Cache, &dyn Fn() -> u32)) {
        let cache = Mutex::new(HashMap::new());
        let times = Tally::new();
        twice(|| {
            get(&cache, &|| {
                times.add(1);
                49
            });
        });
        promise(times.total() == 1, "같은 값을 두 번 계산했습니다.");
    }

    #[expect(clippy::map_entry, reason = "what it warns of is the bug")]
    pub fn wrong() {
        check(|cache, compute| {
            if !cache.lock().unwrap().contains_key(&7) {
                let value = compute();
                cache.lock().unwrap().insert(7, value);
            }
        });
    }

    pub fn right() {
        check(|cache, compute| {
            cache.lock().unwrap().entry(7).or_insert_with(compute);
        });
    }
}

/// Between giving back the read lock and taking the write lock, everything may have changed.
pub mod trusts_what_it_read_before_writing {
    use super::*;

    fn check(join: fn(&RwLock<Vec<u32>>)) {
        let members = RwLock::new(Vec::new());
        twice(|| join(&members));
        promise(members.read().unwrap().len() == 1, "한 자리에 둘이 앉았습니다.");
    }

    pub fn wrong() {
        check(|members| {
            if members.read().unwrap().is_empty() {
                members.write().unwrap().push(1);
            }
        });
    }

    pub fn right() {
        check(|members| {
            let mut members = members.write().unwrap();
            if members.is_empty() {
                members.push(1);
            }
        });
    }
}

pub mod counts_in_a_thread_local {
    use super::*;

    thread_local! {
        static TOTAL: Cell<u64> = const { Cell::new(0) };
    }

    pub fn wrong() {
        twice(|| TOTAL.set(TOTAL.get() + 1));
        promise(TOTAL.get() == 2, "스레드마다 따로 세어서 합이 0입니다.");
    }

    pub fn right() {
        let total = AtomicU64::new(0);
        twice(|| {
            TOTAL.set(TOTAL.get() + 1);
            total.fetch_add(TOTAL.get(), SeqCst);
        });
        promise(total.into_inner() == 2, "스레드마다 센 값의 합은 2입니다.");
    }
}

/// The guard lives in the block of the `if`, which ends before the first line is printed.
pub mod lets_the_guard_go_with_the_if {
    use super::*;

    fn check(say: fn(&Mutex<()>, &Mutex<Vec<u32>>, u32)) {
        let (lock, said) = (Mutex::new(()), Mutex::new(Vec::new()));
        thread::scope(|scope| {
            for number in 0..2 {
                let (lock, said) = (&lock, &said);
                scope.spawn(move || say(lock, said, number));
            }
        });
        let said = said.into_inner().unwrap();
        promise(said[0] == said[1], "한 스레드의 두 줄 사이에 다른 줄이 있습니다.");
    }

    pub fn wrong() {
        check(|lock, said, number| {
            if number < 2 {
                let _guard = lock.lock().unwrap();
            }
            said.lock().unwrap().push(number);
            said.lock().unwrap().push(number);
        });
    }

    pub fn right() {
        check(|lock, said, number| {
            let _guard = lock.lock().unwrap();
            said.lock().unwrap().push(number);
            said.lock().unwrap().push(number);
        });
    }
}
