use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

use super::answer::bounded::{BoundedSemaphore, ReleasedTooOften}; // lessons/semaphore/src/bounded.rs에 `BoundedSemaphore`와 `ReleasedTooOften`이 있어야 합니다.
use interleave::observe::Gauge;
use interleave::{
    Explorer, WAITS, advise, broken, clock, context_switches, expect_clock, explore, orders, seconds,
};
use judge::{Promise, Step};

/// 한도까지 기다리는 `acquire_timeout`
#[path = "bounded/limits.rs"]
mod limits;

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize) -> BoundedSemaphore = BoundedSemaphore::new; // lessons/semaphore/src/bounded.rs
const _: fn(&BoundedSemaphore) -> usize = BoundedSemaphore::value; // lessons/semaphore/src/bounded.rs
const _: fn(&BoundedSemaphore) -> bool = BoundedSemaphore::try_acquire; // lessons/semaphore/src/bounded.rs
const _: fn(&BoundedSemaphore, Duration) -> bool = BoundedSemaphore::acquire_timeout; // lessons/semaphore/src/bounded.rs
const _: fn(&BoundedSemaphore) -> Result<(), ReleasedTooOften> = BoundedSemaphore::release; // lessons/semaphore/src/bounded.rs

pub const STEP: Step = Step {
    name: "bounded",
    title: "넘치는 신호와 한도",
    hints: [
        "보는 것과 바꾸는 것이 한 번의 잠금 안에 있어야 합니다. 따로 잠그면 그사이에 다른 스레드가 같은 것을 봅니다.",
        "한도가 지나서 돌아온 것과 허가를 얻은 것은 다릅니다. 돌아온 다음에 허가가 있는지 다시 봅니다.",
        "`wait_timeout_while(가드, limit, |permits| *permits == 0).unwrap()`은 튜플 `(가드, 지났는지)`입니다. 그 가드로 허가가 있는지 보고, 있을 때만 1을 뺍니다. `try_acquire`는 한도가 0인 것과 같습니다.",
    ],
    promises: &[
        Promise {
            says: "허가가 있으면 곧바로 한 장을 가져갑니다.", check: orders(takes_one_when_free)
        },
        Promise {
            says: "`try_acquire`는 기다리지 않고, 허가가 있으면 반드시 얻습니다.",
            check: orders(trying_never_waits),
        },
        Promise {
            says: "처음 수를 넘게 돌려놓으면 오류이고, 수는 그대로입니다.",
            check: orders(releasing_too_often_is_an_error),
        },
        Promise {
            says: "여럿이 함께 돌려놓아도 처음 수를 넘지 않습니다.",
            check: orders(never_above_the_total),
        },
        Promise {
            says: "한도 안에 돌아오면 바로 그때 이어 갑니다.", check: orders(goes_on_when_released)
        },
        Promise {
            says: "한도가 지난 바로 그때 포기하고, 아무것도 가져가지 않습니다.",
            check: orders(limits::gives_up_on_time),
        },
        Promise {
            says: "한도는 길어도 짧아도 그대로 지킵니다.",
            check: orders(limits::long_and_short_limits),
        },
        Promise {
            says: "다른 스레드가 먼저 가져가도 한도는 그대로입니다.",
            check: orders(limits::limit_never_restarts),
        },
        Promise {
            says: "누가 포기해도 다른 스레드의 허가와 알림은 그대로입니다.",
            check: orders(limits::giving_up_harms_nobody),
        },
        Promise {
            says: "허가보다 많은 스레드가 함께 들어가지 않습니다.",
            check: orders(never_more_than_the_permits),
        },
        Promise {
            says: "패닉하는 도중에 가져가고 돌려놓아도 같습니다.",
            check: orders(a_panic_changes_nothing),
        },
        Promise { says: "스레드가 많아도 같습니다.", check: orders(crowds) },
    ],
};

const SECOND: Duration = Duration::from_secs(1);
/// 마이크로초로 소수라서, 더 긴 간격으로 묻는 답은 모두 늦습니다.
const AWHILE: Duration = Duration::from_micros(1_000_003);

fn expect_value(when: &str, semaphore: &BoundedSemaphore, wanted: usize) {
    let value = semaphore.value();
    if value != wanted {
        broken(format!("{when} 기대한 값은 {wanted}, 실제 값은 {value}입니다."));
    }
}

fn expect(when: &str, answer: bool, wanted: bool, time: Duration) {
    if answer != wanted {
        let now = seconds(clock());
        broken(format!("{when} {wanted}여야 하는데 {now}초에 {answer}입니다."));
    }
    expect_clock(when, time);
}

fn release(semaphore: &BoundedSemaphore) {
    if semaphore.release() != Ok(()) {
        broken("나가 있는 허가를 돌려놓는데 release가 오류를 돌려줍니다.");
    }
}

/// 허가 한 장이 나가 있는 세마포어입니다.
fn empty() -> BoundedSemaphore {
    let semaphore = BoundedSemaphore::new(1);
    expect("허가 1장에서 try_acquire()는", semaphore.try_acquire(), true, Duration::ZERO);
    semaphore
}

fn takes_one_when_free() {
    // 끝의 것은 두 바이트로 자르면 1입니다.
    for total in [1, 2, 3, 17, 300, (1 << 16) + 1] {
        explore(move || {
            let semaphore = BoundedSemaphore::new(total);
            expect_value(&format!("허가 {total}장으로 시작하면"), &semaphore, total);
            let limits = [Duration::ZERO, SECOND, Duration::MAX];
            for (limit, taken) in limits.into_iter().zip(1..=total) {
                let when = format!("허가 {}장에서 acquire_timeout({limit:?})은", total - taken + 1);
                expect(&when, semaphore.acquire_timeout(limit), true, Duration::ZERO);
                expect_value(&format!("{total}장에서 {taken}장을 가져가면"), &semaphore, total - taken);
            }
            for left in total.saturating_sub(3)..total {
                release(&semaphore);
                expect_value(&format!("{left}장에서 돌려놓으면"), &semaphore, left + 1);
            }
        });
    }
    explore(|| {
        let (one, other) = (BoundedSemaphore::new(1), BoundedSemaphore::new(2));
        one.try_acquire();
        expect_value("세마포어 둘에서 첫째에서만 가져가면 둘째의", &other, 2);
    });
}

fn trying_never_waits() {
    advise(
        "`try_acquire`는 지금 허가가 있는지만 봅니다. 안의 뮤텍스는 `lock`으로 잠급니다. `try_lock`은 허가가 있어도 실패할 수 있습니다.",
    );
    explore(|| {
        let semaphore = BoundedSemaphore::new(2);
        for (left, wanted) in [(2, true), (1, true), (0, false), (0, false)] {
            let when = format!("허가 {left}장에서 try_acquire()는");
            expect(&when, semaphore.try_acquire(), wanted, Duration::ZERO);
        }
        expect_value("2장을 모두 가져간 뒤에 두 번 더 시도하면", &semaphore, 0);
        release(&semaphore);
        expect("돌려놓은 뒤에 try_acquire()는", semaphore.try_acquire(), true, Duration::ZERO);
    });
    // 기다리는 스레드가 있어도, 허가가 보이면 가져갑니다.
    some().explore(|| {
        let semaphore = empty();
        thread::scope(|scope| {
            scope.spawn(|| semaphore.acquire_timeout(9 * SECOND));
            thread::sleep(SECOND);
            release(&semaphore);
            let (switches, value) = (context_switches(), semaphore.value());
            let taken = semaphore.try_acquire();
            if value > 0 && !taken && context_switches() == switches {
                broken(format!(
                    "값이 {value}인 것을 보자마자 try_acquire()를 부르면 true여야 하는데 false입니다."
                ));
            }
            release(&semaphore);
        });
    });
    explore(|| {
        let semaphore = BoundedSemaphore::new(2);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    if !semaphore.try_acquire() {
                        broken("허가 2장에서 둘이 함께 try_acquire()를 부르면 둘 다 true여야 하는데 하나가 false입니다.");
                    }
                });
            }
        });
    });
    explore(|| {
        let semaphore = BoundedSemaphore::new(1);
        let taken = thread::scope(|scope| {
            let tries = [(); 2].map(|()| scope.spawn(|| semaphore.try_acquire()));
            tries.map(|one| one.join().unwrap()).into_iter().filter(|&taken| taken).count()
        });
        assert!(
            taken == 1,
            "허가 1장에서 둘이 try_acquire()를 부르면 하나만 true여야 하는데 {taken}개입니다."
        );
    });
}

fn refused(when: &str, semaphore: &BoundedSemaphore, total: usize) {
    if semaphore.release().is_ok() {
        broken(format!("{when} release()는 Err(ReleasedTooOften)여야 하는데 Ok입니다."));
    }
    expect_value(&format!("{when} release()가 오류면"), semaphore, total);
}

fn releasing_too_often_is_an_error() {
    advise("늘리기 전에 처음 수와 비교합니다. 넘치면 수를 그대로 두고 오류를 돌려줍니다.");
    for total in [1, 2, 3, 300] {
        explore(move || {
            let semaphore = BoundedSemaphore::new(total);
            refused(&format!("허가 {total}장이 모두 있을 때"), &semaphore, total);
            if semaphore.try_acquire() {
                release(&semaphore);
            }
            refused(&format!("허가 {total}장이 모두 돌아온 뒤에"), &semaphore, total);
            expect_clock("오류는 기다리지 않으므로", Duration::ZERO);
        });
    }
    explore(|| {
        let semaphore = empty();
        if semaphore.acquire_timeout(SECOND) {
            broken("허가가 없을 때 acquire_timeout(1초)은 false여야 하는데 true입니다.");
        }
        release(&semaphore);
        refused("포기한 적이 있고 모두 돌아온 뒤에", &semaphore, 1);
    });
}

fn never_above_the_total() {
    explore(|| {
        let semaphore = empty();
        let returned = thread::scope(|scope| {
            let all = [(); 2].map(|()| scope.spawn(|| semaphore.release()));
            all.map(|one| one.join().unwrap()).into_iter().filter(Result::is_ok).count()
        });
        assert!(returned == 1, "나간 1장을 둘이 돌려놓으면 하나만 Ok여야 하는데 {returned}개입니다.");
        expect_value("나간 1장을 둘이 돌려놓고 나면", &semaphore, 1);
    });
    explore(|| {
        let semaphore = BoundedSemaphore::new(1);
        thread::scope(|scope| {
            scope.spawn(|| semaphore.release().is_ok());
            let value = semaphore.value();
            if value != 1 {
                broken(format!("처음 수가 1일 때 잘못 돌려놓는 동안 값이 {value}로 보입니다."));
            }
            expect("그동안 try_acquire()는", semaphore.try_acquire(), true, Duration::ZERO);
        });
    });
}

fn goes_on_when_released() {
    advise(
        "돌려놓을 때마다 기다리는 스레드를 깨우고, 깨어난 스레드는 허가가 있는지 다시 봅니다. 받은 한도까지는 포기하지 않습니다.",
    );
    for (token, (name, time)) in [false, false, true].into_iter().zip(WAITS) {
        for limit in [2 * time, Duration::MAX] {
            Explorer::new().as_far_as_it_goes().explore(move || {
                let semaphore = empty();
                thread::scope(|scope| {
                    scope.spawn(|| {
                        // 다른 일이 남긴 표시가 있으면 `park`는 한 번 그냥 지나갑니다.
                        if token {
                            thread::current().unpark();
                        }
                        let when = format!("{name} 뒤에 돌아오는 허가에 acquire_timeout({limit:?})은");
                        expect(&when, semaphore.acquire_timeout(limit), true, time);
                    });
                    thread::sleep(time);
                    release(&semaphore);
                });
                expect_value("돌아온 허가를 기다리던 스레드가 가져가면", &semaphore, 0);
            });
        }
    }
    goes_on_when_both_are_released();
    // 잠들기까지의 어느 순간에 돌아와도 놓치지 않습니다.
    explore(|| {
        let semaphore = empty();
        thread::scope(|scope| {
            scope.spawn(|| {
                let got = semaphore.acquire_timeout(9 * SECOND);
                expect(
                    "기다리기 시작할 때 돌아오는 허가에 acquire_timeout(9초)은",
                    got,
                    true,
                    Duration::ZERO,
                );
            });
            release(&semaphore);
        });
    });
    // 늦게 잠든 쪽의 허가가 먼저 돌아옵니다.
    explore(|| {
        let semaphores = [empty(), empty()];
        thread::scope(|scope| {
            for (semaphore, (late, back)) in semaphores.iter().zip([(2, 3), (1, 4)]) {
                scope.spawn(move || {
                    thread::sleep(late * SECOND);
                    let got = semaphore.acquire_timeout(9 * SECOND);
                    let when = format!("세마포어 둘을 하나씩 기다릴 때, {back}초에 돌아오는 쪽은");
                    expect(&when, got, true, back * SECOND);
                });
            }
            thread::sleep(3 * SECOND);
            release(&semaphores[0]);
            thread::sleep(SECOND);
            release(&semaphores[1]);
        });
    });
}

fn goes_on_when_both_are_released() {
    some().explore(|| {
        let semaphore = BoundedSemaphore::new(2);
        let taken = [semaphore.try_acquire(), semaphore.try_acquire()];
        assert!(
            taken == [true, true],
            "허가 2장에서 try_acquire() 둘은 [true, true]여야 하는데 {taken:?}입니다."
        );
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let got = semaphore.acquire_timeout(9 * SECOND);
                    expect("1초에 잇달아 돌아오는 2장을 둘이 기다리면", got, true, SECOND);
                });
            }
            thread::sleep(SECOND);
            release(&semaphore);
            release(&semaphore);
        });
    });
}

/// 저마다 한 번 들어가서 1초씩 머뭅니다.
fn stay_inside(permits: usize, threads: usize) {
    let (semaphore, inside) = (BoundedSemaphore::new(permits), Gauge::new());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                if !semaphore.acquire_timeout(Duration::MAX) {
                    broken("한도가 Duration::MAX인데 포기합니다.");
                }
                let entered = inside.enter();
                if inside.now() > permits {
                    broken(format!("허가는 {permits}장인데 {}개가 함께 들어가 있습니다.", inside.now()));
                }
                thread::sleep(SECOND);
                drop(entered);
                release(&semaphore);
            });
        }
    });
    let rounds = u32::try_from(threads.div_ceil(permits)).unwrap();
    expect_clock(&format!("허가 {permits}장으로 1초씩 모두 {threads}번 들어가면"), rounds * SECOND);
    expect_value("모두 돌려놓고 나면", &semaphore, permits);
}

fn never_more_than_the_permits() {
    for (permits, threads) in [(1, 2), (2, 3), (1, 3)] {
        some().explore(move || stay_inside(permits, threads));
    }
}

/// 사라질 때 한 장을 기다려 가져갔다가 돌려놓습니다. 패닉하는 도중에도 사라집니다.
struct AcquiresAtTheEnd<'a>(&'a BoundedSemaphore);

impl Drop for AcquiresAtTheEnd<'_> {
    fn drop(&mut self) {
        let taken = self.0.acquire_timeout(9 * SECOND);
        expect("패닉하는 도중에 1초에 돌아올 허가를 기다리면", taken, true, SECOND);
        release(self.0);
        expect("패닉하는 도중에 try_acquire()는", self.0.try_acquire(), true, SECOND);
        release(self.0);
    }
}

fn a_panic_changes_nothing() {
    explore(|| {
        let semaphore = empty();
        thread::scope(|scope| {
            scope.spawn(|| {
                let failed = catch_unwind(AssertUnwindSafe(|| {
                    let _acquires = AcquiresAtTheEnd(&semaphore);
                    panic!("일이 실패했습니다.");
                }));
                assert!(failed.is_err());
            });
            thread::sleep(SECOND);
            release(&semaphore);
        });
        expect_value("패닉하는 스레드가 가져갔다가 돌려놓으면", &semaphore, 1);
        refused("패닉하는 스레드가 돌려놓은 뒤에", &semaphore, 1);
    });
}

fn crowds() {
    few().explore(|| stay_inside(3, 10));
    few().explore(|| stay_inside(16, 17));
    two().explore(|| stay_inside(33, 65));
    few().explore(|| {
        let semaphore = BoundedSemaphore::new(3);
        thread::scope(|scope| {
            for _ in 0..9 {
                scope.spawn(|| {
                    if semaphore.acquire_timeout(AWHILE) {
                        thread::sleep(SECOND);
                        release(&semaphore);
                    }
                });
            }
        });
        expect_clock("허가 3장에서 한도 1.000003초로 아홉이 1초씩 쓰면 여섯이 얻어서", 2 * SECOND);
        expect_value("모두 돌려놓고 나면", &semaphore, 3);
    });
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
