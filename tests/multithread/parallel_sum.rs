use std::collections::HashSet;
use std::thread::{self, ThreadId};
use std::time::Duration;

use super::answer::parallel_sum::{NoThreads, sum}; // lessons/multithread/src/parallel_sum.rs에 `NoThreads`와 `pub fn sum`이 있어야 합니다.
use interleave::observe::{Log, Tally};
use interleave::{
    Explorer, WAITS, advise, broken, clock, compute, expect_all_finished, expect_clock, explore, orders,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
type Work = fn(&[u64]) -> u64;
const _: fn(&[u64], usize, Work) -> Result<u64, NoThreads> = sum; // lessons/multithread/src/parallel_sum.rs

pub const STEP: Step = Step {
    name: "parallel_sum",
    title: "병렬성: 나누어 계산하고 모으기",
    hints: [
        "수 열 개를 셋으로 나누면 몇 개씩이어야 하는지 적어 봅니다. 나머지는 앞이나 뒤의 조각이 하나씩 더 가져갑니다.",
        "조각을 자르는 일은 이 함수가 하고, 계산만 `scope.spawn`에 맡깁니다. 핸들을 모두 모은 다음에 `join`해야 함께 계산합니다.",
        "조각 `left`개를 더 만들어야 하면 남은 수의 `1 / left`을 잘라 냅니다: `(part, rest) = rest.split_at(rest.len() / left)`. 이것을 `left`가 1이 될 때까지 되풀이하고, 조각마다 `scope.spawn(move || work(part))`입니다.",
    ],
    promises: &[
        Promise {
            says: "모든 수가 꼭 한 조각에 들어 있습니다.", check: orders(each_number_is_in_one_part)
        },
        Promise {
            says: "조각은 `threads`개이고, 길이가 서로 1까지만 다릅니다.",
            check: orders(parts_are_even),
        },
        Promise {
            says: "프로세서가 여럿이면 조각들을 함께 계산합니다.",
            check: orders(parts_run_in_parallel),
        },
        Promise {
            says: "조각마다 스레드가 하나씩 있습니다.", check: orders(a_thread_for_each_part)
        },
        Promise { says: "`threads`가 0이면 `NoThreads`입니다.", check: orders(no_threads_is_an_error) },
        Promise { says: "결과를 모두, 잃지 않고 더합니다.", check: orders(totals_are_exact) },
        Promise {
            says: "다시 불러도, 함께 불러도 섞이지 않습니다.", check: orders(calls_do_not_mix)
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

/// 조각 하나: 첫 수의 자리, 길이, 계산한 스레드
type Part = (usize, usize, ThreadId);

/// 수 하나에 1초가 걸리는 계산을 시키고, 어떤 조각으로 나누었는지 봅니다.
#[track_caller]
fn parts_of(length: usize, threads: usize) -> Vec<Part> {
    let numbers: Vec<u64> = (1..=length as u64).collect();
    let log = Log::new();
    let total = sum(&numbers, threads, |part| {
        let inside = numbers.as_ptr_range().contains(&part.as_ptr());
        if !inside && !part.is_empty() {
            broken("조각이 numbers를 빌린 것이 아니라 복사한 것입니다.");
        }
        let first = numbers.partition_point(|number| part.first().is_none_or(|first| number < first));
        log.push((first, part.len(), thread::current().id()));
        compute(part.len() as u32 * SECOND);
        part.iter().sum()
    });
    expect_all_finished();
    let mut parts = log.entries();
    if parts.is_empty() && length > 0 {
        broken(format!("수 {length}개를 {threads}개로 나누는데 work를 한 번도 부르지 않습니다."));
    }
    parts.sort_by_key(|(first, length, _)| (*first, *length));
    let mut next = 0;
    for &(first, part, _) in &parts {
        if part == 0 {
            broken(format!("수 {length}개를 {threads}개로 나누면서 빈 조각에 work를 부릅니다."));
        }
        if first != next {
            let what =
                if first > next { "어느 조각에도 없습니다" } else { "두 조각에 있습니다" };
            let at = next.min(first);
            broken(format!("수 {length}개를 {threads}개로 나누면 {at}번 자리의 수가 {what}."));
        }
        next += part;
    }
    if next != length {
        broken(format!("수 {length}개를 {threads}개로 나누면 {next}번 자리의 수가 어느 조각에도 없습니다."));
    }
    let wanted = numbers.iter().sum();
    if total != Ok(wanted) {
        broken(format!("1부터 {length}까지를 {threads}개로 나누어 더하면 {wanted}인데 {total:?}입니다."));
    }
    parts
}

fn given(length: usize, threads: usize) -> String {
    format!("수는 {length}개, 스레드는 {threads}개입니다.")
}

fn each_number_is_in_one_part() {
    advise(
        "조각은 길이가 아니라 수가 정해져 있습니다. 앞의 `len % threads`개는 `len / threads + 1`개씩, 나머지는 `len / threads`개씩 나눕니다. 부분합은 `join`으로 돌려받습니다. `move` 클로저는 정수를 복사해 가므로, 거기에 더한 값은 밖에서 보이지 않습니다.",
    );
    for (length, threads) in [(2, 2), (6, 3), (5, 2), (10, 3), (2, 5)] {
        few().given(given(length, threads)).explore(move || drop(parts_of(length, threads)));
    }
}

/// 프로세서 `processors`개에서, 수 하나에 1초씩 걸리는 계산이 `seconds`초에 끝나야 합니다.
fn expect_time(processors: usize, length: usize, threads: usize, seconds: u32) {
    Explorer::new().orders(500).random(20).processors(processors).explore(move || {
        parts_of(length, threads);
        if processors > 1 && clock() == length as u32 * SECOND {
            broken(format!(
                "조각 {threads}개를 하나씩 차례로 계산합니다. 프로세서 {processors}개로 함께 계산하면 {seconds}초인데 {length}초가 걸립니다."
            ));
        }
        let when = format!("수 {length}개를 {threads}개로 나누어 프로세서 {processors}개로 계산하면");
        expect_clock(&when, seconds * SECOND);
    });
}

fn parts_run_in_parallel() {
    advise(
        "계산하는 동안 잠금을 쥐지 않습니다. 먼저 모두 띄우고, 그다음에 기다립니다. `map`은 게을러서, 핸들을 `collect`로 모으지 않으면 하나씩 띄우고 기다립니다.",
    );
    expect_time(3, 6, 3, 2);
    expect_time(2, 8, 2, 4);
    // 프로세서가 하나면 나누어도 빨라지지 않고, 스레드보다 적으면 있는 만큼만 빨라집니다.
    expect_time(1, 6, 3, 6);
    expect_time(2, 4, 4, 2);
    expect_time(4, 10, 4, 3);
    // 수가 스레드보다 적어도 함께 계산합니다.
    expect_time(4, 3, 5, 1);
    for (_, wait) in WAITS {
        few().processors(2).explore(move || {
            let total = sum(&[1, 2], 2, |part| {
                compute(wait);
                part.iter().sum()
            });
            assert!(total == Ok(3), "오래 걸려도 1과 2를 더하면 Ok(3)인데 {total:?}입니다.");
            expect_clock("오래 걸리는 조각 둘을 프로세서 둘로 계산하면", wait);
        });
    }
    for threads in [5, 9, 17, 33] {
        few().processors(threads).explore(move || {
            parts_of(2 * threads, threads);
            expect_clock(&format!("수 {}개를 프로세서 {threads}개로 계산하면", 2 * threads), 2 * SECOND);
        });
    }
}

fn parts_are_even() {
    advise(
        "조각의 길이는 `len / threads`이고, 앞의 `len % threads`개 조각이 하나씩 더 깁니다. `chunks`는 조각의 수가 아니라 길이를 정합니다.",
    );
    let near = |threads: usize| {
        let lengths = [0, 1, threads - 1, threads, threads + 1, 2 * threads - 1, 3 * threads + 2];
        lengths.map(|length| (length, threads))
    };
    let cases = [1, 2, 3, 4, 5, 9, 17].into_iter().flat_map(near).chain([
        (97, 10),
        (101, 33),
        (65, 33),
        (200, 65),
        (200, 129),
        (300, 257),
        (3, usize::MAX),
        (0, usize::MAX),
        // 아래쪽 비트만 보면 0이나 1입니다.
        (3, usize::MAX / 2 + 1),
        (3, usize::MAX / 2 + 2),
    ]);
    for (length, threads) in cases {
        Explorer::new().preemptions(0).orders(2).random(0).given(given(length, threads)).explore(move || {
            let parts = parts_of(length, threads);
            let wanted = threads.min(length);
            if parts.len() != wanted {
                let parts = parts.len();
                broken(format!("수 {length}개를 스레드 {threads}개에 나누면 조각은 {wanted}개인데 {parts}개입니다."));
            }
            let lengths = parts.iter().map(|(_, part, _)| *part);
            let (short, long) = (lengths.clone().min(), lengths.max());
            if let (Some(short), Some(long)) = (short, long)
                && long - short > 1
            {
                broken(format!(
                    "수 {length}개를 {threads}개로 나눈 조각의 길이가 {short}부터 {long}까지로 고르지 않습니다."
                ));
            }
        });
    }
}

fn a_thread_for_each_part() {
    advise(
        "스레드를 띄울 때 맡을 조각을 정해 줍니다. 조각을 하나 마친 스레드는 다음 조각을 찾지 않고 끝납니다.",
    );
    explore(|| {
        let parts = parts_of(3, 3);
        let threads: HashSet<ThreadId> = parts.iter().map(|(.., thread)| *thread).collect();
        assert!(threads.len() == 3, "조각 셋을 스레드 {}개가 계산합니다.", threads.len());
    });
    // 곧바로 끝나는 조각이라도, 먼저 끝난 스레드가 남의 조각까지 가져가지 않습니다.
    explore(|| {
        let threads = Log::new();
        let total = sum(&[1, 2, 3], 3, |part| {
            threads.push(thread::current().id());
            part.iter().sum()
        });
        assert!(total == Ok(6), "1부터 3까지를 3개로 나누어 더하면 Ok(6)인데 {total:?}입니다.");
        let threads: HashSet<ThreadId> = threads.entries().into_iter().collect();
        assert!(threads.len() == 3, "곧바로 끝나는 조각 셋을 스레드 {}개가 계산합니다.", threads.len());
    });
}

fn no_threads_is_an_error() {
    advise("나누기 전에 `threads`가 0인지부터 봅니다. 더할 수가 없어도 마찬가지입니다.");
    few().explore(|| {
        let work = |_: &[u64]| broken("스레드가 0개인데 work를 부릅니다.");
        for numbers in [&[1, 2, 3][..], &[]] {
            let total = sum(numbers, 0, work);
            assert!(
                total == Err(NoThreads),
                "sum(&{numbers:?}, 0, …)은 Err(NoThreads)여야 하는데 {total:?}입니다."
            );
        }
        let total = sum(&[], 1, |_| broken("수가 없는데 work를 부릅니다."));
        assert!(total == Ok(0), "더할 수가 없으면 Ok(0)이어야 하는데 {total:?}입니다.");
        expect_all_finished();
    });
}

#[track_caller]
fn expect_total(numbers: &[u64], threads: usize) {
    let total = sum(numbers, threads, |part| part.iter().sum());
    let wanted = numbers.iter().sum();
    if total != Ok(wanted) {
        broken(format!("sum(&{numbers:?}, {threads}, …)은 Ok({wanted})여야 하는데 {total:?}입니다."));
    }
}

fn totals_are_exact() {
    advise("부분합을 돌려받은 형 그대로 더합니다. 더 작은 정수나 실수로 바꾸지 않고, 0도 답입니다.");
    explore(|| {
        expect_total(&[1, 2, 3], 3);
        // 결과가 세 조각에서 따로따로 와도 하나도 잃지 않습니다.
        expect_total(&[1 << 40, 1 << 20, 1], 3);
    });
    few().explore(|| {
        let large = [u64::from(u32::MAX), u64::from(u32::MAX), (1 << 53) + 1, 1, 0, i64::MAX as u64];
        for threads in [1, 2, 3, 4, 6, 7, usize::MAX] {
            expect_total(&large, threads);
        }
        expect_total(&[u64::MAX - 1, 1], 2);
        expect_total(&[0, u64::MAX, 0], 3);
        // 조각의 결과를 더할 뿐, 조각을 스스로 더하지 않습니다.
        let total = sum(&[5; 6], 4, |_| 100);
        assert!(total == Ok(400), "work가 조각마다 100을 돌려주면 조각 넷에 Ok(400)인데 {total:?}입니다.");
        // 수가 모두 0이어도, 결과가 0이어도 조각마다 한 번 부릅니다.
        let total = sum(&[0; 6], 4, |_| 100);
        assert!(total == Ok(400), "0만 든 조각 넷이 저마다 100이면 Ok(400)인데 {total:?}입니다.");
        let called = Tally::new();
        let total = sum(&[5; 6], 4, |_| {
            called.add(1);
            0
        });
        assert!(total == Ok(0), "work가 모두 0을 돌려주면 Ok(0)인데 {total:?}입니다.");
        let called = called.total();
        assert!(called == 4, "조각이 넷이면 work를 네 번 불러야 하는데 {called}번 부릅니다.");
    });
}

fn calls_do_not_mix() {
    few().explore(|| {
        expect_total(&[1, 2, 3], 2);
        expect_total(&[1, 2, 3], 2);
    });
    explore(|| {
        thread::scope(|scope| {
            scope.spawn(|| expect_total(&[1, 2], 2));
            scope.spawn(|| expect_total(&[10, 20], 1));
        });
    });
}

/// 나누는 방법은 순서와 상관없으므로 몇 가지만 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(20).random(5)
}
