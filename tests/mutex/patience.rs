use std::thread;
use std::time::Duration;

use super::answer::patience::{GaveUp, Patient}; // lessons/mutex/src/patience.rs에 `GaveUp`과 `Patient`가 있어야 합니다.
use interleave::{Explorer, advise, broken, clock, expect_clock, explore, orders, while_unwinding};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
type Job = fn(&mut u64) -> u64;
const _: fn(&Patient<u64>, Duration, Job) -> Result<u64, GaveUp> = Patient::with; // lessons/mutex/src/patience.rs

pub const STEP: Step = Step {
    name: "patience",
    title: "기다림의 한도",
    hints: [
        "`lock()`은 잠글 때까지 돌아오지 않습니다. 돌아온 다음에 시계를 보는 것은 늦습니다.",
        "기다리는 동안 잠금이 풀리는 것과 한도가 지나는 것 가운데 먼저 오는 쪽에서 깨어나야 합니다.",
        "`parking_lot::Mutex`의 `try_lock_for`는 `Option`을 돌려줍니다. `ok_or`와 `?`로 `GaveUp`을 돌려줍니다.",
    ],
    promises: &[
        Promise {
            says: "잠겨 있지 않으면 한도가 0이어도 곧바로 잠급니다.",
            check: orders(free_costs_nothing),
        },
        Promise {
            says: "한도는 일하는 시간을 세지 않습니다.", check: orders(work_is_not_limited)
        },
        Promise {
            says: "한도 안에 풀리면 풀린 바로 그때 이어 갑니다.", check: orders(goes_on_when_freed)
        },
        Promise {
            says: "한도가 지난 바로 그때 포기하고, `job`은 부르지 않습니다.",
            check: orders(gives_up_on_time),
        },
        Promise {
            says: "기다리는 동안 다른 스레드가 먼저 가져가도 한도는 그대로입니다.",
            check: orders(limit_never_restarts),
        },
        Promise {
            says: "한도는 길어도 짧아도 그대로 지킵니다.", check: orders(long_and_short_limits)
        },
        Promise {
            says: "여럿이 기다려도 저마다 제때 이어 가거나, 제 한도에 포기합니다.",
            check: orders(each_has_its_own_limit),
        },
        Promise {
            says: "누가 포기한 뒤에도 다음 스레드는 평소처럼 씁니다.",
            check: orders(leaves_nothing_behind),
        },
        Promise { says: "한 번에 한 스레드만 `job`을 돌립니다.", check: orders(one_at_a_time) },
        Promise {
            says: "`job` 안에서 다시 불러도 한도까지만 기다립니다.",
            check: orders(gives_up_inside_the_job),
        },
        Promise { says: "서로 다른 값은 따로 잠급니다.", check: orders(values_are_apart) },
        Promise {
            says: "패닉하는 도중에 불러도 똑같이 기다립니다.", check: orders(waits_while_unwinding)
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn add_one(value: &mut u64) -> u64 {
    *value += 1;
    *value
}

fn expect(when: &str, answer: Result<u64, GaveUp>, wanted: Result<u64, GaveUp>, seconds: impl Into<f64>) {
    if answer != wanted {
        broken(format!("{when} 답은 {wanted:?}인데 지금은 {answer:?}입니다."));
    }
    expect_clock(when, Duration::from_secs_f64(seconds.into()));
}

/// 값을 `held` 동안 쥐고, 쥐고 있는 사이에 다른 스레드에서 `meanwhile`을 시작합니다.
fn hold(patient: &Patient<u64>, held: Duration, meanwhile: impl FnOnce() + Send) {
    thread::scope(|scope| {
        let answer = patient.with(Duration::ZERO, |value| {
            scope.spawn(meanwhile);
            thread::sleep(held);
            *value
        });
        assert!(answer.is_ok(), "비어 있는 값을 한도 0으로 잠그지 못합니다.");
    });
}

fn free_costs_nothing() {
    explore(|| {
        let patient = Patient::new(0);
        expect("비어 있는 값을 한도 0으로 쓰면", patient.with(Duration::ZERO, add_one), Ok(1), 0);
        expect("비어 있는 값을 한도 1초로 쓰면", patient.with(SECOND, add_one), Ok(2), 0);
    });
}

fn work_is_not_limited() {
    advise("한도는 기다린 시간만 셉니다. 들어간 뒤의 일에는 한도가 없습니다.");
    explore(|| {
        let patient = Patient::new(0);
        let answer = patient.with(SECOND, |value| {
            thread::sleep(3 * SECOND);
            add_one(value)
        });
        expect("한도 1초로 잠그고 3초 동안 일하면", answer, Ok(1), 3);
        let answer = patient.with(Duration::from_nanos(1), |value| {
            thread::sleep(3 * SECOND);
            add_one(value)
        });
        expect("이어서 한도 1나노초로 잠그고 3초 동안 일하면", answer, Ok(2), 6);
    });
}

fn goes_on_when_freed() {
    advise(
        "`try_lock`은 기다리지 않고, 한도만큼 자고 나서 묻는 것은 늦습니다. 풀릴 때까지 한도만큼만 기다리는 것은 `try_lock_for(limit)`입니다. 조건 변수로 만든다면 풀 때마다 알립니다.",
    );
    explore(|| {
        let patient = Patient::new(0);
        hold(&patient, SECOND, || {
            let answer = patient.with(2 * SECOND, add_one);
            expect("1초 뒤에 풀리는 값을 2초까지 기다리면", answer, Ok(1), 1);
        });
    });
}

fn gives_up_on_time() {
    advise(
        "`job`이 끝날 때까지 잠금을 쥡니다. 한도는 반올림하지 않고 `Duration` 그대로 기다리고, 한도를 넘겼으면 `job`을 부르지 않고 돌아갑니다.",
    );
    explore(|| {
        let patient = Patient::new(0);
        hold(&patient, 5 * SECOND, || {
            let job =
                |_: &mut u64| -> u64 { broken("한도 안에 풀리지 않았는데 job을 부릅니다.") };
            let answer = patient.with(2 * SECOND, job);
            expect("5초 뒤에 풀리는 값을 2초까지 기다리면", answer, Err(GaveUp), 2);
            let answer = patient.with(Duration::ZERO, job);
            expect("그때 한도 0으로 다시 시도하면", answer, Err(GaveUp), 2);
        });
    });
    explore(|| {
        let patient = Patient::new(0);
        hold(&patient, 5 * SECOND, || {
            let answer = patient.with(Duration::from_micros(1_250_250), add_one);
            expect("5초 뒤에 풀리는 값을 1.25025초까지 기다리면", answer, Err(GaveUp), 1.25025);
        });
    });
}

fn limit_never_restarts() {
    explore(|| {
        let patient = Patient::new(0);
        thread::scope(|scope| {
            let nap = |_: &mut u64| thread::sleep(3 * SECOND);
            let held = patient.with(Duration::ZERO, |value| {
                scope.spawn(|| {
                    // 3초에 풀릴 때 얻거나, 그때 main에 빼앗기고 4초에 포기합니다.
                    match patient.with(4 * SECOND, add_one) {
                        Ok(_) => expect_clock("3초에 풀린 값을 얻었으면", 3 * SECOND),
                        Err(GaveUp) => {
                            expect_clock("3초에 얻지 못하면 4초까지만 기다려야 하므로", 4 * SECOND)
                        }
                    }
                });
                nap(value);
            });
            assert!(held.is_ok(), "비어 있는 값을 한도 0으로 잠그지 못합니다.");
            let _ = patient.with(Duration::ZERO, nap);
        });
    });
}

fn long_and_short_limits() {
    advise("한도는 `Duration` 그대로 씁니다. 실수나 정수로 바꾸면 짧은 것과 긴 것이 달라집니다.");
    explore(|| {
        let (patient, hour) = (Patient::new(0), 3600 * SECOND);
        hold(&patient, 10 * hour, || {
            let answer = patient.with(5 * hour, add_one);
            expect("10시간 뒤에 풀리는 값을 5시간까지 기다리면", answer, Err(GaveUp), 18_000);
        });
    });
    explore(|| {
        let (patient, hour) = (Patient::new(0), 3600 * SECOND);
        hold(&patient, 5 * hour, || {
            let answer = patient.with(6 * hour, add_one);
            expect("5시간 뒤에 풀리는 값을 6시간까지 기다리면", answer, Ok(1), 18_000);
        });
    });
    explore(|| {
        let (patient, day) = (Patient::new(0), 86_400 * SECOND);
        hold(&patient, 300 * day, || {
            let answer = patient.with(365 * day, add_one);
            expect("300일 뒤에 풀리는 값을 1년까지 기다리면", answer, Ok(1), 25_920_000);
        });
    });
    explore(|| {
        let patient = Patient::new(0);
        hold(&patient, SECOND, || {
            let answer = patient.with(Duration::from_nanos(1), add_one);
            expect("1초 뒤에 풀리는 값을 1나노초까지 기다리면", answer, Err(GaveUp), 1e-9);
        });
    });
    explore(|| {
        // 실수로 바꾸면 1년이 되는 한도입니다.
        let (patient, limit) = (Patient::new(0), 365 * 86_400 * SECOND - Duration::from_nanos(1));
        hold(&patient, 2 * limit, || {
            let answer = patient.with(limit, add_one);
            assert!(answer == Err(GaveUp), "2년 뒤에 풀리는 값을 1년 안에 얻었다고 합니다: {answer:?}");
            expect_clock("2년 뒤에 풀리는 값을 1년에서 1나노초 모자라게 기다리면", limit);
        });
    });
}

fn each_has_its_own_limit() {
    advise("한도는 저마다 온 때부터 잽니다. 포기하는 스레드가 받은 알림은 다음 스레드에게 넘깁니다.");
    explore(|| {
        let patient = Patient::new(0);
        hold(&patient, 5 * SECOND, || {
            thread::scope(|scope| {
                scope.spawn(|| {
                    let answer = patient.with(3 * SECOND, add_one);
                    expect("5초 뒤에 풀리는 값을 둘이 기다릴 때, 한도가 3초면", answer, Err(GaveUp), 3);
                });
                let answer = patient.with(4 * SECOND, add_one);
                expect("5초 뒤에 풀리는 값을 둘이 기다릴 때, 한도가 4초면", answer, Err(GaveUp), 4);
            });
        });
    });
    explore(|| {
        let patient = Patient::new(0);
        hold(&patient, 2 * SECOND, || {
            thread::scope(|scope| {
                scope.spawn(|| {
                    let answer = patient.with(SECOND, add_one);
                    expect("2초 뒤에 풀리는 값을 둘이 기다릴 때, 한도가 1초면", answer, Err(GaveUp), 1);
                });
                let answer = patient.with(5 * SECOND, add_one);
                expect("2초 뒤에 풀리는 값을 둘이 기다릴 때, 한도가 5초면", answer, Ok(1), 2);
            });
        });
    });
    // 한도가 2초인 쪽은 풀리는 바로 그때 포기할 수도 있습니다. 그래도 다른 쪽은 그때 이어 갑니다.
    Explorer::new().preemptions(1).random(50).explore(|| {
        let patient = Patient::new(0);
        hold(&patient, 2 * SECOND, || {
            thread::scope(|scope| {
                scope.spawn(|| {
                    let _ = patient.with(2 * SECOND, add_one);
                    expect_clock("2초에 풀리는 값을 2초까지 기다리면", 2 * SECOND);
                });
                let answer = patient.with(9 * SECOND, add_one);
                assert!(answer.is_ok(), "2초에 풀린 값을 9초까지 기다려도 얻지 못합니다.");
                expect_clock("2초에 풀리는 값을, 그때 포기하는 스레드와 함께 기다리면", 2 * SECOND);
            });
        });
    });
    Explorer::new().preemptions(1).random(50).explore(|| {
        let patient = Patient::new(0);
        hold(&patient, SECOND, || {
            thread::scope(|scope| {
                let wait = || {
                    let answer = patient.with(9 * SECOND, add_one);
                    assert!(
                        answer.is_ok(),
                        "1초 뒤에 풀리는 값을 둘이 9초까지 기다리는데 하나가 포기합니다."
                    );
                    expect_clock("1초 뒤에 풀리는 값을 둘이 기다리면", SECOND);
                };
                scope.spawn(wait);
                wait();
            });
        });
    });
}

fn leaves_nothing_behind() {
    for waiters in [5, 9, 17, 33, 65] {
        Explorer::new().preemptions(0).orders(3).random(3).explore(move || {
            let patient = Patient::new(0);
            hold(&patient, 2 * SECOND, || {
                thread::scope(|scope| {
                    for _ in 0..waiters {
                        scope.spawn(|| {
                            thread::current().unpark(); // 남아 있던 표시로 깨어나도 한도는 그대로입니다.
                            let answer = patient.with(SECOND, add_one);
                            expect("2초 뒤에 풀리는 값을 여럿이 1초까지 기다리면", answer, Err(GaveUp), 1);
                        });
                    }
                });
            });
            let answer = patient.with(Duration::ZERO, add_one);
            expect("여럿이 포기한 뒤에 한도 0으로 쓰면", answer, Ok(1), 2);
        });
    }
    explore(|| {
        let patient = Patient::new(0);
        hold(&patient, 2 * SECOND, || {
            let answer = patient.with(SECOND, add_one);
            expect("2초 뒤에 풀리는 값을 1초까지 기다리면", answer, Err(GaveUp), 1);
            let answer = patient.with(2 * SECOND, add_one);
            expect("포기한 뒤에 다시 2초까지 기다리면", answer, Ok(1), 2);
        });
        expect("모두 끝난 뒤에 한도 0으로 쓰면", patient.with(Duration::ZERO, add_one), Ok(2), 2);
    });
}

fn one_at_a_time() {
    explore(|| {
        let patient = Patient::new(0);
        let add_slowly = |value: &mut u64| {
            let before = *value;
            thread::sleep(SECOND);
            *value = before + 1;
            clock()
        };
        thread::scope(|scope| {
            let workers = [(); 2].map(|()| scope.spawn(|| patient.with(3 * SECOND, add_slowly)));
            let mut ends = workers.map(|worker| worker.join().unwrap());
            ends.sort_by_key(|end| end.as_ref().ok().copied());
            assert!(
                ends == [Ok(SECOND), Ok(2 * SECOND)],
                "1초짜리 일 둘은 1초와 2초에 끝나야 하는데 {ends:?}입니다."
            );
        });
    });
}

fn gives_up_inside_the_job() {
    explore(|| {
        let patient = Patient::new(0);
        let answer = patient.with(SECOND, |_| {
            let inner = patient.with(2 * SECOND, add_one);
            expect("쥐고 있는 값을 job 안에서 2초까지 다시 기다리면", inner, Err(GaveUp), 2);
            7
        });
        expect("job 안에서 포기한 뒤에 job을 마치면", answer, Ok(7), 2);
    });
}

fn values_are_apart() {
    advise("값마다 제 자리가 따로 있습니다. 자리를 나누어 쓰면 남의 값을 기다립니다.");
    explore(|| {
        let (patient, other) = (Patient::new(0), Patient::new(7));
        hold(&patient, SECOND, || {
            let answer = other.with(Duration::ZERO, add_one);
            expect("다른 값을 누가 쥐고 있어도 한도 0으로 쓰면", answer, Ok(8), 0);
        });
    });
    explore(|| {
        let (patient, other) = (Patient::new(0), Patient::new(7));
        let answer = patient.with(Duration::ZERO, |value| {
            let inner = other.with(SECOND, add_one);
            expect("한 값의 job 안에서 다른 값을 쓰면", inner, Ok(8), 0);
            add_one(value)
        });
        expect("job 안에서 다른 값을 쓴 뒤에는", answer, Ok(1), 0);
    });
    explore(|| {
        let (patient, others) = (Patient::new(0), [(); 65].map(|()| Patient::new(7)));
        let answer = patient.with(Duration::ZERO, |value| {
            for other in &others {
                let inner = other.with(SECOND, add_one);
                expect("한 값의 job 안에서 다른 값 65개를 하나씩 쓰면", inner, Ok(8), 0);
            }
            add_one(value)
        });
        expect("job 안에서 다른 값 65개를 쓴 뒤에는", answer, Ok(1), 0);
    });
}

fn waits_while_unwinding() {
    explore(|| {
        let patient = Patient::new(0);
        let answer = while_unwinding(|| patient.with(Duration::ZERO, add_one));
        expect("패닉하는 도중에 빈 값을 쓰면", answer, Ok(1), 0);
        hold(&patient, 2 * SECOND, || {
            let answer = while_unwinding(|| patient.with(SECOND, add_one));
            expect("패닉하는 도중에 2초 뒤에 풀리는 값을 1초까지 기다리면", answer, Err(GaveUp), 1);
            let answer = while_unwinding(|| patient.with(2 * SECOND, add_one));
            expect("이어서 패닉하는 도중에 2초까지 기다리면", answer, Ok(2), 2);
        });
    });
}
