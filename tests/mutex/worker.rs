use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::worker::{Job, run}; // lessons/mutex/src/worker.rs에 `Job`과 `pub fn run`이 있어야 합니다.
use interleave::{broken, exists, expect_all_finished, explore, output, peak};
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
            says: "시작 줄, 작업, 끝 줄이 차례로 나오고, run은 그 뒤에 돌아옵니다.",
            check: job_runs_between_its_lines,
        },
        Promise {
            says: "thread_safe가 true면 줄이 섞이지 않습니다.", check: safe_lines_never_mix
        },
        Promise {
            says: "thread_safe가 true여도 스레드는 작업마다 하나씩 있습니다.", check: threads_overlap
        },
        Promise {
            says: "thread_safe가 false면 줄이 섞일 수 있습니다.", check: unsafe_lines_can_mix
        },
        Promise {
            says: "한 작업이 패닉해도 나머지는 마치고, run은 돌아옵니다.",
            check: panic_stays_with_its_job,
        },
    ],
};

fn job(number: usize) -> Job {
    Box::new(move || {
        let begin = format!("작업 {number} 시작");
        if !output().contains(&begin) {
            broken(format!("`{begin}` 줄을 출력하기 전에 작업을 부릅니다."));
        }
        thread::sleep(Duration::from_secs(1));
        format!("결과 {number}")
    })
}

fn jobs(count: usize) -> Vec<Job> {
    (0..count).map(job).collect()
}

fn panicking() -> Job {
    Box::new(|| panic!("망가진 작업입니다."))
}

fn lines_of(number: usize) -> [String; 2] {
    [format!("작업 {number} 시작"), format!("작업 {number} 끝: 결과 {number}")]
}

fn mixed(lines: &[String]) -> bool {
    lines.chunks(2).any(|pair| (0..lines.len()).all(|number| pair != lines_of(number)))
}

fn job_runs_between_its_lines() {
    for thread_safe in [true, false] {
        explore(move || {
            run(jobs(1), thread_safe);
            expect_all_finished();
            let (printed, wanted) = (output(), lines_of(0));
            assert!(printed == wanted, "{wanted:?}이어야 하는데 {printed:?}입니다.");
        });
    }
}

fn safe_lines_never_mix() {
    explore(|| {
        run(jobs(2), true);
        let printed = output();
        assert!(printed.len() == 4, "작업 둘은 네 줄을 출력해야 하는데 {}줄입니다.", printed.len());
        assert!(!mixed(&printed), "다른 작업의 줄이 끼어들었습니다: {printed:?}");
    });
}

fn threads_overlap() {
    exists(|| {
        run(jobs(3), true);
        peak().alive == 3
    });
}

fn unsafe_lines_can_mix() {
    exists(|| {
        run(jobs(2), false);
        mixed(&output())
    });
}

fn panic_stays_with_its_job() {
    for thread_safe in [true, false] {
        explore(move || {
            let ran = panic::catch_unwind(AssertUnwindSafe(|| run(vec![panicking(), job(1)], thread_safe)));
            assert!(ran.is_ok(), "작업 0의 패닉이 run 밖으로 나옵니다.");
            let printed = output();
            assert!(
                lines_of(1).iter().all(|line| printed.contains(line)),
                "작업 0이 패닉하면 작업 1도 마치지 못합니다: {printed:?}"
            );
            let left = printed.iter().filter(|line| line.starts_with("작업 0")).count();
            assert!(left == 1, "패닉한 작업 0은 시작 줄만 남겨야 합니다: {printed:?}");
        });
    }
}
