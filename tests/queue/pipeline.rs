use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::pipeline::run; // lessons/queue/src/pipeline.rs에 `pub fn run`이 있어야 합니다.
use interleave::observe::{Counter, Gauge, Log};
use interleave::{Explorer, WAITS, advise, broken, clock, expect_all_finished, expect_clock, orders};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
fn call(
    items: impl Iterator<Item = u64> + Send,
    size: usize,
    first: impl Fn(u64) -> u64 + Send,
    second: impl Fn(u64) -> Result<u64, String>,
) -> Result<Vec<u64>, String> {
    run(items, size, first, second) // lessons/queue/src/pipeline.rs
}

pub const STEP: Step = Step {
    name: "pipeline",
    title: "두 단계와 배압",
    hints: [
        "첫 단계를 다른 스레드로 옮기고, 두 단계 사이에 `size`개까지만 담는 채널을 둡니다. 받는 쪽은 지금 스레드에 둡니다.",
        "`send`가 `Err`면 받는 끝이 사라진 것이므로 첫 단계를 끝냅니다. 오류가 났을 때 받는 끝을 누가 쥐고 있는지 살펴봅니다.",
        "`channel::bounded(size)`의 보내는 끝을 `scope.spawn(move || …)`에 옮기고, 받는 쪽은 `receiver.into_iter().map(second).collect()`로 모읍니다.",
    ],
    promises: &[
        Promise {
            says: "항목의 차례대로 모은 결과를 돌려줍니다.", check: orders(results_in_order)
        },
        Promise { says: "두 단계는 함께 돕니다.", check: orders(stages_overlap) },
        Promise {
            says: "첫 단계는 `size + 2`개보다 더 앞서가지 않습니다.",
            check: orders(never_too_far_ahead),
        },
        Promise {
            says: "앞이 빠르면 사이에 `size`개까지 쌓아 둡니다.",
            check: orders(as_far_ahead_as_allowed),
        },
        Promise {
            says: "둘째 단계가 실패하면 그 오류를 돌려주고, 그 뒤의 항목은 하지 않습니다.",
            check: orders(the_first_error_is_returned),
        },
        Promise {
            says: "둘째 단계가 실패하면 첫 단계도 하던 것만 마치고 멈춥니다.",
            check: orders(an_error_stops_the_first),
        },
        Promise {
            says: "어느 단계가 패닉해도 멈춰 서지 않고 `run`이 패닉합니다.",
            check: orders(a_panic_comes_out),
        },
        Promise {
            says: "단계마다 한 번에 하나씩, 차례대로 합니다.", check: orders(one_at_a_time)
        },
        Promise { says: "항목이 나오는 대로 시작합니다.", check: orders(begins_as_items_come) },
        Promise {
            says: "다른 단계가 오래 걸려도 끝까지 기다립니다.",
            check: orders(waits_as_long_as_it_takes),
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn some() -> Explorer {
    Explorer::new().preemptions(1).orders(300).random(20)
}

fn expect(when: &str, found: Result<Vec<u64>, String>, wanted: Result<Vec<u64>, &str>) {
    expect_all_finished();
    if found != wanted.clone().map_err(str::to_string) {
        broken(format!("{when} 결과는 {wanted:?}이어야 하는데 {found:?}입니다."));
    }
}

fn given(count: u64, size: usize) -> String {
    format!("항목은 {count}개, size는 {size}입니다.")
}

fn results_in_order() {
    for (count, size) in [(0, 1), (1, 0), (1, 1), (2, 0), (2, 1), (3, 1), (3, 2)] {
        some().given(given(count, size)).explore(move || {
            let found = call(0..count, size, |item| item + 10, |item| Ok(item * 2));
            let wanted = (0..count).map(|item| (item + 10) * 2).collect();
            expect(&format!("size가 {size}일 때 항목 {count}개에 10을 더하고 2를 곱하면"), found, Ok(wanted));
            expect_clock("시간이 걸리지 않는 일만 하면", Duration::ZERO);
        });
    }
    // 몇 개가 나올지는 다 나와 보아야 압니다.
    some().explore(|| {
        let items = (0..2).chain((2..5).filter(|_| true));
        expect("적어도 둘인 항목 다섯을 흘려보내면", call(items, 1, |item| item, Ok), Ok((0..5).collect()));
    });
    for (count, size, orders) in [(65, 0, 10), (65, 1, 10), (65, 9, 10), (65, 1_000, 10), (10_000, 9, 1)] {
        Explorer::new().preemptions(0).orders(orders).random(orders / 2).given(given(count, size)).explore(
            move || {
                let found = call(0..count, size, |item| item, Ok);
                expect(
                    &format!("size가 {size}일 때 항목 {count}개를 그대로 흘려보내면"),
                    found,
                    Ok((0..count).collect()),
                );
            },
        );
    }
}

/// 항목마다 `first`초와 `second`초가 걸립니다.
fn stages_overlap() {
    advise(
        "두 단계가 저마다 스레드에서 함께 돕니다. 앞 단계의 결과를 모두 모은 뒤에 뒤 단계를 시작하지 않습니다.",
    );
    for (count, size, first, second, wanted) in [
        (1, 1, 1, 1, 2),
        (3, 1, 1, 1, 4),
        (3, 0, 1, 1, 4),
        (3, 1, 2, 1, 7),
        (3, 2, 1, 2, 7),
        (9, 2, 1, 1, 10),
    ] {
        some().explore(move || {
            let slowly = |seconds: u32| move || thread::sleep(seconds * SECOND);
            let (first_work, second_work) = (slowly(first), slowly(second));
            let found = call(
                0..count,
                size,
                |item| {
                    first_work();
                    item
                },
                |item| {
                    second_work();
                    Ok(item)
                },
            );
            let when =
                format!("size가 {size}일 때 {first}초와 {second}초가 걸리는 두 단계로 항목 {count}개를 하면");
            expect_clock(&when, wanted * SECOND);
            expect(&when, found, Ok((0..count).collect()));
        });
    }
}

fn never_too_far_ahead() {
    advise("사이에는 `size`개까지만 담깁니다. `size`가 0이면 건네는 순간에 받는 쪽이 있어야 합니다.");
    for size in [0, 1, 2, 5] {
        some().given(format!("size는 {size}입니다.")).explore(move || {
            let (started, ended) = (Counter::new(), Counter::new());
            let found = call(
                0..12,
                size,
                |item| {
                    let ahead = started.add(1) + 1 - ended.get();
                    if ahead > size as u64 + 2 {
                        broken(format!(
                            "size가 {size}이면 시작하고 끝나지 않은 것이 {}개까지인데, {item}번을 시작할 때 {ahead}개입니다.",
                            size + 2
                        ));
                    }
                    item
                },
                |item| {
                    thread::sleep(SECOND);
                    ended.add(1);
                    Ok(item)
                },
            );
            expect(&format!("size가 {size}일 때 1초짜리 둘째 단계로 항목 12개를 하면"), found, Ok((0..12).collect()));
        });
    }
}

fn as_far_ahead_as_allowed() {
    advise("사이에 받은 `size`만큼을 그대로 담을 수 있게 합니다. 다른 한도를 두지 않습니다.");
    // 끝의 둘은 한 바이트나 두 바이트로 자르면 1이 됩니다.
    for size in [0, 1, 2, 5, 17, 65, 257, (1 << 16) + 1] {
        let count = 12.max(size.min(300) as u64 + 4);
        Explorer::new().preemptions(0).orders(20).random(5).explore(move || {
            let started = Counter::new();
            let _ = call(
                0..count,
                size,
                |item| {
                    started.add(1);
                    item
                },
                |item| {
                    // 걸음이 아주 많으면 다 앞서가기 전에도 시간이 갑니다. 여러 번 나눠 자서 기다려 줍니다.
                    (0..if item == 0 { 17 } else { 1 }).for_each(|_| thread::sleep(SECOND));
                    let (started, wanted) = (started.get(), count.min(size as u64 + 2));
                    if item == 0 && started < wanted {
                        broken(format!(
                            "size가 {size}이고 첫 단계가 빠르면, 둘째 단계가 첫 항목을 하는 동안 {wanted}개를 시작해야 하는데 {started}개입니다."
                        ));
                    }
                    Ok(item)
                },
            );
        });
    }
}

/// 단계마다 다른 단계를 오래 기다립니다.
fn waits_as_long_as_it_takes() {
    advise("단계 사이의 기다림에는 한도를 두지 않습니다.");
    for (name, time) in WAITS {
        some().as_far_as_it_goes().explore(move || {
            let slow = move |item| {
                if item == 0 {
                    thread::sleep(time);
                }
                item
            };
            let when = format!("size가 1이고 단계마다 첫 항목에 {name} 걸리면");
            let found = call(0..5, 1, slow, |item| Ok(slow(item)));
            expect_clock(&when, 2 * time);
            expect(&when, found, Ok((0..5).collect()));
        });
    }
}

fn begins_as_items_come() {
    some().explore(|| {
        let starts = Log::new();
        let started = starts.clone();
        let slow = (0..3).inspect(|_| thread::sleep(SECOND));
        let first = move |item| {
            started.push(clock().as_secs());
            item
        };
        let found = call(slow, 1, first, Ok);
        let starts = starts.entries();
        if starts != [1, 2, 3] {
            broken(format!(
                "1초에 하나씩 나오는 항목 셋의 첫 단계는 1, 2, 3초에 시작해야 하는데 {starts:?}초에 시작합니다."
            ));
        }
        expect("1초에 하나씩 나오는 항목 셋을 하면", found, Ok(vec![0, 1, 2]));
    });
}

fn failing_from(at: u64) -> impl Fn(u64) -> Result<u64, String> {
    move |item| if item < at { Ok(item) } else { Err(format!("항목 {item} 실패")) }
}

fn the_first_error_is_returned() {
    advise("처음 난 오류를 쥐고 둘째 단계를 그 자리에서 끝냅니다.");
    for (count, size, at) in [(1, 1, 0), (2, 1, 1), (3, 0, 0), (3, 1, 1), (3, 1, 0)] {
        some().given(given(count, size)).explore(move || {
            let seen = Log::new();
            let second = failing_from(at);
            let found = call(
                0..count,
                size,
                |item| item,
                |item| {
                    seen.push(item);
                    second(item)
                },
            );
            let when = format!("size가 {size}일 때 항목 {count}개 가운데 {at}번부터 실패하면");
            expect(&when, found, Err(&format!("항목 {at} 실패")));
            let seen = seen.entries();
            assert!(
                seen.iter().copied().eq(0..=at),
                "{when} 둘째 단계는 {at}번까지만 해야 하는데 {seen:?}를 합니다."
            );
        });
    }
}

fn an_error_stops_the_first() {
    for (size, at) in [(0, 0), (1, 0), (1, 2), (5, 3)] {
        some().explore(move || {
            let started = Counter::new();
            // 끝이 없는 항목입니다. 다 하고 나서 오류를 돌려주는 코드는 여기서 끝나지 않으므로, 조금만 지나쳐도 끊습니다.
            let found = call(
                0..,
                size,
                |item| {
                    let count = started.add(1) + 1;
                    if count > at + size as u64 + 2 {
                        broken(format!(
                            "size가 {size}이고 {at}번에서 실패하면 첫 단계는 {}개까지 시작하는데 {count}개를 시작합니다.",
                            at + size as u64 + 2
                        ));
                    }
                    item
                },
                failing_from(at),
            );
            expect(&format!("size가 {size}일 때 끝없는 항목의 {at}번에서 실패하면"), found, Err(&format!("항목 {at} 실패")));
        });
    }
    some().explore(|| {
        // 첫 단계가 1번에 10초를 쓰는 동안 0번이 실패합니다.
        let first = |item: u64| {
            thread::sleep(10 * item as u32 * SECOND);
            item
        };
        let found = call(0..9, 1, first, |item| {
            thread::sleep(SECOND);
            Err(format!("항목 {item} 실패"))
        });
        let when = "첫 단계가 10초짜리 1번을 하는 동안 0번이 실패하면";
        expect_clock(when, 10 * SECOND);
        expect(when, found, Err("항목 0 실패"));
    });
}

/// `stage`번째 단계가 `at`번에서 패닉합니다. 0은 항목을 꺼내는 일입니다.
fn break_at(stage: usize, at: u64, size: usize) {
    let step = move |here: usize, item: u64| {
        assert!(here != stage || item != at, "항목 {item}이 망가졌습니다.");
        item
    };
    let ran = panic::catch_unwind(AssertUnwindSafe(|| {
        let items = (0..5).map(move |item| step(0, item));
        call(items, size, move |item| step(1, item), move |item| Ok(step(2, item)))
    }));
    let what = ["항목을 꺼내다가", "첫 단계가", "둘째 단계가"][stage];
    assert!(
        ran.is_err(),
        "{what} {at}번에서 패닉하면 run도 패닉해야 하는데 {:?}를 돌려줍니다.",
        ran.unwrap()
    );
    expect_all_finished();
}

fn a_panic_comes_out() {
    for stage in [0, 1, 2] {
        for (at, size) in [(0, 1), (2, 0), (2, 1), (4, 1)] {
            Explorer::new().preemptions(1).orders(100).random(10).explore(move || break_at(stage, at, size));
        }
    }
    // 둘째 단계가 1초에 실패할 때 첫 단계는 1번을 하고 있고, 2초에 패닉합니다.
    some().explore(|| {
        let first = |item: u64| {
            thread::sleep(2 * item as u32 * SECOND);
            assert!(item != 1, "항목 1이 망가졌습니다.");
            item
        };
        let second = |item: u64| {
            thread::sleep(SECOND);
            Err(format!("항목 {item} 실패"))
        };
        if let Ok(found) = panic::catch_unwind(AssertUnwindSafe(|| call(0..3, 1, first, second))) {
            broken(format!(
                "둘째 단계가 0번에서 실패하고 그때 첫 단계가 하던 1번이 패닉하면 run도 패닉해야 하는데 {found:?}를 돌려줍니다."
            ));
        }
        expect_all_finished();
    });
}

fn one_at_a_time() {
    some().explore(|| {
        let (gauges, orders) = ([Gauge::new(), Gauge::new()], [Log::new(), Log::new()]);
        let threads = Log::new();
        let stage = |number: usize, item: u64| {
            let _inside = gauges[number].enter();
            orders[number].push(item);
            threads.push((number, thread::current().id()));
            thread::sleep(SECOND);
            item
        };
        let (gauges_of, orders_of) = (gauges.clone(), orders.clone());
        let _ = call(0..3, 1, |item| stage(0, item), |item| Ok(stage(1, item)));
        for (number, what) in ["첫 단계", "둘째 단계"].into_iter().enumerate() {
            let most = gauges_of[number].most();
            assert!(most == 1, "{what}를 한 번에 {most}개씩 합니다.");
            let order = orders_of[number].entries();
            assert!(order == [0, 1, 2], "{what}는 0, 1, 2를 차례로 해야 하는데 {order:?}입니다.");
        }
        assert!(clock() == 4 * SECOND, "1초짜리 두 단계로 셋을 하면 4초여야 합니다.");
    });
}
