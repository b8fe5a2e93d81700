use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::worker::{Job, run}; // lessons/mutex/src/worker.rs에 `Job`과 `pub fn run`이 있어야 합니다.
use interleave::{
    Explorer, WAITS, advise, broken, demand, expect_all_finished, expect_clock, expect_lines, explore,
    orders, output, peak,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(Vec<Job>, bool) = run; // lessons/mutex/src/worker.rs

pub const STEP: Step = Step {
    name: "worker",
    title: "잠그고, 일하고, 반드시 풀기",
    hints: [
        "시작 줄을 출력하기 전에 잠그고, 끝 줄을 출력한 뒤에 풀어야 합니다. 가드가 어느 블록에 속하는지 살펴봅니다.",
        "잠글 때만 가드가 있으므로 `Option`에 담습니다. 작업이 패닉한 뒤의 `lock()`과 `join()`은 `Err`를 돌려줍니다.",
        "`thread_safe.then(|| 잠그기)`로 가드를 만들고, 패닉 표시는 `unwrap_or_else(PoisonError::into_inner)`로 지나치고, `join()`의 결과는 `let _ =`로 받습니다.",
    ],
    promises: &[
        Promise {
            says: "시작 줄, 작업, 끝 줄이 차례로 나오고, `run`은 그 뒤에 돌아옵니다.",
            check: orders(job_runs_between_its_lines),
        },
        Promise {
            says: "`thread_safe`가 `true`면 줄이 섞이지 않습니다.",
            check: orders(safe_lines_never_mix),
        },
        Promise {
            says: "스레드는 작업마다 하나씩, 모두 함께 있습니다.",
            check: orders(a_thread_for_each_job),
        },
        Promise {
            says: "작업이 많거나 길어도 줄이 섞이지 않습니다.",
            check: orders(many_or_long_lines_never_mix),
        },
        Promise {
            says: "`thread_safe`가 `false`면 줄이 섞일 수 있습니다.",
            check: orders(unsafe_lines_can_mix),
        },
        Promise {
            says: "작업이 패닉해도 나머지는 마치고, `run`은 돌아옵니다.",
            check: orders(panic_stays_with_its_job),
        },
        Promise {
            says: "작업이 패닉한 뒤에도 줄이 섞이지 않습니다.",
            check: orders(lines_never_mix_after_a_panic),
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn job(number: usize, time: Duration) -> Job {
    Box::new(move || {
        let begin = format!("작업 {number} 시작");
        if !output().contains(&begin) {
            broken(format!(
                "{number}번 작업을 부를 때 `{begin}` 줄이 없습니다. 지금까지 출력한 줄: {:?}",
                output()
            ));
        }
        thread::sleep(time);
        format!("결과 {number}")
    })
}

fn jobs(count: usize) -> Vec<Job> {
    (0..count).map(|number| job(number, SECOND)).collect()
}

/// `panics`에 있는 번호의 작업은 패닉합니다.
fn jobs_with_panics(count: usize, panics: &[usize]) -> Vec<Job> {
    let mut jobs = jobs(count);
    for &number in panics {
        jobs[number] = Box::new(move || match number {
            0 => panic!("망가진 작업입니다."),
            1 => panic!("작업 {number}이 망가졌습니다."),
            _ => panic::panic_any(number),
        });
    }
    jobs
}

/// 작업 `number`가 출력해야 하는 줄입니다.
fn lines_of(number: usize, panics: &[usize]) -> Vec<String> {
    let lines = [format!("작업 {number} 시작"), format!("작업 {number} 끝: 결과 {number}")];
    lines.into_iter().take(if panics.contains(&number) { 1 } else { 2 }).collect()
}

/// 순서는 어떻든, 작업들이 출력해야 하는 줄이 빠짐없이 한 번씩만 있는지 봅니다.
#[track_caller]
fn expect_lines_of(count: usize, panics: &[usize]) {
    let wanted: Vec<String> = (0..count).flat_map(|number| lines_of(number, panics)).collect();
    expect_lines(&wanted);
}

/// 두 줄이 이어서 나오지 않은 작업과, 그 사이에 끼어든 줄을 말합니다.
fn mixed(count: usize, panics: &[usize]) -> Option<String> {
    let printed = output();
    let apart = |number: &usize| {
        let lines = lines_of(*number, panics);
        !printed.windows(lines.len()).any(|window| window == lines)
    };
    let number = (0..count).find(apart)?;
    let begin = format!("작업 {number} 시작");
    let after = printed.iter().skip_while(|line| **line != begin).nth(1);
    Some(match after {
        Some(other) => format!("작업 {number}의 두 줄 사이에 다른 작업의 줄이 끼어들었습니다: {other}"),
        None => format!("작업 {number}의 두 줄이 이어서 나오지 않았습니다."),
    })
}

#[track_caller]
fn expect_unmixed(count: usize, panics: &[usize]) {
    let mixed = mixed(count, panics);
    demand(
        mixed.is_none() || panics.is_empty(),
        "쥔 채 패닉한 스레드가 있으면 `lock()`은 `Err`이지만, 그 안에 가드가 들어 있습니다. 버리지 말고 `unwrap_or_else(PoisonError::into_inner)`로 꺼내 쥐거나, 패닉이 가드를 쥔 채 나지 않게 합니다.",
        || mixed.clone().unwrap_or_default(),
    );
    if let Some(mixed) = mixed {
        broken(mixed);
    }
}

fn job_runs_between_its_lines() {
    advise(
        "스레드마다 시작 줄을 쓰고, 작업을 하고, 끝 줄을 씁니다. 번호는 띄운 차례이고, 결과는 돌려받은 글자 그대로입니다.",
    );
    for thread_safe in [true, false] {
        // 스레드가 하나뿐이라 순서도 적습니다. 하나를 위해 여럿을 띄우는 답만 다 보지 못합니다.
        Explorer::new().orders(3_000).explore(move || {
            run(Vec::new(), thread_safe);
            expect_lines_of(0, &[]);
            run(jobs(1), thread_safe);
            expect_all_finished();
            expect_lines_of(1, &[]);
            expect_clock("1초짜리 작업 하나를 하면", SECOND);
        });
        few().explore(move || {
            run(jobs(3), thread_safe);
            expect_lines_of(3, &[]);
        });
        few().explore(move || prints_the_result_as_it_is(thread_safe));
    }
}

/// 비었거나 빈칸이 붙었거나 따옴표가 있어도 결과를 그대로 출력합니다.
fn prints_the_result_as_it_is(thread_safe: bool) {
    for result in ["", "  빈칸  ", "\"따옴표\"와 \\"] {
        let before = output().len();
        run(vec![Box::new(move || result.to_owned())], thread_safe);
        let (printed, wanted) =
            (output().split_off(before), ["작업 0 시작".to_owned(), format!("작업 0 끝: {result}")]);
        assert!(printed == wanted, "결과가 {result:?}면 {wanted:?}를 출력해야 하는데 {printed:?}입니다.");
    }
}

fn safe_lines_never_mix() {
    advise("시작 줄부터 끝 줄까지 모두가 같은 잠금 하나를 혼자 쥡니다.");
    explore(|| {
        run(jobs(2), true);
        expect_unmixed(2, &[]);
        expect_lines_of(2, &[]);
        expect_clock("1초짜리 작업 둘을 하나씩 하면", 2 * SECOND);
    });
}

fn a_thread_for_each_job() {
    advise("작업마다 `spawn`을 한 번씩 부르고, 모두 띄운 뒤에 기다립니다.");
    // 첫 작업이 1초 동안 일하는 사이에 나머지를 모두 띄웁니다. 스무 개는 노트의 프로그램입니다.
    for (count, thread_safe) in [(3, true), (20, false)] {
        few().explore(move || {
            run(jobs(count), thread_safe);
            let alive = peak().alive;
            assert!(
                alive >= count,
                "thread_safe가 {thread_safe}일 때 작업 {count}개를 하면 스레드 {count}개가 함께 있어야 하는데 많아야 {alive}개입니다."
            );
        });
    }
}

fn many_or_long_lines_never_mix() {
    advise("작업이 몇이든, 얼마나 길든 시작 줄부터 끝 줄까지 같은 잠금 하나를 혼자 쥡니다.");
    few().explore(|| {
        run(jobs(5), true);
        expect_unmixed(5, &[]);
        expect_clock("1초짜리 작업 다섯을 하나씩 하면", 5 * SECOND);
    });
    for count in [9, 17, 33, 65] {
        Explorer::new().preemptions(0).orders(2).random(2).explore(move || {
            run(jobs(count), true);
            expect_unmixed(count, &[]);
            expect_lines_of(count, &[]);
        });
    }
    // 번호가 한 바이트에 담기지 않습니다.
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| {
        run(jobs(257), true);
        expect_unmixed(257, &[]);
        expect_lines_of(257, &[]);
    });
    for (_, wait) in WAITS {
        explore(move || {
            run((0..2).map(|number| job(number, wait)).collect(), true);
            expect_unmixed(2, &[]);
        });
    }
}

fn unsafe_lines_can_mix() {
    let never = "잠그지 않고 출력해도 두 작업의 줄이 섞이는 일이 없습니다.";
    Explorer::new().otherwise(never).exists(|| {
        run(jobs(2), false);
        mixed(2, &[]).is_some()
    });
    explore(|| {
        run(jobs(2), false);
        expect_lines_of(2, &[]);
        expect_clock("잠그지 않고 1초짜리 작업 둘을 함께 하면", SECOND);
    });
}

fn expect_to_survive(count: usize, panics: &[usize], thread_safe: bool) {
    let jobs = jobs_with_panics(count, panics);
    let ran = panic::catch_unwind(AssertUnwindSafe(|| run(jobs, thread_safe)));
    assert!(
        ran.is_ok(),
        "작업 {}개 가운데 {}개가 패닉하면 그 패닉이 run 밖으로 나옵니다.",
        count,
        panics.len()
    );
    expect_lines_of(count, panics);
}

fn panic_stays_with_its_job() {
    advise(
        "패닉은 `join`의 `Err`나 `catch_unwind`로 그 작업에서 멈춥니다. 기다리지 않은 스레드의 패닉은 `scope`가 다시 일으킵니다.",
    );
    for thread_safe in [true, false] {
        explore(move || expect_to_survive(2, &[0], thread_safe));
        explore_three(move || expect_to_survive(3, &[0, 1], thread_safe));
        few().explore(move || expect_to_survive(4, &[1, 2], thread_safe));
        let many = [0, 1, 2, 3, 4, 5, 6, 7, 8];
        few().orders(20).explore(move || expect_to_survive(10, &many, thread_safe));
        let many: Vec<usize> = (0..33).collect();
        few().orders(5).random(3).explore(move || expect_to_survive(34, &many, thread_safe));
    }
}

fn lines_never_mix_after_a_panic() {
    explore_three(|| {
        expect_to_survive(3, &[0], true);
        expect_unmixed(3, &[0]);
    });
}

/// 셋이면 순서가 아주 많아서, 선점 한 번까지를 모두 보고 나머지는 골라 봅니다.
fn explore_three(f: impl Fn()) {
    Explorer::new().preemptions(1).random(100).explore(f);
}

/// 더 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(200).random(20)
}
