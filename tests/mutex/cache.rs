use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::cache::Cache; // lessons/mutex/src/cache.rs에 `Cache`가 있어야 합니다.
use interleave::observe::{Counter, Tally};
use interleave::{
    Explorer, WAITS, advise, broken, exists, expect_clock, explore, foresee, orders, while_unwinding,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(&Cache, &str, fn() -> String) -> String = Cache::get_or_compute; // lessons/mutex/src/cache.rs

pub const STEP: Step = Step {
    name: "cache",
    title: "가드의 수명",
    hints: [
        "`compute()`를 부르는 줄에서 어떤 가드가 살아 있는지 살펴봅니다. 그 가드가 모두를 기다리게 합니다.",
        "맵을 잠그는 시간과 값 하나를 잠그는 시간은 달라야 합니다. 맵에는 값 대신, 값이 들어갈 칸을 둡니다.",
        "칸을 `Arc<Mutex<Option<String>>>`으로 만듭니다. 맵의 가드는 칸을 `clone`한 문장에서 끝내고, 칸을 잠근 채 `get_or_insert_with`를 부릅니다.",
    ],
    promises: &[
        Promise {
            says: "한 번 계산한 값은 다시 계산하지 않습니다.", check: orders(remembers)
        },
        Promise {
            says: "키가 많아도, 비슷해도 저마다 제 값을 기억합니다.", check: orders(keeps_keys_apart)
        },
        Promise { says: "서로 다른 키의 계산은 겹칩니다.", check: orders(keys_overlap) },
        Promise {
            says: "같은 키는 한 번만 계산하고, 기다린 스레드는 그 값을 바로 받습니다.",
            check: orders(computes_once),
        },
        Promise {
            says: "한 키를 기다리는 스레드는 다른 키를 막지 않습니다.",
            check: orders(waiting_is_for_one_key),
        },
        Promise {
            says: "`compute`가 패닉한 키는 다음 스레드가 계산합니다.",
            check: orders(panic_leaves_no_trace),
        },
        Promise {
            says: "`compute`가 패닉하면 기다리던 스레드가 대신 계산합니다.",
            check: orders(waiter_takes_over),
        },
        Promise {
            says: "대신 계산하는 동안 온 스레드도 그 값을 기다립니다.",
            check: orders(newcomer_waits_for_the_heir),
        },
        Promise {
            says: "패닉하는 도중에 불러도 똑같이 기억합니다.",
            check: orders(remembers_while_unwinding),
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn slowly(value: &str) -> String {
    thread::sleep(SECOND);
    value.to_owned()
}

fn expect_value(value: String, wanted: &str) {
    if value != wanted {
        broken(format!("값은 {wanted:?} 그대로여야 하는데 {value:?}입니다."));
    }
}

fn remembers() {
    advise("계산한 값은 그 키의 자리에 담아 두었다가 돌려줍니다. 빈 값도 기억한 값입니다.");
    explore(|| {
        let cache = Cache::new();
        expect_value(cache.get_or_compute("봄", || "개나리".to_owned()), "개나리");
        expect_value(cache.get_or_compute("봄", || "다시 계산한 값".to_owned()), "개나리");
        expect_value(cache.get_or_compute("가을", || "코스모스".to_owned()), "코스모스");
        expect_value(cache.get_or_compute("겨울", String::new), "");
        expect_value(cache.get_or_compute("겨울", || "다시 계산한 값".to_owned()), "");
        for (name, wait) in WAITS {
            thread::sleep(wait);
            let value = cache.get_or_compute("봄", || format!("{name} 뒤에 다시 계산한 값"));
            expect_value(value, "개나리");
        }
        // 다른 캐시는 이 캐시의 값을 모릅니다.
        expect_value(Cache::new().get_or_compute("봄", || "진달래".to_owned()), "진달래");
    });
}

fn keeps_keys_apart() {
    advise("키 전체를 그대로 비교하고, 담아 둔 값을 버리지 않습니다.");
    explore(|| {
        let cache = Cache::new();
        // 길고 끝만 다른 둘과, 흔한 해시가 같은 값으로 바꾸는 둘도 있습니다.
        let alike = ["", " ", "a", "A", "a ", "a\n", "Aa", "BB", "ab", "ba"].map(str::to_owned).into_iter();
        let long = ["가", "나"].map(|last| format!("{}{last}", "긴 키 ".repeat(3_000)));
        let many = (1..=1_100).map(|number| format!("키 {number}"));
        let keys: Vec<String> = alike.chain(long).chain(many).collect();
        for key in &keys {
            expect_value(cache.get_or_compute(key, || format!("{key}의 값")), &format!("{key}의 값"));
        }
        for key in &keys {
            let value = cache.get_or_compute(key, || "다시 계산한 값".to_owned());
            expect_value(value, &format!("{key}의 값"));
        }
    });
}

fn compute_all(keys: &[&str]) {
    let cache = &Cache::new();
    thread::scope(|scope| {
        for &key in keys {
            scope.spawn(move || expect_value(cache.get_or_compute(key, || slowly(key)), key));
        }
    });
    expect_clock(&format!("1초 걸리는 계산을 스레드 {}개가 함께 부탁하면", keys.len()), SECOND);
}

fn keys_overlap() {
    advise(
        "계산하는 동안 표의 잠금을 쥐지 않습니다. 잠근 동안에는 그 키의 자리만 만들고, 잠금을 놓은 뒤에 그 자리에서 계산합니다.",
    );
    explore(|| compute_all(&["봄", "가을"]));
    let many: Vec<String> = (1..=24).map(|number| format!("절기 {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    exists(|| {
        compute_all(&many);
        true
    });
    // 키마다 잠그는 대신 잠금 몇 개를 나누어 쓰면, 키가 많을 때 서로 기다립니다.
    let many: Vec<String> = (1..=257).map(|number| format!("날 {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| compute_all(&many));
    explore(|| {
        let caches = [Cache::new(), Cache::new()];
        thread::scope(|scope| {
            for cache in &caches {
                scope.spawn(|| expect_value(cache.get_or_compute("봄", || slowly("개나리")), "개나리"));
            }
        });
        expect_clock("두 캐시에서 같은 키의 1초짜리 계산을 함께 하면", SECOND);
    });
}

fn computes_once() {
    advise(
        "계산을 맡은 스레드가 있다는 것을 표에 남깁니다. 늦게 온 스레드는 그 키의 자리에서 끝까지 기다렸다가 값을 받습니다.",
    );
    explore(|| {
        let (cache, computed) = (Cache::new(), Tally::new());
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let value = cache.get_or_compute("봄", || {
                        computed.add(1);
                        slowly("개나리")
                    });
                    expect_value(value, "개나리");
                    expect_clock("1초 걸리는 계산 하나를 셋이 기다리면", SECOND);
                });
            }
        });
        let computed = computed.total();
        assert!(computed == 1, "한 번만 계산해야 하는데 {computed}번 계산합니다.");
    });
    // 곧바로 끝나는 계산에는 그 앞뒤 어디에서든 다른 스레드가 옵니다.
    explore(|| {
        let (cache, computed) = (Cache::new(), Tally::new());
        let ask = || {
            let value = cache.get_or_compute("봄", || {
                computed.add(1);
                "개나리".to_owned()
            });
            expect_value(value, "개나리");
        };
        thread::scope(|scope| {
            scope.spawn(ask);
            scope.spawn(ask);
        });
        let computed = computed.total();
        assert!(computed == 1, "둘이 물어도 한 번만 계산해야 하는데 {computed}번 계산합니다.");
    });
    for callers in [5, 9, 17, 33, 65] {
        Explorer::new().preemptions(0).orders(3).random(3).explore(move || {
            let (cache, computed) = (Cache::new(), Tally::new());
            thread::scope(|scope| {
                for _ in 0..callers {
                    scope.spawn(|| {
                        thread::current().unpark(); // 남아 있던 표시로 깨어나도 값은 아직 없습니다.
                        let value = cache.get_or_compute("봄", || {
                            computed.add(1);
                            thread::sleep(WAITS[2].1);
                            "개나리".to_owned()
                        });
                        expect_value(value, "개나리");
                    });
                }
            });
            expect_clock(&format!("천 년 걸리는 계산 하나를 {callers}명이 기다리면"), WAITS[2].1);
            let computed = computed.total();
            assert!(computed == 1, "{callers}명이 물어도 한 번만 계산해야 하는데 {computed}번 계산합니다.");
        });
    }
}

fn waiting_is_for_one_key() {
    advise(
        "한 키를 기다리는 동안 표의 잠금을 쥐지 않습니다. 깨울 때는 그 키를 기다리는 스레드가 빠지지 않게 합니다.",
    );
    explore(|| compute_all(&["봄", "봄", "가을"]));
    // 먼저 끝난 키를 기다리던 스레드는, 다른 키를 기다리는 스레드가 있어도 그때 깨어납니다.
    few().explore(|| {
        let cache = &Cache::new();
        thread::scope(|scope| {
            for (key, time) in [("봄", 1), ("가을", 2), ("가을", 2), ("봄", 1)] {
                scope.spawn(move || {
                    let compute = || {
                        thread::sleep(time * SECOND);
                        key.to_owned()
                    };
                    expect_value(cache.get_or_compute(key, compute), key);
                    let when = format!("1초 걸리는 봄과 2초 걸리는 가을을 둘씩 부탁하면 {key}은");
                    expect_clock(&when, time * SECOND);
                });
            }
        });
    });
}

const AFTER_A_PANIC: &str = "패닉한 스레드가 맡았다는 표시를 남긴 채 나갔습니다. 패닉하면 남은 줄은 지나치고 `Drop`만 불립니다. 표시를 지우고 알리는 일을 가드의 `Drop`에 둡니다.";

fn panic_leaves_no_trace() {
    foresee(AFTER_A_PANIC);
    explore(|| {
        let cache = Cache::new();
        expect_value(cache.get_or_compute("여름", || "수국".to_owned()), "수국");
        let breaks = || cache.get_or_compute("봄", || panic!("계산이 망가졌습니다."));
        let caught = panic::catch_unwind(AssertUnwindSafe(breaks));
        assert!(caught.is_err(), "compute의 패닉은 부른 스레드에 전해져야 합니다.");
        expect_value(cache.get_or_compute("가을", || "코스모스".to_owned()), "코스모스");
        expect_value(cache.get_or_compute("봄", || "개나리".to_owned()), "개나리");
        expect_value(cache.get_or_compute("여름", || "다시 계산한 값".to_owned()), "수국");
    });
}

fn waiter_takes_over() {
    foresee(AFTER_A_PANIC);
    explore(|| take_over(2, 1));
    // 셋이면 순서가 아주 많아서, 선점 한 번까지를 모두 보고 나머지는 골라 봅니다.
    Explorer::new().preemptions(0).orders(30).random(10).explore(|| take_over(7, 5));
    for breaks in [1, 2] {
        Explorer::new().preemptions(1).random(100).explore(move || take_over(3, breaks));
    }
    few().explore(|| {
        let cache = &Cache::new();
        let wait = || {
            let compute = || {
                thread::sleep(5 * SECOND);
                "가을".to_owned()
            };
            expect_value(cache.get_or_compute("가을", compute), "가을");
        };
        thread::scope(|scope| {
            scope.spawn(|| take_over_in(cache, 2, 1));
            scope.spawn(wait);
            scope.spawn(wait);
        });
    });
}

fn take_over(threads: usize, breaks: u32) {
    take_over_in(&Cache::new(), threads, breaks);
}

/// 스레드 `threads`개가 같은 키를 묻고, 계산은 앞에서부터 `breaks`번 망가집니다.
fn take_over_in(cache: &Cache, threads: usize, breaks: u32) {
    let computed = Counter::new();
    let ask = || {
        cache.get_or_compute("봄", || {
            let number = computed.add(1);
            let value = slowly("개나리");
            assert!(number >= u64::from(breaks), "계산이 망가졌습니다.");
            value
        })
    };
    let panicked = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(ask)).collect();
        workers.into_iter().map(|worker| worker.join()).filter(|answer| answer.is_err()).count()
    });
    assert!(panicked == breaks as usize, "망가진 계산은 {breaks}번인데 스레드 {panicked}개가 패닉합니다.");
    let computed = computed.get();
    assert!(
        computed == u64::from(breaks) + 1,
        "{breaks}번 망가지면 모두 {}번 계산해야 하는데 {computed}번 계산합니다.",
        breaks + 1
    );
    expect_clock(&format!("1초씩 {breaks}번 망가진 계산을 이어받으면"), (breaks + 1) * SECOND);
}

fn newcomer_waits_for_the_heir() {
    advise(
        "계산을 이어 맡은 스레드가 있는 동안에는 그 키의 자리를 그대로 둡니다. 나중에 온 스레드도 그 자리에서 기다립니다.",
    );
    explore(|| {
        let (cache, computed) = (Cache::new(), Counter::new());
        // 0초에 온 스레드는 1초에 패닉하고, 0.5초에 온 스레드가 이어받아 2초에 마치고, 그사이 1.5초에 하나가 더 옵니다.
        let ask = |halves: u32| {
            thread::sleep(halves * SECOND / 2);
            cache.get_or_compute("봄", || {
                let number = computed.add(1);
                let value = slowly("개나리");
                assert!(number > 0, "계산이 망가졌습니다.");
                value
            })
        };
        thread::scope(|scope| {
            let first = scope.spawn(|| ask(0));
            for halves in [1, 3] {
                scope.spawn(move || {
                    expect_value(ask(halves), "개나리");
                    expect_clock("1초에 패닉한 계산을 이어받아 2초에 마치면", 2 * SECOND);
                });
            }
            scope.spawn(|| {
                thread::sleep(3 * SECOND / 2);
                expect_value(cache.get_or_compute("가을", || slowly("코스모스")), "코스모스");
                expect_clock("봄을 대신 계산하는 1.5초에 다른 키를 부탁하면", 5 * SECOND / 2);
            });
            assert!(first.join().is_err(), "compute의 패닉은 부른 스레드에 전해져야 합니다.");
        });
        let computed = computed.get();
        assert!(computed == 2, "한 번 망가졌으면 모두 두 번 계산해야 하는데 {computed}번 계산합니다.");
    });
}

fn remembers_while_unwinding() {
    explore(|| {
        let cache = Cache::new();
        let value = while_unwinding(|| cache.get_or_compute("봄", || "개나리".to_owned()));
        expect_value(value, "개나리");
        expect_value(cache.get_or_compute("봄", || "다시 계산한 값".to_owned()), "개나리");
    });
}

/// 스레드가 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(200).random(50)
}
