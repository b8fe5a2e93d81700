use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

use super::answer::permit::{Permit, Semaphore, TooMany}; // lessons/semaphore/src/permit.rs에 `Permit`, `Semaphore`, `TooMany`가 있어야 합니다.
use interleave::observe::Counter;
use interleave::{Explorer, WAITS, advise, broken, clock, expect_clock, explore, foresee, orders, seconds};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize) -> Semaphore = Semaphore::new; // lessons/semaphore/src/permit.rs
const _: fn(&Semaphore) -> usize = Semaphore::value; // lessons/semaphore/src/permit.rs
const _: for<'a> fn(&'a Semaphore, usize) -> Result<Permit<'a>, TooMany> = Semaphore::acquire; // lessons/semaphore/src/permit.rs

pub const STEP: Step = Step {
    name: "permit",
    title: "가드로서의 허가",
    hints: [
        "한 장씩 모으면 둘이 반씩 쥐고 서로를 기다립니다. `n`장이 될 때까지 한 장도 가져가지 않고 기다립니다.",
        "기다리는 스레드마다 바라는 장수가 다릅니다. 하나만 깨우면 아직 모자란 스레드가 깨어날 수 있습니다.",
        "`wait_while`의 조건은 `*permits < n`입니다. `drop`은 `self.count`를 한꺼번에 더하고 `notify_all`을 부릅니다. `n > self.total`은 기다리기 전에 봅니다.",
    ],
    promises: &[
        Promise {
            says: "`n`장을 한꺼번에 가져가고, 사라지면 `n`장을 돌려줍니다.",
            check: orders(takes_and_returns_n),
        },
        Promise {
            says: "모든 허가보다 많이 달라고 하면 기다리지 않고 `TooMany`입니다.",
            check: orders(too_many_is_an_error),
        },
        Promise {
            says: "모자라면 돌아올 때까지 잠들어 기다립니다.",
            check: orders(waits_until_there_are_enough),
        },
        Promise {
            says: "두 장뿐인데 두 장씩 바라는 둘이 서로를 막지 않습니다.",
            check: orders(two_never_stop_each_other),
        },
        Promise {
            says: "기다리는 동안에는 한 장도 가져가지 않습니다.",
            check: orders(takes_nothing_while_waiting),
        },
        Promise {
            says: "남은 허가로 되는 스레드는 먼저 갑니다.", check: orders(a_small_one_goes_first)
        },
        Promise {
            says: "돌아온 허가로 이어 갈 수 있는 스레드는 모두 이어 갑니다.",
            check: orders(everyone_with_enough_goes_on),
        },
        Promise {
            says: "모두 합쳐 처음보다 많은 허가가 나가지 않습니다.",
            check: orders(never_more_than_the_total),
        },
        Promise { says: "패닉해도 허가가 돌아옵니다.", check: orders(a_panic_returns_it) },
        Promise {
            says: "허가는 다른 스레드에서 사라져도 됩니다.",
            check: orders(another_thread_may_return_it),
        },
        Promise { says: "수가 아주 커도 같습니다.", check: orders(counts_to_the_end) },
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

fn acquire(semaphore: &Semaphore, n: usize) -> Permit<'_> {
    semaphore
        .acquire(n)
        .unwrap_or_else(|TooMany| broken(format!("{n}장은 있을 수 있는데 acquire({n})이 TooMany입니다.")))
}

fn takes_and_returns_n() {
    advise("`Permit`이 제 장수를 기억하고, `Drop`에서 그만큼 돌려놓습니다.");
    for total in [3, 0, 1, 2, 17] {
        explore(move || {
            let semaphore = Semaphore::new(total);
            expect_value(&format!("허가 {total}장으로 시작하면"), &semaphore, total);
            for n in [2, 0, 1, 3, 16, total].into_iter().filter(|&n| n <= total) {
                let permit = acquire(&semaphore, n);
                expect_value(&format!("{total}장에서 {n}장을 가져가면"), &semaphore, total - n);
                let rest = acquire(&semaphore, total - n);
                expect_value(&format!("{total}장에서 {n}장과 {}장을 가져가면", total - n), &semaphore, 0);
                drop(permit);
                expect_value(&format!("모두 나간 뒤에 {n}장짜리 허가가 사라지면"), &semaphore, n);
                drop(rest);
                expect_value("모든 허가가 사라지면", &semaphore, total);
            }
            expect_clock("기다릴 까닭이 없으면", Duration::ZERO);
        });
    }
    explore(|| {
        let (one, other) = (Semaphore::new(3), Semaphore::new(3));
        let permit = acquire(&one, 2);
        expect_value("세마포어 둘에서 첫째에서만 가져가면 둘째에는", &other, 3);
        drop(permit);
        expect_value("첫째의 허가가 사라져도 둘째에는", &other, 3);
    });
}

fn too_many_is_an_error() {
    for (total, n) in [(0, 1), (1, 2), (3, 4), (3, 17)] {
        Explorer::new().given(format!("허가는 {total}장이고 {n}장을 달라고 합니다.")).explore(move || {
            let semaphore = Semaphore::new(total);
            let refused = |when: &str| {
                if semaphore.acquire(n).is_ok() {
                    broken(format!("{when} acquire({n})은 Err(TooMany)여야 하는데 Ok입니다."));
                }
            };
            refused(&format!("모두 {total}장일 때"));
            expect_value(&format!("모두 {total}장에서 acquire({n})이 TooMany면"), &semaphore, total);
            let all = acquire(&semaphore, total);
            refused(&format!("모두 {total}장이고 다 나가 있을 때"));
            drop(all);
            refused(&format!("모두 {total}장이고 다 돌아온 뒤에"));
            expect_clock("TooMany는 기다리지 않으므로", Duration::ZERO);
        });
    }
}

fn waits_until_there_are_enough() {
    foresee(
        "한 장씩 모으지 않습니다. 몇 장을 쥔 채 나머지를 기다리면 서로를 막습니다. `n`장이 될 때까지 한 장도 가져가지 않고 기다리고, 돌려줄 때는 기다리는 스레드를 모두 깨웁니다.",
    );
    advise("`n`장이 모두 있을 때까지 한 장도 가져가지 않고 기다립니다. 기다림에는 한도가 없습니다.");
    for (n, (name, late)) in [1, 2, 3].into_iter().zip(WAITS) {
        let token = n == 3;
        Explorer::new().as_far_as_it_goes().explore(move || {
            let semaphore = Semaphore::new(3);
            let held = acquire(&semaphore, 3);
            thread::scope(|scope| {
                scope.spawn(|| {
                    // 다른 일이 남긴 표시가 있으면 `park`는 한 번 그냥 지나갑니다.
                    if token {
                        thread::current().unpark();
                    }
                    let permit = acquire(&semaphore, n);
                    expect_clock(&format!("{name} 뒤에 돌아오는 허가를 기다리면"), late);
                    expect_value(&format!("3장이 돌아와 {n}장을 가져가면"), &semaphore, 3 - n);
                    drop(permit);
                });
                thread::sleep(late);
                drop(held);
            });
            expect_value("모두 사라지면", &semaphore, 3);
        });
    }
    explore(|| {
        let semaphore = Semaphore::new(2);
        let (one, other) = (acquire(&semaphore, 1), acquire(&semaphore, 1));
        thread::scope(|scope| {
            scope.spawn(|| {
                let permit = acquire(&semaphore, 2);
                expect_clock("한 장씩 1초와 2초에 돌아오는 2장을 기다리면", 2 * SECOND);
                drop(permit);
            });
            thread::sleep(SECOND);
            drop(one);
            thread::sleep(SECOND);
            drop(other);
        });
    });
    // 모자란 채로 몇 번이고 깨어나도 포기하지 않습니다.
    few().explore(|| {
        let semaphore = Semaphore::new(3);
        let held = acquire(&semaphore, 1);
        thread::scope(|scope| {
            scope.spawn(|| drop(acquire(&semaphore, 3)));
            for _ in 0..33 {
                thread::sleep(SECOND);
                drop(acquire(&semaphore, 1));
                expect_value("하나가 3장을 기다릴 때 한 장을 가져갔다가 돌려주면", &semaphore, 2);
            }
            drop(held);
        });
        expect_value("모두 사라지면", &semaphore, 3);
    });
}

fn takes_nothing_while_waiting() {
    for total in [3, 40] {
        explore(move || {
            let semaphore = Semaphore::new(total);
            let held = acquire(&semaphore, 1);
            thread::scope(|scope| {
                scope.spawn(|| drop(acquire(&semaphore, total)));
                for _ in 0..2 {
                    let when = format!("한 장이 나가 있고 하나가 {total}장을 기다리는 동안");
                    expect_value(&when, &semaphore, total - 1);
                    thread::sleep(SECOND);
                }
                drop(held);
            });
            expect_value("모두 사라지면", &semaphore, total);
        });
    }
}

fn a_small_one_goes_first() {
    advise(
        "저마다 바라는 장수가 달라서, 깨운 스레드가 다시 잠들 수 있습니다. `notify_all`로 모두 깨워 저마다 다시 보게 합니다.",
    );
    explore(|| {
        let semaphore = Semaphore::new(3);
        let held = acquire(&semaphore, 1);
        thread::scope(|scope| {
            scope.spawn(|| drop(acquire(&semaphore, 3)));
            thread::sleep(SECOND);
            for n in [0, 1, 2] {
                drop(acquire(&semaphore, n));
                expect_clock(&format!("하나가 3장을 기다릴 때 남은 2장에서 {n}장을 가져가면"), SECOND);
            }
            drop(held);
        });
    });
    explore(|| {
        let semaphore = Semaphore::new(3);
        let (held, one) = (acquire(&semaphore, 2), acquire(&semaphore, 1));
        thread::scope(|scope| {
            scope.spawn(|| drop(acquire(&semaphore, 3)));
            scope.spawn(|| {
                let permit = acquire(&semaphore, 1);
                if clock() > SECOND {
                    let now = seconds(clock());
                    broken(format!("1초에 돌아온 한 장으로 되는 스레드가 {now}초에야 이어 갑니다."));
                }
                drop(permit);
            });
            thread::sleep(SECOND);
            drop(one);
            thread::sleep(SECOND);
            drop(held);
        });
    });
}

/// 저마다 `n`장을 쥐고 1초씩 머뭅니다. 나간 허가를 모두 더해 봅니다.
fn hold(total: usize, wants: &[usize]) {
    let (semaphore, out) = (Semaphore::new(total), Counter::new());
    thread::scope(|scope| {
        for &n in wants {
            let (semaphore, out) = (&semaphore, &out);
            scope.spawn(move || {
                let permit = acquire(semaphore, n);
                let now = out.add(n as u64) + n as u64;
                if now > total as u64 {
                    broken(format!("모두 {total}장인데 {now}장이 나가 있습니다."));
                }
                thread::sleep(SECOND);
                out.set(out.get() - n as u64);
                drop(permit);
            });
        }
    });
    expect_value("모두 사라지면", &semaphore, total);
}

fn two_never_stop_each_other() {
    for (total, n) in [(2, 2), (4, 3)] {
        some().given(format!("허가는 {total}장이고 {n}장을 달라고 합니다.")).explore(move || {
            hold(total, &[n, n]);
            expect_clock(&format!("{total}장에서 {n}장씩 1초 동안 쥐는 둘이 하나씩 하면"), 2 * SECOND);
        });
    }
}

fn everyone_with_enough_goes_on() {
    some().explore(|| {
        let semaphore = Semaphore::new(3);
        let held = acquire(&semaphore, 3);
        thread::scope(|scope| {
            for n in [1, 2] {
                let semaphore = &semaphore;
                scope.spawn(move || {
                    let permit = acquire(semaphore, n);
                    thread::sleep(SECOND);
                    drop(permit);
                });
            }
            thread::sleep(SECOND);
            drop(held);
        });
        expect_clock("1초에 3장이 돌아와 1장과 2장을 바라는 둘이 1초씩 함께 쥐면", 2 * SECOND);
    });
}

fn never_more_than_the_total() {
    some().explore(|| hold(1, &[1, 1]));
    some().explore(|| hold(3, &[2, 1, 1]));
    some().explore(|| hold(3, &[1, 3]));
}

/// 사라질 때 허가를 한 장 가져갔다가 돌려줍니다. 패닉하는 도중에도 사라집니다.
struct AcquiresAtTheEnd<'a>(&'a Semaphore);

impl Drop for AcquiresAtTheEnd<'_> {
    fn drop(&mut self) {
        drop(acquire(self.0, 1));
    }
}

fn a_panic_returns_it() {
    explore(|| {
        let semaphore = Semaphore::new(3);
        thread::scope(|scope| {
            scope.spawn(|| {
                let failed = catch_unwind(AssertUnwindSafe(|| {
                    let _end = AcquiresAtTheEnd(&semaphore);
                    let _permit = acquire(&semaphore, 3);
                    panic!("일이 실패했습니다.");
                }));
                assert!(failed.is_err());
            });
            drop(acquire(&semaphore, 2));
        });
        expect_value("3장을 쥔 채로 패닉하고 나면", &semaphore, 3);
        drop(acquire(&semaphore, 3));
    });
    explore(|| {
        let semaphore = Semaphore::new(3);
        let failed = catch_unwind(AssertUnwindSafe(|| {
            let _end = TakesAtTheEnd(&semaphore);
            panic!("일이 실패했습니다.");
        }));
        assert!(failed.is_err());
    });
    explore(|| {
        let semaphore = Semaphore::new(2);
        let leaves_early = |semaphore: &Semaphore| -> Result<(), TooMany> {
            let _permit = semaphore.acquire(2)?;
            let _more = semaphore.acquire(3)?;
            Ok(())
        };
        assert!(
            leaves_early(&semaphore).is_err(),
            "모두 2장일 때 acquire(3)은 Err(TooMany)여야 하는데 Ok입니다."
        );
        expect_value("2장을 쥔 채로 `?`로 나가면", &semaphore, 2);
    });
}

/// 사라질 때 두 장을 가져가 값을 봅니다.
struct TakesAtTheEnd<'a>(&'a Semaphore);

impl Drop for TakesAtTheEnd<'_> {
    fn drop(&mut self) {
        let permit = acquire(self.0, 2);
        expect_value("3장에서 패닉하는 도중에 2장을 가져가면", self.0, 1);
        drop(permit);
        expect_value("그 2장이 사라지면", self.0, 3);
    }
}

fn another_thread_may_return_it() {
    explore(|| {
        let semaphore = Semaphore::new(2);
        thread::scope(|scope| {
            let permit = acquire(&semaphore, 2);
            scope.spawn(move || drop(permit)); // lessons/semaphore/src/permit.rs의 `Permit`은 다른 스레드로 보낼 수 있어야 합니다.
            drop(acquire(&semaphore, 1));
        });
        expect_value("다른 스레드에서 사라지면", &semaphore, 2);
    });
}

fn counts_to_the_end() {
    for total in [u32::MAX as usize + 2, usize::MAX] {
        explore(move || {
            let semaphore = Semaphore::new(total);
            let one = acquire(&semaphore, 1);
            let rest = acquire(&semaphore, total - 1);
            expect_value(&format!("{total}장에서 1장과 {}장을 가져가면", total - 1), &semaphore, 0);
            drop(one);
            drop(rest);
            expect_value("모두 사라지면", &semaphore, total);
        });
    }
    // 나간 것과 바라는 것을 더하면 `usize`에 담지 못합니다.
    explore(|| {
        let semaphore = Semaphore::new(usize::MAX);
        let one = acquire(&semaphore, 1);
        thread::scope(|scope| {
            scope.spawn(move || {
                thread::sleep(SECOND);
                drop(one);
            });
            let all = acquire(&semaphore, usize::MAX);
            expect_clock("한 장이 1초에 돌아올 때 usize::MAX장을 모두 기다리면", SECOND);
            drop(all);
        });
    });
    explore(|| {
        let semaphore = Semaphore::new(3);
        for n in [u32::MAX as usize + 2, usize::MAX] {
            let taken = semaphore.acquire(n).is_ok();
            assert!(!taken, "모두 3장일 때 acquire({n})은 Err(TooMany)여야 하는데 Ok입니다.");
        }
    });
}

fn crowds() {
    few().explore(|| {
        hold(3, &[1; 10]);
        expect_clock("3장에서 한 장씩 열 스레드가 1초씩 쥐면", 4 * SECOND);
    });
    few().explore(|| hold(5, &[5, 4, 3, 2, 1]));
    few().explore(|| {
        hold(33, &[2; 17]);
        expect_clock("33장에서 두 장씩 열일곱 스레드가 1초씩 쥐면", 2 * SECOND);
    });
    two().explore(|| {
        hold(50, &[1; 100]);
        expect_clock("50장에서 한 장씩 스레드 100개가 1초씩 쥐면", 2 * SECOND);
    });
    two().explore(|| {
        let semaphore = Semaphore::new(100);
        let all = acquire(&semaphore, 100);
        thread::scope(|scope| {
            for _ in 0..100 {
                scope.spawn(|| {
                    let permit = acquire(&semaphore, 1);
                    expect_clock("1초에 한꺼번에 돌아오는 100장을 한 장씩 100개가 기다리면", SECOND);
                    thread::sleep(SECOND);
                    drop(permit);
                });
            }
            thread::sleep(SECOND);
            drop(all);
        });
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
