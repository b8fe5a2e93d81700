use std::collections::HashSet;
use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::failure::{Failed, Job, NO_MESSAGE, run}; // lessons/multithread/src/failure.rs에 `Failed`, `Job`, `NO_MESSAGE`, `pub fn run`이 있어야 합니다.
use interleave::observe::Log;
use interleave::{
    Explorer, WAITS, advise, broken, demand, expect_all_finished, expect_overlap, explore, orders, output,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
type Results = Vec<Result<String, Failed>>;
const _: fn(Vec<(String, Job)>) -> Results = run; // lessons/multithread/src/failure.rs

pub const STEP: Step = Step {
    name: "failure",
    title: "스레드의 실패",
    hints: [
        "`join()`이 돌려주는 `Result`를 살펴봅니다. `unwrap()`은 `Err`를 만나면 이 스레드에서 패닉합니다.",
        "작업의 이름을 핸들과 함께 모아 두고, `join()`의 `Err`를 `map_err`로 `Failed`로 바꿉니다. 담긴 값은 문자열일 수도, 다른 것일 수도 있습니다.",
        "`실패.downcast_ref::<&str>()`가 `Some`이면 그 문자열, 아니면 `downcast_ref::<String>()`, 둘 다 아니면 `NO_MESSAGE`입니다. `Box`째 넘기면 `Box`의 타입을 묻게 되므로 `&*실패`로 안의 값을 건넵니다.",
    ],
    promises: &[
        Promise {
            says: "작업이 패닉해도 `run`은 평소처럼 돌아옵니다.",
            check: orders(returns_after_a_panic),
        },
        Promise {
            says: "패닉한 작업의 자리에 그 이름과 메시지가 있습니다.",
            check: orders(tells_name_and_message),
        },
        Promise {
            says: "문자열이 아닌 것으로 패닉해도, 여럿이 패닉해도 같습니다.",
            check: orders(any_payload_any_number),
        },
        Promise {
            says: "작업들은 겹치고, 모두 끝난 때에 돌아옵니다.", check: orders(jobs_overlap)
        },
        Promise {
            says: "작업마다 스레드가 하나씩 있습니다.", check: orders(a_thread_for_each_job)
        },
        Promise { says: "작업이 많아도, 없어도 같습니다.", check: orders(many_or_none) },
        Promise { says: "표준 출력에 아무것도 쓰지 않습니다.", check: orders(prints_nothing) },
        Promise {
            says: "다시 불러도, 패닉하는 도중에 불러도 같습니다.",
            check: orders(works_again_and_while_unwinding),
        },
    ],
};

const OUT_OF_THE_BOX: &str = "패닉 값은 `Box<dyn Any>`에 든 값입니다. `downcast_ref::<&str>()`과 `downcast_ref::<String>()`에 차례로 묻고, 둘 다 `None`이면 `NO_MESSAGE`입니다. 상자의 참조(`&payload`)를 넘기면 안의 값이 아니라 상자를 봅니다. `&*payload`로 넘깁니다.";

const SECOND: Duration = Duration::from_secs(1);

/// 작업이 어떻게 끝나는지입니다.
#[derive(Clone, Copy)]
enum End {
    Well,
    Quiet,
    Str,
    Text,
    Empty,
    Long,
    Number,
    Boxed,
    Dropped,
    Alike,
}
use End::*;

/// 줄이 여럿이고 긴 메시지입니다.
fn long() -> String {
    "  자료가 깨져 있습니다.\n".repeat(3_000)
}

/// 사라질 때 패닉합니다.
struct Fragile;

impl Drop for Fragile {
    fn drop(&mut self) {
        panic!("치우다가 망가졌습니다.");
    }
}

/// `time`만큼 걸리고 `end`로 끝나는 작업과, 그 결과입니다.
fn job(name: &str, time: Duration, end: End) -> ((String, Job), Result<String, Failed>) {
    let (name, own) = (name.to_owned(), name.to_owned());
    let work = move || {
        if !time.is_zero() {
            thread::sleep(time);
        }
        match end {
            Well => {}
            Quiet => return String::new(),
            Alike => return NO_MESSAGE.to_owned(),
            Str => panic!("자료가 깨져 있습니다."),
            Text => panic!("{own}의 자료가 깨져 있습니다."),
            Empty => panic!(""),
            Long => panic!("{}", long()),
            Number => panic::panic_any(7),
            Boxed => panic::panic_any(Box::new("상자에 담긴 문자열")),
            Dropped => drop(Fragile),
        }
        format!("{own}의 결과")
    };
    let failed = |message: &str| Err(Failed { name: name.clone(), message: message.to_owned() });
    let wanted = match end {
        Well => Ok(format!("{name}의 결과")),
        Quiet => Ok(String::new()),
        Alike => Ok(NO_MESSAGE.to_owned()),
        Str => failed("자료가 깨져 있습니다."),
        Text => failed(&format!("{name}의 자료가 깨져 있습니다.")),
        Empty => failed(""),
        Long => failed(&long()),
        Number | Boxed => failed(NO_MESSAGE),
        Dropped => failed("치우다가 망가졌습니다."),
    };
    ((name, Box::new(work)), wanted)
}

#[track_caller]
fn expect(jobs: &[(&str, u32, End)]) {
    let (jobs, wanted): (Vec<_>, Vec<_>) =
        jobs.iter().map(|(name, seconds, end)| job(name, *seconds * SECOND, *end)).unzip();
    let count = jobs.len();
    let results = panic::catch_unwind(AssertUnwindSafe(|| run(jobs))).unwrap_or_else(|payload| {
        let unwraps = payload.downcast::<&str>().is_ok_and(|text| text.contains("on a `None` value"));
        demand(!unwraps, OUT_OF_THE_BOX, || {
            "run이 값이 없는(`None`) Option을 꺼내다 패닉합니다. 작업의 패닉 값이 늘 같은 타입은 아닙니다."
                .into()
        });
        broken("작업의 패닉이 run 밖으로 나옵니다.")
    });
    expect_all_finished();
    if results.len() != count {
        broken(format!("작업은 {count}개인데 결과는 {}개입니다.", results.len()));
    }
    for (number, (result, wanted)) in results.iter().zip(&wanted).enumerate() {
        match (wanted, result) {
            _ if wanted == result => {}
            (Err(wanted), Err(failed)) if wanted.name != failed.name => {
                broken(format!("패닉한 작업의 이름은 {:?}인데 {:?}라고 합니다.", wanted.name, failed.name));
            }
            (Err(wanted), Err(failed)) if wanted.message.lines().count() > 1 => {
                let (wanted, length) = (wanted.message.len(), failed.message.len());
                broken(format!("줄이 여럿인 메시지는 모두 {wanted}바이트인데 {length}바이트만 남습니다."));
            }
            (Err(wanted), Err(failed)) => demand(false, OUT_OF_THE_BOX, || {
                let (name, wanted, found) = (&wanted.name, &wanted.message, &failed.message);
                format!("작업 {name:?}의 메시지는 {wanted:?}인데 {found:?}라고 합니다.")
            }),
            _ => broken(format!("{number}번 자리의 결과는 {wanted:?}여야 하는데 {result:?}입니다.")),
        }
    }
}

fn returns_after_a_panic() {
    advise(
        "패닉한 스레드의 `join`은 `Err(패닉 값)`을 돌려줍니다. `unwrap`하지 않고 `match`로 나누어 담습니다. 기다리지 않은 스레드의 패닉은 `scope`가 다시 일으킵니다.",
    );
    explore(|| expect(&[("봄", 0, Well), ("여름", 0, Str)]));
    explore(|| expect(&[("봄", 0, Quiet), ("여름", 0, Empty)]));
    explore(|| expect(&[("봄", 1, Str), ("여름", 2, Well), ("가을", 0, Well)]));
}

fn tells_name_and_message() {
    advise(
        "패닉 값은 `Box<dyn Any>`입니다. `downcast_ref::<&str>()`과 `downcast_ref::<String>()`에 차례로 물어, 작업의 자리에 제 이름과 함께 담습니다. 이름과 문자열은 자르지 않고 그대로 옮깁니다.",
    );
    explore(|| expect(&[("봄", 0, Text), ("여름", 0, Str), ("봄", 0, Well)]));
    few().explore(|| expect(&[("", 0, Text), ("여름 가을\n겨울", 0, Empty), ("봄", 0, Long)]));
    few().explore(|| expect(&[(&"아주 긴 이름 ".repeat(9), 0, Str), ("봄", 0, Alike)]));
}

fn jobs_overlap() {
    advise(
        "먼저 모두 띄우고, 그다음에 기다립니다. `map`은 게을러서, 핸들을 `collect`로 모으지 않으면 하나씩 띄우고 기다립니다.",
    );
    explore(|| {
        expect(&[("봄", 1, Well), ("여름", 1, Str), ("가을", 1, Well)]);
        expect_overlap("1초짜리 작업 셋을", &[SECOND; 3]);
    });
    explore(|| {
        expect(&[("봄", 1, Str), ("여름", 3, Well), ("가을", 2, Number)]);
        expect_overlap("1초, 3초, 2초짜리 작업을", &[1, 3, 2].map(|seconds| seconds * SECOND));
    });
}

fn a_thread_for_each_job() {
    advise("작업마다 `spawn`을 한 번씩 부릅니다. 하나뿐인 작업도 제 스레드에서 합니다.");
    for count in [1, 3] {
        few().explore(move || {
            let threads = Log::new();
            let jobs = (0..count).map(|number| -> (String, Job) {
                let (threads, fails) = (threads.clone(), number == 1);
                let work = move || {
                    threads.push(thread::current().id());
                    assert!(!fails, "작업이 망가졌습니다.");
                    String::new()
                };
                (format!("작업 {number}"), Box::new(work))
            });
            run(jobs.collect());
            let threads = threads.entries();
            if threads.contains(&thread::current().id()) {
                broken("run을 부른 스레드가 작업을 합니다.");
            }
            let apart: HashSet<_> = threads.iter().collect();
            assert!(apart.len() == count, "작업 {count}개를 스레드 {}개가 합니다.", apart.len());
        });
    }
}

fn any_payload_any_number() {
    advise("패닉 값은 문자열이 아닐 수도 있습니다. 두 `downcast_ref`가 모두 `None`인 때를 따로 다룹니다.");
    explore(|| expect(&[("봄", 0, Number), ("여름", 0, Boxed)]));
    explore(|| expect(&[("봄", 0, Dropped), ("여름", 0, Well)]));
    explore(|| expect(&[("봄", 2, Str), ("여름", 1, Text), ("가을", 0, Number)]));
}

fn many_or_none() {
    for count in [0, 1, 2, 4, 5, 9, 17, 33, 65] {
        few().explore(move || {
            let names: Vec<String> = (0..count).map(|number| format!("작업 {number}")).collect();
            let ends = [Well, Str, Text, Number].into_iter().cycle();
            let jobs: Vec<_> = names.iter().zip(ends).map(|(name, end)| (name.as_str(), 1, end)).collect();
            expect(&jobs);
            expect_overlap(&format!("1초짜리 작업 {count}개를"), &vec![SECOND; count]);
        });
    }
    // 번호가 한 바이트에 담기지 않습니다.
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| {
        let names: Vec<String> = (0..257).map(|number| format!("작업 {number}")).collect();
        let jobs: Vec<_> = names.iter().map(|name| (name.as_str(), 1, Text)).collect();
        expect(&jobs);
    });
    for wait in WAITS.map(|(_, wait)| wait).into_iter().chain([Duration::from_nanos(1_234_567_891)]) {
        explore(move || {
            let (jobs, wanted): (Vec<_>, Vec<_>) =
                [job("봄", wait, Well), job("여름", SECOND, Str)].into_iter().unzip();
            let results = run(jobs);
            assert!(results == wanted, "{wanted:?}여야 하는데 {results:?}입니다.");
            expect_overlap("오래 걸리는 작업과 1초짜리 작업을", &[wait, SECOND]);
        });
    }
}

fn prints_nothing() {
    few().explore(|| {
        expect(&[("봄", 0, Str), ("여름", 0, Number), ("가을", 0, Well)]);
        let printed = output();
        assert!(printed.is_empty(), "실패는 돌려줄 뿐인데 출력도 합니다: {printed:?}");
    });
}

fn works_again_and_while_unwinding() {
    explore(|| {
        expect(&[("봄", 0, Str)]);
        expect(&[("봄", 0, Well)]);
        expect(&[("봄", 0, Str)]);
    });
    explore(|| {
        thread::scope(|scope| {
            for (name, end) in [("봄", Str), ("여름", Well)] {
                scope.spawn(move || {
                    let ((name, job), wanted) = job(name, Duration::ZERO, end);
                    let results = run(vec![(name, job)]);
                    assert!(results == [wanted], "run 둘을 함께 부르면 결과가 섞입니다: {results:?}");
                });
            }
        });
    });
    few().explore(|| {
        struct Last;
        impl Drop for Last {
            fn drop(&mut self) {
                let (jobs, wanted): (Vec<_>, Vec<_>) =
                    [job("봄", SECOND, Str), job("여름", SECOND, Well)].into_iter().unzip();
                let results = run(jobs);
                if results != wanted {
                    broken(format!("패닉하는 도중에 부르면 {wanted:?}여야 하는데 {results:?}입니다."));
                }
            }
        }
        let unwound = panic::catch_unwind(|| {
            let _last = Last;
            panic!("부른 쪽이 망가졌습니다.");
        });
        assert!(unwound.is_err(), "부른 쪽의 패닉이 사라집니다.");
    });
}

/// 스레드가 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(20).random(5)
}
