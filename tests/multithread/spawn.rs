use std::collections::HashSet;
use std::thread;
use std::time::Duration;

use super::answer::spawn::run; // lessons/multithread/src/spawn.rs에 `pub fn run`이 있어야 합니다.
use interleave::{
    Explorer, WAITS, advise, broken, demand, expect_all_finished, expect_clock, expect_overlap, explore,
    orders, seconds,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
type Job = fn(&str) -> String;
const _: fn(Vec<String>, Job) -> Vec<String> = run; // lessons/multithread/src/spawn.rs

pub const STEP: Step = Step {
    name: "spawn",
    title: "띄우고 모으기",
    hints: [
        "반복문 하나로는 한 작업을 띄우고 기다린 뒤에야 다음 작업을 띄웁니다. 띄우는 반복문과 기다리는 반복문을 나눕니다.",
        "띄울 때 받은 핸들을 `Vec`에 차례대로 넣습니다. 모두 띄운 다음, 넣은 차례대로 `join().unwrap()`하면 결과도 그 차례입니다.",
        "`thread::Builder::new().name(name.clone()).spawn(move || job(&name)).unwrap()`이 핸들입니다. E0373에는 `move`, 옮긴 이름을 다시 써서 나는 E0382에는 `clone()`이 답입니다.",
    ],
    promises: &[
        Promise {
            says: "작업이 모두 끝나기를 기다립니다.", check: orders(waits_for_every_job)
        },
        Promise { says: "작업들은 겹칩니다.", check: orders(jobs_overlap) },
        Promise {
            says: "결과는 작업이 끝난 차례가 아니라 `names`의 차례대로 있습니다.",
            check: orders(results_are_in_order),
        },
        Promise {
            says: "작업마다 제 이름을 가진 스레드가 하나씩 있습니다.",
            check: orders(each_has_a_thread_of_its_name),
        },
        Promise {
            says: "작업이 많아도, 길어도, 없어도 같습니다.", check: orders(many_long_or_none)
        },
        Promise {
            says: "다시 불러도, 함께 불러도 서로의 결과가 섞이지 않습니다.",
            check: orders(calls_do_not_mix),
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

/// 작업 이름의 끝에 적힌 초만큼 걸립니다.
fn sleep_as_named(name: &str) -> String {
    let seconds = name.trim_end_matches('초').rsplit(' ').next().and_then(|word| word.parse().ok());
    let time = Duration::from_secs_f64(seconds.unwrap_or(0.0));
    if !time.is_zero() {
        thread::sleep(time);
    }
    format!("{name}의 결과")
}

/// `times`만큼씩 걸리는 작업들의 이름입니다.
fn names(times: impl IntoIterator<Item = Duration>) -> Vec<String> {
    let times = times.into_iter().enumerate();
    times.map(|(number, time)| format!("작업{number} {}초", seconds(time))).collect()
}

/// 차례는 `results_are_in_order`가 보므로, 여기에서는 모두 있는지만 봅니다.
#[track_caller]
fn expect_results_in_any_order(names: &[String], mut results: Vec<String>) {
    results.sort();
    expect_results(names, results);
}

/// 작업이 모두 끝난 바로 그때, 제 차례의 결과를 가지고 돌아와야 합니다.
#[track_caller]
fn expect(times: &[Duration]) {
    let names = names(times.iter().copied());
    let results = run(names.clone(), sleep_as_named);
    expect_all_finished();
    expect_overlap(&format!("작업 {}개를", times.len()), times);
    expect_results(&names, results);
}

#[track_caller]
fn expect_results(names: &[String], results: Vec<String>) {
    if results.len() != names.len() {
        broken(format!("작업은 {}개인데 결과는 {}개입니다.", names.len(), results.len()));
    }
    for (number, (name, result)) in names.iter().zip(results).enumerate() {
        let wanted = format!("{name}의 결과");
        if result != wanted {
            broken(format!("{number}번 자리의 결과는 {wanted:?}여야 하는데 {result:?}입니다."));
        }
    }
}

fn waits_for_every_job() {
    advise("스레드가 끝난 것은 그 핸들의 `join`만 압니다. 잠들거나 되풀이해 묻지 않습니다.");
    explore(|| {
        thread::current().unpark(); // 남아 있던 표시로 깨어나도 작업이 끝난 것은 아닙니다.
        let names = names([Duration::ZERO, SECOND]);
        let results = run(names.clone(), sleep_as_named);
        expect_all_finished();
        expect_clock("0초짜리와 1초짜리 작업을 하면", SECOND);
        expect_results_in_any_order(&names, results);
    });
}

fn jobs_overlap() {
    advise(
        "먼저 모두 띄우고, 그다음에 기다립니다. `map`은 게을러서, 핸들을 `collect`로 모으지 않으면 하나씩 띄우고 기다립니다.",
    );
    explore(|| {
        let (times, names) = ([SECOND; 3], names([SECOND; 3]));
        let results = run(names.clone(), sleep_as_named);
        expect_all_finished();
        expect_overlap("작업 3개를", &times);
        expect_results_in_any_order(&names, results);
    });
}

fn results_are_in_order() {
    advise("띄운 차례대로 핸들을 모으고, 그 차례대로 `join`해 결과를 담습니다.");
    explore(|| expect(&[3 * SECOND, SECOND, 2 * SECOND]));
    explore(|| expect(&[Duration::ZERO; 3]));
    // 결과가 비었거나 서로 같아도 결과입니다. 다시 하거나 빼지 않습니다.
    explore(|| {
        let names = ["봄", "여름", "봄"].map(str::to_owned).to_vec();
        let results = run(names, |_| {
            thread::sleep(SECOND);
            String::new()
        });
        assert!(results == [""; 3], "빈 결과 셋이어야 하는데 {results:?}입니다.");
        expect_clock("1초 걸려 빈 결과를 내는 작업 셋을 하면", SECOND);
    });
}

fn each_has_a_thread_of_its_name() {
    advise(
        "작업마다 `thread::Builder::new().name(이름)`으로 스레드를 하나씩 띄웁니다. 이름은 받은 글자 그대로입니다.",
    );
    // 이름이 비었거나, 길거나, 끝에 빈칸이 있어도 그대로입니다.
    each_has_its_thread(&["봄", "여름", "봄"]);
    each_has_its_thread(&["", " 가을 ", "열다섯 글자가 넘는 아주 긴 이름"]);
    each_has_its_thread(&["봄"]);
    each_has_its_thread(&["Straße", "STRASSE"]);
    let many: Vec<String> = (1..=65).map(|number| format!("이름 {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    each_has_its_thread(&many);
}

fn each_has_its_thread(names: &[&str]) {
    let explorer = if names.len() > 3 { few() } else { Explorer::new() };
    explorer.explore(|| {
        let main = thread::current().id();
        let seen = run(names.iter().copied().map(str::to_owned).collect(), |asked| {
            let current = thread::current();
            format!("{asked}\n{}\n{:?}", current.name().unwrap_or("이름 없음"), current.id())
        });
        let seen = seen.iter().map(|result| result.split('\n').collect::<Vec<&str>>());
        let seen: Vec<[&str; 3]> = seen.filter_map(|parts| parts.try_into().ok()).collect();
        for (name, [asked, thread, id]) in names.iter().zip(&seen) {
            if *id == format!("{main:?}") {
                broken(format!("작업 {name:?}을 run을 부른 스레드가 합니다."));
            }
            if thread != name {
                broken(format!("작업 {name:?}을 하는 스레드의 이름이 {thread:?}입니다."));
            }
            if asked != name {
                broken(format!("이름이 {name:?}인데 job({asked:?})을 부릅니다."));
            }
        }
        let threads: HashSet<&str> = seen.iter().map(|[_, _, id]| *id).collect();
        let all_differ = names.iter().collect::<HashSet<_>>().len() == names.len();
        demand(
            threads.len() == names.len() || all_differ,
            "이름을 키로 쓰는 맵에 담으면 이름이 같은 작업의 결과는 덮입니다. 핸들과 결과를 이름이 아니라 자리대로 `Vec`에 모읍니다.",
            || "이름이 같은 두 작업의 결과가 한 스레드의 것입니다.".into(),
        );
        if threads.len() != names.len() {
            broken(format!("작업 {}개를 스레드 {}개가 합니다.", names.len(), threads.len()));
        }
    });
}

fn many_long_or_none() {
    for count in [0, 1, 2, 4, 5, 9, 17, 33, 65] {
        few().explore(move || {
            let times: Vec<_> = (1..=count).rev().map(|number| number * SECOND).collect();
            expect(&times);
        });
    }
    // 번호가 한 바이트에 담기지 않습니다.
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| expect(&[SECOND; 257]));
    let odd = Duration::from_nanos(1_234_567_891);
    explore(|| expect(&[odd, Duration::from_nanos(1)]));
    for (_, wait) in WAITS {
        explore(|| expect(&[wait, SECOND]));
    }
}

fn calls_do_not_mix() {
    advise("결과는 부를 때마다 새로 만든 `Vec`에 모읍니다. `static`은 모든 호출이 함께 씁니다.");
    explore(|| {
        for time in [2 * SECOND, SECOND] {
            let names = names([time]);
            expect_results(&names, run(names.clone(), sleep_as_named));
        }
        expect_all_finished();
        expect_clock("2초짜리와 1초짜리를 하나씩 부르면", 3 * SECOND);
    });
    Explorer::new().preemptions(1).orders(500).random(50).explore(|| {
        thread::scope(|scope| {
            for times in [[2, 2], [1, 2], [2, 1]] {
                scope.spawn(move || {
                    let names = names(times.map(|time| time * SECOND));
                    expect_results(&names, run(names.clone(), sleep_as_named));
                    expect_clock("함께 부른 다른 run과 상관없이", 2 * SECOND);
                });
            }
        });
    });
}

/// 스레드가 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(30).random(5)
}
