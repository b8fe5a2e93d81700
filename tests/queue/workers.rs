use std::collections::HashSet;
use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::workers::run; // lessons/queue/src/workers.rs에 `pub fn run`이 있어야 합니다.
use interleave::observe::{Log, alive_at_once};
use interleave::{
    Explorer, WAITS, advise, broken, clock, demand, expect_all_finished, expect_clock, orders, peak, seconds,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
type Answers = Vec<thread::Result<u64>>;
fn call(workers: usize, items: impl Iterator<Item = u64>, work: impl Fn(u64) -> u64 + Sync) -> Answers {
    run(workers, items, work) // lessons/queue/src/workers.rs
}

pub const STEP: Step = Step {
    name: "workers",
    title: "일꾼과 채널",
    hints: [
        "`while let`에 쓴 가드가 언제까지 사는지, 패닉한 일꾼의 가드는 어떻게 되는지 살펴봅니다.",
        "`crossbeam`의 꺼내는 끝은 잠그지 않고 함께 쓸 수 있습니다. 패닉은 일꾼이 죽기 전에 값으로 바꿉니다.",
        "`channel::unbounded()`로 바꾸고 `for (number, item) in &waiting`으로 꺼냅니다. `work(item)`은 `panic::catch_unwind(AssertUnwindSafe(|| …))`로 감쌉니다.",
    ],
    promises: &[
        Promise {
            says: "항목의 차례대로 결과를 돌려줍니다.", check: orders(results_in_order)
        },
        Promise { says: "일꾼 `workers`개가 함께 일합니다.", check: orders(workers_overlap) },
        Promise {
            says: "노는 일꾼이 다음 항목을 곧바로 맡습니다.",
            check: orders(the_idle_one_takes_the_next),
        },
        Promise {
            says: "항목이 나오는 대로 시작하고, 늦게 나오는 항목도 빠뜨리지 않습니다.",
            check: orders(begins_as_items_come),
        },
        Promise {
            says: "`work`가 패닉하면 그 항목만 패닉 값을 담은 `Err`입니다.",
            check: orders(a_panic_is_one_result),
        },
        Promise {
            says: "패닉한 일꾼도 다음 항목을 이어서 맡습니다.",
            check: orders(a_panic_costs_no_worker),
        },
        Promise {
            says: "스레드는 `workers`개만 띄우고, 돌아왔을 때는 모두 끝나 있습니다.",
            check: orders(as_many_threads_as_workers),
        },
        Promise {
            says: "동시에 불러도 항목과 결과가 섞이지 않습니다.", check: orders(runs_do_not_mix)
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(40).random(10)
}

/// `Ok`는 값으로, `Err`는 패닉의 메시지로 바꿉니다.
fn told(answers: Answers) -> Vec<Result<u64, String>> {
    let message = |payload: Box<dyn std::any::Any + Send>| match payload.downcast::<&str>() {
        Ok(text) => text.to_string(),
        Err(payload) => payload.downcast::<String>().map_or("(다른 값)".into(), |text| *text),
    };
    answers.into_iter().map(|answer| answer.map_err(message)).collect()
}

fn expect(when: &str, answers: Answers, wanted: &[Result<u64, &str>]) {
    let found = told(answers);
    let same = found.len() == wanted.len()
        && found.iter().zip(wanted).all(|(found, wanted)| {
            found.as_ref().map_err(String::as_str) == wanted.as_ref().map_err(|text| *text)
        });
    demand(
        found.len() >= wanted.len(),
        "일꾼은 채널이 끝날 때(`recv`의 `Err`)까지 이어서 맡습니다. 패닉했거나 지금 비었다고 반복을 떠나지 않습니다. 받는 쪽은 보낸 수만큼 모읍니다.",
        || format!("{when} 결과가 {}개여야 하는데 {}개입니다.", wanted.len(), found.len()),
    );
    if !same {
        broken(format!("{when} 결과는 {wanted:?}이어야 하는데 {found:?}입니다."));
    }
}

fn squares(count: u64) -> Vec<Result<u64, &'static str>> {
    (0..count).map(|item| Ok(item * item)).collect()
}

/// 항목 0부터 `count - 1`까지를 제곱합니다. 항목마다 한 번씩만 부르는지도 봅니다.
fn square_all(workers: usize, count: u64) {
    let called = Log::new();
    let answers = call(workers, 0..count, |item| {
        called.push(item);
        item * item
    });
    expect_all_finished();
    let when = format!("일꾼 {workers}개가 항목 {count}개를 제곱하면");
    expect(&when, answers, &squares(count));
    let mut called = called.entries();
    called.sort();
    assert!(
        called.iter().copied().eq(0..count),
        "{when} 항목마다 한 번씩 불러야 하는데 {called:?}를 부릅니다."
    );
    expect_clock(&when, Duration::ZERO);
}

fn given(workers: usize, count: u64) -> String {
    format!("일꾼은 {workers}개, 항목은 {count}개입니다.")
}

fn results_in_order() {
    advise(
        "번호를 함께 보내고, 그 번호의 자리에 담습니다. 채널이 비었다고 끝난 것은 아닙니다. 보내는 쪽이 모두 사라져 `recv`가 `Err`일 때가 끝입니다.",
    );
    for (workers, count) in [(1, 0), (1, 1), (1, 3)] {
        Explorer::new().given(given(workers, count)).explore(move || square_all(workers, count));
    }
    for (workers, count) in [(2, 0), (2, 1), (2, 2), (2, 3), (3, 2)] {
        Explorer::new()
            .preemptions(1)
            .orders(300)
            .random(20)
            .given(given(workers, count))
            .explore(move || square_all(workers, count));
    }
    for (workers, count) in [(5, 20), (3, 65), (9, 17)] {
        few().given(given(workers, count)).explore(move || square_all(workers, count));
    }
    Explorer::new().preemptions(0).orders(1).random(1).explore(|| square_all(3, 300));
}

fn workers_overlap() {
    advise(
        "일하는 동안 채널의 잠금을 쥐지 않습니다. `while let`과 `match`의 식에서 만든 가드는 몸통이 끝날 때까지 남으므로, `let`으로 먼저 꺼냅니다.",
    );
    for (workers, count, wanted) in
        [(2, 2, 1), (2, 3, 2), (1, 2, 2), (3, 3, 1), (5, 20, 4), (9, 9, 1), (5, 2, 1)]
    {
        few().explore(move || {
            let answers = call(workers, 0..count, |item| {
                thread::sleep(SECOND);
                item * item
            });
            let when = format!("일꾼 {workers}개가 1초짜리 항목 {count}개를 하면");
            expect_pace(&when, wanted * SECOND);
            expect(&when, answers, &squares(count));
        });
    }
    crowds_overlap();
}

fn expect_pace(when: &str, wanted: Duration) {
    demand(
        clock() >= wanted,
        "스레드는 `workers`개만 띄우고, 저마다 채널에서 하나씩 꺼내 합니다. 항목마다 띄우지 않습니다.",
        || {
            let (wanted, now) = (seconds(wanted), seconds(clock()));
            format!("{when} {wanted}초가 걸려야 하는데 {now}초에 끝납니다. `workers`개보다 많이 함께 합니다.")
        },
    );
    expect_clock(when, wanted);
}

/// 일꾼이 아주 많아도 모두 함께 일합니다.
fn crowds_overlap() {
    for workers in [65, 257] {
        Explorer::new().preemptions(0).orders(1).random(0).explore(move || {
            let answers = call(workers, 0..workers as u64, |item| {
                thread::sleep(SECOND);
                item * item
            });
            let when = format!("일꾼 {workers}개가 1초짜리 항목 {workers}개를 하면");
            expect_clock(&when, SECOND);
            expect(&when, answers, &squares(workers as u64));
        });
    }
}

fn the_idle_one_takes_the_next() {
    advise("항목을 미리 나누지 않습니다. 모든 일꾼이 같은 채널에서 하나씩 꺼냅니다.");
    for seconds in [[3, 1, 1, 1], [1, 3, 1, 1]] {
        few().explore(move || {
            let answers = call(2, seconds.into_iter(), |seconds| {
                thread::sleep(seconds as u32 * SECOND);
                seconds
            });
            let when = format!("일꾼 둘이 {seconds:?}초 걸리는 항목들을 하면");
            expect_clock(&when, 3 * SECOND);
            expect(&when, answers, &seconds.map(Ok));
        });
    }
}

/// 항목 `count`개가 1초에 하나씩 나옵니다.
fn one_a_second(workers: usize, count: u64) {
    let starts = Log::new();
    let slow = (0..count).inspect(|_| thread::sleep(SECOND));
    let answers = call(workers, slow, |item| {
        starts.push((item, clock().as_secs_f64()));
        item * item
    });
    let when = format!("1초에 하나씩 나오는 항목 {count}개를 하면");
    expect(&when, answers, &squares(count));
    for (item, start) in starts.entries() {
        let wanted = (item + 1) as f64;
        assert!(start == wanted, "{when} {item}번은 {wanted}초에 시작해야 하는데 {start}초에 시작합니다.");
    }
    expect_clock(&when, count as u32 * SECOND);
}

fn begins_as_items_come() {
    advise(
        "일꾼을 먼저 띄우고 항목이 나오는 대로 보냅니다. 채널이 비었다고 끝난 것은 아닙니다. 보내는 쪽이 모두 사라져 `recv`가 `Err`일 때가 끝입니다.",
    );
    for workers in [1, 2] {
        Explorer::new().preemptions(1).orders(300).random(20).explore(move || one_a_second(workers, 3));
    }
    // 끝난 결과가 많이 쌓여도 다음 항목을 시작합니다.
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| one_a_second(2, 1_100));
    for (name, time) in WAITS {
        few().as_far_as_it_goes().explore(move || {
            let late = (0..2).inspect(|_| thread::sleep(time));
            let when = format!("{name}에 하나씩 나오는 항목 둘을 하면");
            expect(&when, call(2, late, |item| item * item), &squares(2));
            expect_clock(&when, 2 * time);
        });
    }
    few().explore(|| {
        let hour = 3600 * SECOND;
        let late = (0..2).inspect(|_| thread::sleep(hour));
        expect("한 시간에 하나씩 나오는 항목 둘을 하면", call(2, late, |item| item * item), &squares(2));
        // 항목마다 한 번씩 잤습니다.
        let woken = peak().timers;
        assert!(
            woken <= 2,
            "한 시간에 하나씩 나오는 항목 둘을 기다리는 동안 {}번 깨어나 묻습니다.",
            woken - 2
        );
    });
    // 몇 개가 나올지는 다 나와 보아야 압니다.
    few().explore(|| {
        let many = (0..u64::MAX).take_while(|item| *item < 3);
        expect("몇 개인지 모르는 항목 셋을 하면", call(2, many, |item| item * item), &squares(3));
    });
}

/// `breaks`에 있는 항목은 패닉합니다. 0은 `&str`, 1은 `String`, 나머지는 다른 값으로 패닉합니다.
fn break_some(workers: usize, count: u64, breaks: &[u64]) {
    let answers = panic::catch_unwind(AssertUnwindSafe(|| {
        call(workers, 0..count, |item| {
            thread::sleep(SECOND);
            match item {
                _ if !breaks.contains(&item) => item * item,
                0 => panic!("망가진 항목입니다."),
                1 => panic!("항목 {item}이 망가졌습니다."),
                _ => panic::panic_any(item),
            }
        })
    }));
    let breaks_at = match breaks {
        [.., last] if breaks.len() > 9 => format!("0번부터 {last}번까지"),
        _ => format!("{breaks:?}에서"),
    };
    let when = format!("일꾼 {workers}개가 항목 {count}개를 하고 {breaks_at} 패닉하면");
    let Ok(answers) = answers else { broken(format!("{when} run까지 패닉합니다.")) };
    let wanted = (0..count).map(|item| match item {
        _ if !breaks.contains(&item) => Ok(item * item),
        0 => Err("망가진 항목입니다."),
        1 => Err("항목 1이 망가졌습니다."),
        _ => Err("(다른 값)"),
    });
    expect(&when, answers, &wanted.collect::<Vec<_>>());
    expect_clock(&when, count.div_ceil(workers as u64) as u32 * SECOND);
}

fn a_panic_is_one_result() {
    advise("항목 하나의 `work`를 `catch_unwind`로 감싸고, 패닉 값은 그 항목의 자리에 `Err`로 담습니다.");
    for (count, breaks) in [(1, &[0][..]), (2, &[0]), (2, &[1]), (3, &[2]), (3, &[0, 1, 2])] {
        Explorer::new()
            .preemptions(1)
            .orders(200)
            .random(20)
            .given(given(2, count))
            .explore(move || break_some(2, count, breaks));
    }
}

fn a_panic_costs_no_worker() {
    let all: Vec<u64> = (0..129).collect();
    for (workers, count, breaks) in
        [(1, 3, &[0, 1][..]), (2, 6, &[0, 1]), (5, 20, &[0, 1, 2, 3, 4, 5]), (1, 130, &all), (2, 129, &all)]
    {
        few().given(given(workers, count)).explore(|| break_some(workers, count, breaks));
    }
}

fn as_many_threads_as_workers() {
    advise("항목의 수가 아니라 `workers`만큼 `spawn`합니다. 하나뿐인 일꾼도 제 스레드에서 일합니다.");
    for workers in [1, 2, 5] {
        few().explore(move || {
            let threads = Log::new();
            let (_, alive) = alive_at_once(|| {
                call(workers, 0..12, |item| {
                    threads.push(thread::current().id());
                    thread::sleep(SECOND);
                    assert!(item != 3, "항목 3이 망가졌습니다.");
                    item
                })
            });
            expect_all_finished();
            assert!(alive <= workers, "일꾼은 {workers}개인데 스레드를 {alive}개 띄웁니다.");
            let threads = threads.entries();
            if threads.contains(&thread::current().id()) {
                broken("run을 부른 스레드가 항목을 맡습니다.");
            }
            let threads = HashSet::<thread::ThreadId>::from_iter(threads).len();
            assert!(threads == workers, "일꾼은 {workers}개인데 스레드 {threads}개에서 일합니다.");
        });
    }
}

fn runs_do_not_mix() {
    few().explore(|| {
        let answers = thread::scope(|scope| {
            let runs = [0, 100].map(|start| scope.spawn(move || call(2, start..start + 2, |item| item)));
            runs.map(|run| run.join().unwrap())
        });
        for (answers, start) in answers.into_iter().zip([0, 100]) {
            expect(
                &format!("{start}부터 둘을 하는 run을 다른 run과 함께 부르면"),
                answers,
                &[Ok(start), Ok(start + 1)],
            );
        }
    });
}
