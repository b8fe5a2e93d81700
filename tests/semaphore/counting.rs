use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

use super::answer::counting::Semaphore; // lessons/semaphore/src/counting.rs에 `Semaphore`가 있어야 합니다.
use interleave::observe::{Gauge, Tally};
use interleave::{Explorer, WAITS, advise, broken, clock, expect_clock, explore, orders, seconds};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize) -> Semaphore = Semaphore::new; // lessons/semaphore/src/counting.rs
const _: fn(&Semaphore) -> usize = Semaphore::value; // lessons/semaphore/src/counting.rs
const _: fn(&Semaphore) = Semaphore::wait; // lessons/semaphore/src/counting.rs
const _: fn(&Semaphore) = Semaphore::signal; // lessons/semaphore/src/counting.rs
const _: fn(&Semaphore, usize) = Semaphore::signal_many; // lessons/semaphore/src/counting.rs

pub const STEP: Step = Step {
    name: "counting",
    title: "대기와 신호",
    hints: [
        "허가가 0장인 동안 `wait`에는 할 일이 없습니다. 수가 늘 때 깨워 줄 것이 `Semaphore` 안에 하나 더 필요합니다.",
        "깨어난 스레드는 허가가 있는지 다시 보아야 합니다. 여러 장이 늘었으면 여럿이 이어 갈 수 있어야 합니다.",
        "`Condvar`를 더합니다. `wait`는 `wait_while`이 돌려준 가드에서 1을 빼고, `signal_many`는 잠근 채로 `n`을 더한 뒤 `notify_all`을 부릅니다.",
    ],
    promises: &[
        Promise {
            says: "신호하면 그만큼 늘고, 대기하면 한 장이 줄어듭니다.", check: orders(value_counts)
        },
        Promise {
            says: "허가가 없으면, 신호가 올 때까지 잠들어 기다립니다.",
            check: orders(waits_for_a_signal),
        },
        Promise {
            says: "기다리기 전에 온 신호도 남아 있습니다.", check: orders(signals_are_kept)
        },
        Promise {
            says: "허가보다 많은 스레드가 함께 들어가지 않습니다.",
            check: orders(never_more_than_the_permits),
        },
        Promise {
            says: "신호 하나에는 하나만 이어 갑니다.", check: orders(one_goes_on_for_one)
        },
        Promise {
            says: "`signal_many(n)`에는 기다리던 스레드가 `n`개까지 이어 갑니다.",
            check: orders(many_go_on_for_many),
        },
        Promise {
            says: "여러 장은 한꺼번에 늘고, 수는 잠깐이라도 틀리지 않습니다.",
            check: orders(changes_are_whole),
        },
        Promise { says: "수는 `usize`의 끝까지 셉니다.", check: orders(counts_to_the_end) },
        Promise { says: "어느 스레드든 신호할 수 있습니다.", check: orders(anyone_may_signal) },
        Promise {
            says: "패닉하는 도중에 대기하고 신호해도 같습니다.",
            check: orders(a_panic_changes_nothing),
        },
        Promise { says: "스레드가 많아도 같습니다.", check: orders(crowds) },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn expect_value(when: &str, semaphore: &Semaphore, wanted: usize) {
    let value = semaphore.value();
    if value != wanted {
        broken(format!("{when} 기대한 값은 {wanted}, 실제 값은 {value}입니다."));
    }
}

fn value_counts() {
    advise("신호는 받은 수만큼 한 번에 늘리고, 대기는 한 장만 줄입니다. 수는 세마포어마다 따로입니다.");
    for start in [0, 1, 2, 3, 17] {
        explore(move || {
            let semaphore = Semaphore::new(start);
            expect_value(&format!("허가 {start}장으로 시작하면"), &semaphore, start);
            semaphore.signal();
            expect_value(&format!("{start}장에서 신호하면"), &semaphore, start + 1);
            for n in [0, 1, 2, 5, 33] {
                let before = semaphore.value();
                semaphore.signal_many(n);
                expect_value(&format!("{before}장에서 signal_many({n})을 부르면"), &semaphore, before + n);
            }
            for left in (0..start + 42).rev() {
                semaphore.wait();
                expect_value(&format!("{}장에서 대기하면", left + 1), &semaphore, left);
            }
            expect_clock("허가가 있어 기다릴 까닭이 없으면", Duration::ZERO);
        });
    }
    explore(|| {
        let (one, other) = (Semaphore::new(1), Semaphore::new(5));
        one.signal();
        other.wait();
        expect_value("세마포어 둘에서 첫째(1장)에만 신호하면 첫째의", &one, 2);
        expect_value("세마포어 둘에서 둘째(5장)에만 대기하면 둘째의", &other, 4);
    });
}

fn waits_for_a_signal() {
    advise("허가가 0인 동안 한도 없이 기다리고, 깨어나면 허가가 있는지 다시 봅니다.");
    for (token, (name, late)) in [false, false, true].into_iter().zip(WAITS) {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let semaphore = Semaphore::new(0);
            thread::scope(|scope| {
                scope.spawn(|| {
                    // 다른 일이 남긴 표시가 있으면 `park`는 한 번 그냥 지나갑니다.
                    if token {
                        thread::current().unpark();
                    }
                    semaphore.wait();
                    expect_clock(&format!("{name} 뒤에 신호하는 것을 기다리면"), late);
                });
                thread::sleep(late);
                expect_value("0장에서 한 스레드가 기다리는 동안", &semaphore, 0);
                semaphore.signal();
            });
            expect_value("신호 하나를 기다리던 스레드가 가져가면", &semaphore, 0);
        });
    }
    explore(|| {
        let semaphore = Semaphore::new(1);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    semaphore.wait();
                    semaphore.signal();
                });
            }
        });
        assert!(clock().is_zero(), "신호하자마자 이어 가지 않고 {}초를 보냅니다.", seconds(clock()));
        expect_value("모두 돌려놓고 나면", &semaphore, 1);
    });
}

fn signals_are_kept() {
    explore(|| {
        let semaphore = Semaphore::new(0);
        semaphore.signal();
        semaphore.signal_many(2);
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| semaphore.wait());
            }
        });
        expect_value("먼저 온 신호 셋을 스레드 셋이 가져가면", &semaphore, 0);
    });
    explore(|| {
        let semaphore = Semaphore::new(0);
        thread::scope(|scope| {
            scope.spawn(|| semaphore.signal());
            semaphore.wait();
        });
        expect_value("신호 하나를 하나가 가져가면", &semaphore, 0);
    });
}

/// 저마다 `times`번 들어가서 1초씩 머뭅니다.
fn stay_inside(permits: usize, threads: usize, times: usize) {
    let (semaphore, inside) = (Semaphore::new(permits), Gauge::new());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    semaphore.wait();
                    let entered = inside.enter();
                    if inside.now() > permits {
                        broken(format!("허가는 {permits}장인데 {}개가 함께 들어가 있습니다.", inside.now()));
                    }
                    thread::sleep(SECOND);
                    drop(entered);
                    semaphore.signal();
                }
            });
        }
    });
    let rounds = (threads * times).div_ceil(permits);
    let when = format!("허가 {permits}장으로 1초씩 모두 {}번 들어가면", threads * times);
    expect_clock(&when, SECOND * u32::try_from(rounds).unwrap());
    expect_value("모두 돌려놓고 나면", &semaphore, permits);
}

fn never_more_than_the_permits() {
    for (permits, threads, times) in [(1, 2, 2), (2, 3, 1), (1, 3, 1)] {
        some()
            .given(format!("허가는 {permits}장, 스레드는 {threads}개입니다."))
            .explore(move || stay_inside(permits, threads, times));
    }
}

/// 기다리는 스레드를 띄워 두고 `signals`를 1초마다 한 번씩 하며, 그때까지 몇이 이어 갔는지 봅니다.
fn passing(waiters: u64, signals: &[usize]) {
    let (semaphore, passed) = (Semaphore::new(0), Tally::new());
    thread::scope(|scope| {
        for _ in 0..waiters {
            scope.spawn(|| {
                semaphore.wait();
                passed.add(1);
            });
        }
        if waiters > 3 {
            thread::sleep(SECOND); // 선점이 없는 순서에서도 모두 잠든 다음에 신호합니다.
        }
        let mut given = 0;
        for &n in signals {
            match n {
                1 => semaphore.signal(),
                _ => semaphore.signal_many(n),
            }
            given += n;
            thread::sleep(SECOND);
            let wanted = waiters.min(given as u64);
            let (passed, what) =
                (passed.total(), if n == 1 { "signal()".into() } else { format!("signal_many({n})") });
            if passed != wanted {
                broken(format!(
                    "{waiters}개가 기다릴 때 {what}까지 허가 {given}장을 주면 모두 {wanted}개가 이어 가야 하는데 {passed}개입니다."
                ));
            }
        }
        expect_value("기다리던 스레드가 가져가고 나면", &semaphore, given.saturating_sub(waiters as usize));
        semaphore.signal_many(waiters as usize);
    });
}

fn one_goes_on_for_one() {
    some().explore(|| passing(2, &[1, 1]));
    explore(|| {
        let semaphore = Semaphore::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| semaphore.wait());
            }
            semaphore.signal();
            semaphore.signal();
        });
        expect_value("둘이 기다릴 때 잇달아 두 번 신호하면", &semaphore, 0);
    });
}

/// 깨어날 때마다 다른 스레드가 먼저 가져가는 일이 `times`번 거듭됩니다.
fn overtaken(times: u32) {
    let semaphore = Semaphore::new(0);
    thread::scope(|scope| {
        scope.spawn(|| semaphore.wait());
        scope.spawn(|| {
            for _ in 0..times {
                thread::sleep(SECOND);
                semaphore.signal();
                semaphore.wait();
            }
        });
        thread::sleep(2 * times * SECOND);
        expect_value("신호한 만큼 대기한 다음에, 하나가 더 기다리는 동안", &semaphore, 0);
        semaphore.signal();
    });
    expect_value("신호한 만큼 대기하고 나면", &semaphore, 0);
}

fn many_go_on_for_many() {
    some().explore(|| passing(2, &[2]));
    some().explore(|| passing(3, &[0, 2, 1]));
    some().explore(|| passing(2, &[3]));
    few().explore(|| passing(5, &[4]));
}

fn changes_are_whole() {
    advise("여러 장은 한 번 잠근 동안에 모두 더합니다.");
    explore(|| {
        let semaphore = Semaphore::new(0);
        thread::scope(|scope| {
            scope.spawn(|| semaphore.signal_many(3));
            let value = semaphore.value();
            if value != 0 && value != 3 {
                broken(format!(
                    "0장에서 signal_many(3)을 부를 때 값은 0 아니면 3이어야 하는데 {value}로 보입니다."
                ));
            }
        });
    });
    explore(|| {
        let semaphore = Semaphore::new(1);
        thread::scope(|scope| {
            scope.spawn(|| semaphore.wait());
            let value = semaphore.value();
            if value > 1 {
                broken(format!("1장에서 하나가 대기할 때 값은 1 아니면 0이어야 하는데 {value}로 보입니다."));
            }
        });
        expect_value("1장에서 하나가 대기하면", &semaphore, 0);
    });
    explore(|| {
        let semaphore = Semaphore::new(1);
        thread::scope(|scope| {
            scope.spawn(|| semaphore.value());
            expect_value("1장에서 둘이 함께 값을 보면", &semaphore, 1);
        });
    });
    explore(|| {
        let semaphore = Semaphore::new(0);
        thread::scope(|scope| {
            scope.spawn(|| semaphore.signal());
            scope.spawn(|| semaphore.signal_many(2));
        });
        expect_value("0장에서 signal()과 signal_many(2)를 함께 부르면", &semaphore, 3);
    });
}

fn counts_to_the_end() {
    let ends = [u32::MAX as usize + 1, isize::MAX as usize + 1, usize::MAX];
    for end in ends {
        explore(move || {
            let semaphore = Semaphore::new(end);
            expect_value(&format!("허가 {end}장으로 시작하면"), &semaphore, end);
            semaphore.wait();
            expect_value(&format!("{end}장에서 대기하면"), &semaphore, end - 1);
            semaphore.signal();
            expect_value(&format!("{}장에서 신호하면", end - 1), &semaphore, end);
        });
    }
    // 두 바이트로 자르면 1입니다. 한 장마다 하나씩 깨우는 코드도 끝나는 수입니다.
    let many = (1 << 16) + 1;
    for start in [0, u32::MAX as usize, usize::MAX - many] {
        Explorer::new().preemptions(0).orders(1).random(0).explore(move || {
            let semaphore = Semaphore::new(start);
            semaphore.signal_many(many);
            let when = format!("{start}장에서 signal_many({many})을 부르면");
            expect_value(&when, &semaphore, start + many);
        });
    }
}

fn anyone_may_signal() {
    explore(|| {
        let semaphore = Semaphore::new(1);
        semaphore.wait();
        thread::scope(|scope| {
            scope.spawn(|| semaphore.signal());
        });
        expect_value("대기한 적 없는 스레드가 신호하면", &semaphore, 1);
    });
}

/// 사라질 때 대기했다가 신호합니다. 패닉하는 도중에도 사라집니다.
struct WaitsAtTheEnd<'a>(&'a Semaphore);

impl Drop for WaitsAtTheEnd<'_> {
    fn drop(&mut self) {
        self.0.wait();
        expect_clock("패닉하는 도중에 1초에 올 신호를 기다리면", SECOND);
        self.0.signal();
        thread::sleep(SECOND);
        self.0.signal_many(2);
    }
}

fn a_panic_changes_nothing() {
    some().explore(|| {
        let semaphore = Semaphore::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                let failed = catch_unwind(AssertUnwindSafe(|| {
                    let _waits = WaitsAtTheEnd(&semaphore);
                    panic!("일이 실패했습니다.");
                }));
                assert!(failed.is_err());
            });
            // 하나는 1초에 남은 한 장을 가져가고, 하나는 2초에 올 두 장을 기다립니다.
            for _ in 0..2 {
                scope.spawn(|| {
                    thread::sleep(3 * SECOND / 2);
                    semaphore.wait();
                });
            }
            thread::sleep(SECOND);
            semaphore.signal();
        });
        expect_clock("패닉하는 도중인 스레드가 2초에 두 장을 신호하면 기다리던 스레드는", 2 * SECOND);
        expect_value("패닉하는 스레드가 대기하고 세 장을 신호하면, 둘이 가져가고", &semaphore, 1);
    });
}

fn crowds() {
    few().explore(|| stay_inside(3, 10, 1));
    few().explore(|| stay_inside(1, 5, 2));
    few().explore(|| stay_inside(16, 17, 1));
    few().explore(|| passing(17, &[1, 16]));
    few().explore(|| overtaken(33));
    two().explore(|| passing(65, &[65]));
    two().explore(|| passing(257, &[256]));
    two().explore(|| stay_inside(33, 65, 1));
}

/// 셋이면 순서가 아주 많아서, 선점이 적은 순서부터 봅니다.
fn some() -> Explorer {
    Explorer::new().orders(700).random(60)
}

/// 아주 많으면 순서 두 가지면 됩니다.
fn two() -> Explorer {
    Explorer::new().preemptions(0).orders(2).random(1)
}

/// 더 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(60).random(20)
}
