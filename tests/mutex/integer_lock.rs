use std::thread;
use std::time::Duration;

use super::answer::integer_lock::{IntegerLock, NotAcquired}; // lessons/mutex/src/integer_lock.rs에 `IntegerLock`과 `NotAcquired`가 있어야 합니다.
use interleave::observe::Gauge;
use interleave::{
    Explorer, WAITS, advise, broken, clock, expect_clock, explore, foresee, orders, seconds, while_unwinding,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(&IntegerLock) = IntegerLock::acquire; // lessons/mutex/src/integer_lock.rs
const _: fn(&IntegerLock) -> Result<(), NotAcquired> = IntegerLock::release; // lessons/mutex/src/integer_lock.rs
const _: fn(&IntegerLock) -> i32 = IntegerLock::value; // lessons/mutex/src/integer_lock.rs

pub const STEP: Step = Step {
    name: "integer_lock",
    title: "정수 하나로 만드는 잠금",
    hints: [
        "정수가 0인 동안에는 할 일이 없습니다. 정수가 바뀔 때 깨워 줄 것이 하나 더 필요합니다.",
        "조건 변수의 `wait`는 가드를 놓고 잠들었다가 다시 잠그고 깨어납니다. 그사이 다른 스레드가 먼저 잠갔을 수 있습니다.",
        "`IntegerLock`에 `Condvar`를 더하고, `acquire`는 `while`로 감싼 `wait`, `release`는 정수를 바꾼 뒤의 `notify_one`을 씁니다.",
    ],
    promises: &[
        Promise {
            says: "정수는 열렸을 때 1, 잠겼을 때 0입니다.", check: orders(number_tells_the_state)
        },
        Promise {
            says: "잠겨 있지 않은 것을 풀면 오류이고, 정수는 그대로입니다.",
            check: orders(needless_release_is_an_error),
        },
        Promise {
            says: "잠근 스레드가 아니어도 풀 수 있습니다.", check: orders(anyone_may_release)
        },
        Promise {
            says: "풀면 기다리던 스레드가 곧바로 이어 갑니다.",
            check: orders(release_wakes_the_waiter),
        },
        Promise { says: "한 번에 한 스레드만 잠급니다.", check: orders(one_at_a_time) },
        Promise {
            says: "누가 언제 보아도 정수는 0이나 1입니다.", check: orders(nobody_sees_another_number)
        },
        Promise {
            says: "많이 기다려도 한 번에 하나씩, 모두 잠급니다.", check: orders(every_waiter_gets_in)
        },
        Promise {
            says: "한 번 잠근 것은 누가 풀든 한 번만 풀립니다.", check: orders(released_once)
        },
        Promise {
            says: "잠근 스레드가 다시 잠가도, 풀릴 때까지 기다립니다.",
            check: orders(owner_waits_too),
        },
        Promise {
            says: "패닉하는 도중에 불러도 똑같이 잠그고 풉니다.",
            check: orders(works_while_unwinding),
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3600);

fn release(lock: &IntegerLock) {
    if lock.release() != Ok(()) {
        broken("잠겨 있는데도 release가 오류를 돌려줍니다.");
    }
}

fn number_tells_the_state() {
    explore(|| {
        let lock = IntegerLock::new();
        assert!(lock.value() == 1, "처음에는 1이어야 하는데 {}입니다.", lock.value());
        lock.acquire();
        assert!(lock.value() == 0, "잠그면 0이어야 하는데 {}입니다.", lock.value());
        release(&lock);
        assert!(lock.value() == 1, "풀면 다시 1이어야 하는데 {}입니다.", lock.value());
    });
    explore(locks_are_apart);
    explore(|| {
        let lock = IntegerLock::new();
        thread::scope(|scope| {
            scope.spawn(|| lock.value());
            let number = lock.value();
            assert!(number == 1, "둘이 함께 보아도 열려 있으면 1이어야 하는데 {number}입니다.");
        });
    });
}

fn needless_release_is_an_error() {
    explore(|| {
        let lock = IntegerLock::new();
        for when in ["처음에", "잠갔다가 푼 뒤에"] {
            let answer = lock.release();
            assert!(answer == Err(NotAcquired), "{when} 풀면 Err(NotAcquired)여야 하는데 {answer:?}입니다.");
            assert!(lock.value() == 1, "{when} 잘못 풀어도 1이어야 하는데 {}입니다.", lock.value());
            lock.acquire();
            release(&lock);
        }
    });
}

fn locks_are_apart() {
    let (one, other) = (IntegerLock::new(), IntegerLock::new());
    one.acquire();
    other.acquire();
    release(&one);
    let values = [one.value(), other.value()];
    assert!(values == [1, 0], "잠금 둘에서 첫째만 풀면 [1, 0]이어야 하는데 {values:?}입니다.");
    assert!(clock().is_zero(), "열려 있는 것을 잠그는 데 {}초를 보냅니다.", seconds(clock()));
}

/// 다른 스레드가 `act`하는 동안 정수를 봅니다.
fn look_meanwhile(act: impl Fn(&IntegerLock) + Sync) {
    let lock = IntegerLock::new();
    thread::scope(|scope| {
        scope.spawn(|| act(&lock));
        let number = lock.value();
        if number != 0 && number != 1 {
            broken(format!("다른 스레드가 잠그고 푸는 동안 보니 정수가 {number}입니다."));
        }
    });
}

fn nobody_sees_another_number() {
    advise("확인하고 바꾸는 일을 한 번 잠근 동안에 합니다. 0과 1이 아닌 수는 잠깐이라도 쓰지 않습니다.");
    explore(|| {
        look_meanwhile(|lock| {
            let _ = lock.release();
        });
    });
    explore(|| {
        look_meanwhile(|lock| {
            lock.acquire();
            release(lock);
        });
    });
    explore(|| {
        let lock = IntegerLock::new();
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    lock.acquire();
                    let number = lock.value();
                    if number != 0 {
                        broken(format!("방금 잠갔으니 0이어야 하는데 {number}입니다."));
                    }
                    release(&lock);
                });
            }
        });
    });
}

fn anyone_may_release() {
    explore(|| {
        let lock = IntegerLock::new();
        lock.acquire();
        thread::scope(|scope| {
            scope.spawn(|| release(&lock));
        });
        assert!(lock.value() == 1, "다른 스레드가 풀면 1이어야 하는데 {}입니다.", lock.value());
    });
}

fn release_wakes_the_waiter() {
    foresee(
        "기다리는 동안에는 정수를 바꾸지 않습니다. 1인 것을 본 스레드가 0으로 바꾸고, `release`는 1로 되돌린 다음에 알립니다. `wait_while`의 조건은 기다려야 하는 동안 참입니다.",
    );
    advise("`release`는 정수를 바꾸고 나서 알립니다. 기다림에는 한도가 없고, 깨어나면 정수를 다시 봅니다.");
    for (name, wait) in WAITS {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let lock = IntegerLock::new();
            lock.acquire();
            thread::scope(|scope| {
                scope.spawn(|| {
                    lock.acquire();
                    expect_clock(&format!("{name} 뒤에 풀리는 잠금을 잠그면"), wait);
                });
                thread::sleep(wait);
                release(&lock);
            });
        });
    }
    // 둘이 기다리면 둘 다 이어 갑니다.
    explore(|| {
        let lock = IntegerLock::new();
        lock.acquire();
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    lock.acquire();
                    release(&lock);
                });
            }
            release(&lock);
        });
        assert!(clock().is_zero(), "풀자마자 잠그지 않고 {}초를 보냅니다.", seconds(clock()));
        assert!(lock.value() == 1, "모두 풀고 나면 1이어야 하는데 {}입니다.", lock.value());
    });
    explore(|| {
        let locks = [IntegerLock::new(), IntegerLock::new()];
        locks.iter().for_each(IntegerLock::acquire);
        thread::scope(|scope| {
            for (lock, seconds) in locks.iter().zip([1, 2]) {
                scope.spawn(move || {
                    lock.acquire();
                    let when = format!("잠금 둘을 하나씩 기다릴 때, {seconds}초에 풀리는 쪽을 잠그면");
                    expect_clock(&when, seconds * SECOND);
                });
            }
            for lock in &locks {
                thread::sleep(SECOND);
                release(lock);
            }
        });
    });
}

fn one_at_a_time() {
    for (threads, times) in [(2, 2), (3, 1)] {
        explore(move || {
            let (lock, room) = (IntegerLock::new(), Gauge::new());
            let enter_and_leave = || {
                for _ in 0..times {
                    lock.acquire();
                    let inside = room.enter();
                    if room.now() > 1 {
                        broken("다른 스레드가 아직 풀지 않았는데 잠갔습니다.");
                    }
                    thread::sleep(SECOND);
                    let number = lock.value();
                    if number != 0 {
                        broken(format!("잠겨 있는 동안은 0이어야 하는데 {number}입니다."));
                    }
                    drop(inside);
                    release(&lock);
                }
            };
            thread::scope(|scope| {
                for _ in 0..threads {
                    scope.spawn(enter_and_leave);
                }
            });
        });
    }
}

fn every_waiter_gets_in() {
    // 256은 한 바이트로 세면 0입니다.
    for (waiters, orders) in [(5, 3), (9, 3), (17, 3), (33, 3), (65, 1), (256, 1)] {
        Explorer::new().preemptions(0).orders(orders).random(orders / 2).explore(move || {
            let (lock, room) = (IntegerLock::new(), Gauge::new());
            lock.acquire();
            thread::scope(|scope| {
                for _ in 0..waiters {
                    scope.spawn(|| {
                        thread::current().unpark(); // 남아 있던 표시로 깨어나도 잠근 것은 아닙니다.
                        lock.acquire();
                        let inside = room.enter();
                        if room.now() > 1 {
                            broken("다른 스레드가 아직 풀지 않았는데 잠갔습니다.");
                        }
                        thread::sleep(SECOND);
                        drop(inside);
                        release(&lock);
                    });
                }
                thread::sleep(HOUR);
                release(&lock);
            });
            let when = format!("3600초에 풀린 뒤 {waiters}명이 1초씩 잠그면");
            expect_clock(&when, HOUR + waiters * SECOND);
            assert!(lock.value() == 1, "모두 풀고 나면 1이어야 하는데 {}입니다.", lock.value());
        });
    }
    // 잠금이 많아도, 풀린 잠금을 기다리던 스레드가 그때 잠급니다.
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| {
        let locks: Vec<IntegerLock> = (0..65).map(|_| IntegerLock::new()).collect();
        locks.iter().for_each(IntegerLock::acquire);
        thread::scope(|scope| {
            for (lock, seconds) in locks.iter().rev().zip(1..) {
                scope.spawn(move || {
                    lock.acquire();
                    let when = format!("잠금 65개를 하나씩 기다릴 때, {seconds}초에 풀리는 쪽을 잠그면");
                    expect_clock(&when, seconds * SECOND);
                });
            }
            for lock in locks.iter().rev() {
                thread::sleep(SECOND);
                release(lock);
            }
        });
    });
}

fn released_once() {
    const HANDED: &str = "번호나 표시로 넘겨준다면, 넘겨받은 스레드가 깨어나기 전에 한 번 더 풀려도 맞아야 합니다. 정수를 1로 되돌려 알리고, 1인 것을 본 스레드가 0으로 바꾸면 저절로 맞습니다.";
    advise(HANDED);
    foresee(HANDED);
    explore(|| {
        let lock = IntegerLock::new();
        lock.acquire();
        let answers = thread::scope(|scope| {
            let releasers = [(); 2].map(|()| scope.spawn(|| lock.release()));
            releasers.map(|releaser| releaser.join().unwrap())
        });
        let released = answers.iter().filter(|answer| answer.is_ok()).count();
        assert!(released == 1, "잠긴 것을 둘이 풀면 하나만 풀어야 하는데 {released}개가 풉니다.");
        assert!(lock.value() == 1, "둘이 풀어도 1이어야 하는데 {}입니다.", lock.value());
    });
    // 기다리던 스레드가 이어 가기 전에 한 번 더 풀면 오류이고, 그 뒤면 그 스레드가 잠근 것을 풉니다.
    explore(|| {
        let lock = IntegerLock::new();
        lock.acquire();
        let again = thread::scope(|scope| {
            scope.spawn(|| lock.acquire());
            release(&lock);
            lock.release()
        });
        let wanted = i32::from(again.is_ok());
        assert!(
            lock.value() == wanted,
            "하나가 기다릴 때 두 번 풀어 둘째가 {again:?}이면, 기다리던 스레드가 잠근 뒤에 {wanted}이어야 하는데 {}입니다.",
            lock.value()
        );
    });
}

fn owner_waits_too() {
    explore(|| {
        let lock = IntegerLock::new();
        lock.acquire();
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND);
                release(&lock);
            });
            lock.acquire();
        });
        expect_clock("1초 뒤에 풀리는 것을 다시 잠그면", SECOND);
        assert!(lock.value() == 0, "다시 잠갔으니 0이어야 하는데 {}입니다.", lock.value());
    });
}

fn works_while_unwinding() {
    explore(|| {
        let lock = IntegerLock::new();
        while_unwinding(|| lock.acquire());
        assert!(lock.value() == 0, "패닉하는 도중에 잠가도 0이어야 하는데 {}입니다.", lock.value());
        thread::scope(|scope| {
            scope.spawn(|| {
                lock.acquire();
                expect_clock("패닉하는 도중인 스레드가 1초에 풀면", SECOND);
                thread::sleep(SECOND);
                release(&lock);
            });
            thread::sleep(SECOND);
            while_unwinding(|| release(&lock));
        });
        let answer = while_unwinding(|| lock.release());
        assert!(answer == Err(NotAcquired), "열린 것을 패닉하는 도중에 풀면 오류인데 {answer:?}입니다.");
        lock.acquire();
        thread::scope(|scope| {
            scope.spawn(|| {
                while_unwinding(|| lock.acquire());
                expect_clock("패닉하는 도중인 스레드가 3초에 풀리는 것을 잠그면", 3 * SECOND);
            });
            thread::sleep(SECOND);
            release(&lock);
        });
    });
}
