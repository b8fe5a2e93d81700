use std::collections::HashSet;
use std::thread;
use std::time::Duration;

use super::answer::pool::run; // lessons/semaphore/src/pool.rs에 `pub fn run`이 있어야 합니다.
use interleave::observe::{Counter, Gauge, Log};
use interleave::{
    Explorer, advise, broken, clock, expect_all_finished, expect_clock, orders, output, seconds,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize, usize, fn(&str)) = run; // lessons/semaphore/src/pool.rs

pub const STEP: Step = Step {
    name: "pool",
    title: "노트의 스레드 풀",
    hints: [
        "목록을 바꾼 줄과 출력한 줄 사이에 다른 스레드가 목록을 바꿀 수 있는지 봅니다. 허가가 돌아가는 줄도 찾아봅니다.",
        "이름 없는 가드는 그 문장이 끝나면 풀립니다. 허가가 먼저 돌아가면, 이름이 남아 있는 동안 다음 스레드가 들어옵니다.",
        "`let mut active = self.active.lock().unwrap();`으로 가드에 이름을 주고 바꾸기와 출력을 함께 합니다. `drop(permit)`은 지우고 `let _permit`으로 블록 끝까지 둡니다.",
    ],
    promises: &[
        Promise {
            says: "스레드마다 획득 줄, `work`, 반환 줄이 차례로 한 번씩 나옵니다.",
            check: orders(work_runs_between_its_lines),
        },
        Promise {
            says: "스레드는 `threads`개이고, 저마다 한 번 들어갑니다.",
            check: orders(each_thread_goes_in_once),
        },
        Promise {
            says: "출력한 목록은 그 순간의 목록입니다.", check: orders(lists_are_right)
        },
        Promise {
            says: "안에 있는 스레드는 허가의 수를 넘지 않습니다.",
            check: orders(never_more_than_the_permits),
        },
        Promise {
            says: "허가의 수만큼 함께 들어갈 수 있습니다.", check: orders(as_many_as_the_permits)
        },
        Promise {
            says: "하나가 나오면 기다리던 스레드가 곧바로 들어갑니다.",
            check: orders(the_next_goes_in_at_once),
        },
        Promise {
            says: "다시 부르거나 여러 곳에서 함께 불러도 섞이지 않습니다.",
            check: orders(pools_are_apart),
        },
        Promise {
            says: "스레드 열 개가 허가 세 장을 나눠 쓰면 4초입니다.", check: orders(the_program)
        },
        Promise { says: "스레드와 허가가 많아도 같습니다.", check: orders(crowds) },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn stay(_name: &str) {
    thread::sleep(SECOND);
}

/// `획득: 스레드 1 | 스레드 풀: [스레드 3, 스레드 1]`을 나눕니다.
fn parse(line: &str) -> Option<(bool, String, Vec<String>)> {
    let (entered, rest) = match line.strip_prefix("획득: ") {
        Some(rest) => (true, rest),
        None => (false, line.strip_prefix("반환: ")?),
    };
    let (name, list) = rest.strip_suffix(']')?.split_once(" | 스레드 풀: [")?;
    let list = list.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
    Some((entered, name.to_owned(), list))
}

fn shown(list: &[String]) -> String {
    format!("[{}]", list.join(", "))
}

/// 출력한 줄을 처음부터 따라가며, 줄마다 그 순간의 목록인지, `permits`개를 넘지 않는지 봅니다.
fn expect_lists(lines: &[String], permits: usize) {
    let mut active: Vec<String> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let (entered, name, list) = parse(line).unwrap_or_else(|| {
            broken(format!(
                "`획득: 스레드 1 | 스레드 풀: [스레드 1]`처럼 생긴 줄이어야 하는데 `{line}`입니다."
            ))
        });
        match entered {
            true => active.push(name),
            false => active.retain(|other| *other != name),
        }
        if list != active {
            let before = if number == 0 {
                String::new()
            } else {
                format!(" 바로 앞 줄은 `{}`입니다.", lines[number - 1])
            };
            broken(format!("`{line}`을 출력한 순간에 안에 있는 것은 {}입니다.{before}", shown(&active)));
        }
        if active.len() > permits {
            broken(format!("허가는 {permits}장인데 목록에 {}개가 있습니다: `{line}`", active.len()));
        }
    }
}

/// 스레드마다 두 줄씩 있는지 봅니다.
fn expect_lines(threads: usize) {
    let lines = output();
    for number in 1..=threads {
        for what in ["획득", "반환"] {
            let begin = format!("{what}: 스레드 {number} | ");
            let count = lines.iter().filter(|line| line.starts_with(&begin)).count();
            if count != 1 {
                broken(format!("`{what}: 스레드 {number}` 줄은 한 번 나와야 하는데 {count}번 나옵니다."));
            }
        }
    }
    let wanted = 2 * threads;
    assert!(lines.len() == wanted, "모두 {wanted}줄이어야 하는데 {}줄입니다: {lines:?}", lines.len());
}

fn work_runs_between_its_lines() {
    for (threads, permits) in [(0, 1), (1, 1), (1, 3), (2, 1), (2, 2)] {
        some().given(given(threads, permits)).explore(move || {
            let calls = Counter::new();
            run(threads, permits, |name| {
                calls.add(1);
                let said = |what: &str| {
                    let begin = format!("{what}: {name} | ");
                    output().iter().any(|line| line.starts_with(&begin))
                };
                if !said("획득") {
                    broken(format!("`{name}`으로 work를 부를 때 `획득: {name}` 줄이 아직 없습니다."));
                }
                thread::sleep(SECOND);
                if said("반환") {
                    broken(format!("`{name}`의 work가 끝나기 전에 `반환: {name}` 줄이 나옵니다."));
                }
            });
            expect_all_finished();
            let calls = calls.get();
            assert!(
                calls == threads as u64,
                "스레드 {threads}개면 work를 {threads}번 불러야 하는데 {calls}번 부릅니다."
            );
            expect_lines(threads);
        });
    }
}

fn each_thread_goes_in_once() {
    advise("`threads`개를 모두 띄우고, 저마다 제 스레드에서 한 번 들어갑니다.");
    for (threads, permits) in [(1, 1), (3, 1), (5, 2)] {
        few().given(given(threads, permits)).explore(move || {
            let inside = Log::new();
            run(threads, permits, |_| inside.push(thread::current().id()));
            let inside = inside.entries();
            if inside.contains(&thread::current().id()) {
                broken("run을 부른 스레드가 안에 들어갑니다.");
            }
            let apart: HashSet<_> = inside.iter().collect();
            assert!(
                apart.len() == threads,
                "저마다 한 번 들어가면 스레드 {threads}개여야 하는데 {}개입니다.",
                apart.len()
            );
        });
    }
}

fn lists_are_right() {
    advise(
        "목록을 바꾸고 출력하는 일을 한 번 잠근 동안에 합니다. 빼는 것은 제 이름이고, 나머지의 차례는 그대로입니다.",
    );
    for (threads, permits) in [(1, 1), (2, 2), (2, 1), (3, 2)] {
        some().given(given(threads, permits)).explore(move || {
            // 틀린 줄이 나온 바로 다음에 봅니다. 모두 끝난 다음에 보면 이야기가 길어집니다.
            run(threads, permits, |_| expect_lists(&output(), usize::MAX));
            expect_lists(&output(), usize::MAX);
        });
    }
    few().explore(|| {
        run(12, 12, stay);
        expect_lists(&output(), usize::MAX);
    });
}

fn never_more_than_the_permits() {
    advise(
        "허가를 얻은 뒤에 목록에 넣고, 목록에서 뺀 뒤에 허가를 돌려놓습니다. `let _ =`로 받은 허가는 그 줄에서 사라집니다.",
    );
    for (threads, permits) in [(2, 1), (3, 2)] {
        some().given(given(threads, permits)).explore(move || {
            let inside = Gauge::new();
            run(threads, permits, |_| {
                let _inside = inside.enter();
                if inside.now() > permits {
                    broken(format!("허가는 {permits}장인데 {}개가 함께 work를 합니다.", inside.now()));
                }
                expect_lists(&output(), permits);
                thread::sleep(SECOND);
            });
            expect_lists(&output(), permits);
        });
    }
}

fn as_many_as_the_permits() {
    advise("일하는 동안 목록의 잠금을 쥐지 않습니다. 스레드는 모두 띄운 뒤에 기다립니다.");
    for (threads, permits) in [(2, 2), (3, 2), (3, 3), (2, 5)] {
        some().given(given(threads, permits)).explore(move || {
            run(threads, permits, stay);
            let rounds = u32::try_from(threads.div_ceil(permits)).unwrap();
            expect_clock(&format!("스레드 {threads}개가 허가 {permits}장으로 1초씩 일하면"), rounds * SECOND);
        });
    }
    let never = "허가가 2장인데 스레드 둘이 함께 일하는 순간이 없습니다.";
    Explorer::new().otherwise(never).exists(|| {
        let inside = Gauge::new();
        run(2, 2, |_| {
            let _inside = inside.enter();
            thread::sleep(SECOND);
        });
        inside.most() == 2
    });
}

fn the_next_goes_in_at_once() {
    // 마이크로초로 소수라서, 더 긴 간격으로 묻는 답은 늦습니다.
    let awhile = Duration::from_micros(1_000_003);
    some().explore(move || {
        let calls = Counter::new();
        run(3, 2, |_| match calls.add(1) {
            0 => thread::sleep(3 * awhile),
            1 => thread::sleep(awhile),
            _ if clock() != awhile => broken(format!(
                "1.000003초에 하나가 나왔는데, 기다리던 스레드는 {}초에 들어갑니다.",
                seconds(clock())
            )),
            _ => (),
        });
        expect_clock("가장 오래 일하는 스레드가 끝날 때까지", 3 * awhile);
    });
}

fn pools_are_apart() {
    some().explore(|| {
        run(1, 1, |_| ());
        run(2, 2, stay);
        expect_lists(&output(), 2);
        expect_clock("두 번 부르고 두 번째만 1초씩 함께 일하면", SECOND);
    });
    some().explore(|| {
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| run(1, 1, stay));
            }
        });
        expect_clock("두 곳에서 스레드 1개와 허가 1장으로 함께 부르면", SECOND);
        for line in output() {
            let right = ["획득: 스레드 1 | 스레드 풀: [스레드 1]", "반환: 스레드 1 | 스레드 풀: []"];
            assert!(
                right.contains(&line.as_str()),
                "두 곳에서 따로 부르면 {right:?}뿐인데 `{line}`이 나옵니다."
            );
        }
    });
}

fn the_program() {
    few().explore(|| share(10, 3, 4));
}

/// 스레드마다 한 번씩 1초 동안 들어갑니다.
fn share(threads: usize, permits: usize, rounds: u32) {
    let calls = Counter::new();
    run(threads, permits, |_| {
        calls.add(1);
        thread::sleep(SECOND);
    });
    expect_lists(&output(), permits);
    expect_lines(threads);
    let calls = calls.get();
    assert!(
        calls == threads as u64,
        "스레드 {threads}개면 work를 {threads}번 불러야 하는데 {calls}번 부릅니다."
    );
    expect_clock(&format!("스레드 {threads}개가 허가 {permits}장으로 1초씩 일하면"), rounds * SECOND);
}

fn crowds() {
    // 끝의 둘은 한 바이트나 두 바이트에 담으면 1입니다.
    let large = [(17, 65, 1), (65, 65, 1), (3, 257, 1), (3, (1 << 16) + 1, 1)];
    for (threads, permits, rounds) in [(20, 9, 3), (70, 33, 3)].into_iter().chain(large) {
        Explorer::new().preemptions(0).orders(2).random(1).explore(move || share(threads, permits, rounds));
    }
}

/// 순서가 아주 많아서, 선점이 적은 순서부터 봅니다.
fn given(threads: usize, permits: usize) -> String {
    format!("스레드는 {threads}개, 허가는 {permits}장입니다.")
}

fn some() -> Explorer {
    Explorer::new().orders(700).random(60)
}

/// 더 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(60).random(20)
}
