use std::collections::HashSet;
use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::overlap::fetch_all; // lessons/multithread/src/overlap.rs에 `pub fn fetch_all`이 있어야 합니다.
use interleave::observe::{Log, Tally};
use interleave::{
    Explorer, WAITS, advise, broken, clock, demand, expect_all_finished, expect_clock, expect_overlap,
    explore, orders, peak, seconds,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
type Answer = Result<String, String>;
type Fetch = fn(&str) -> Answer;
type Show = fn(&str, Answer);
const _: fn(&[&str], Fetch, Show) = fetch_all; // lessons/multithread/src/overlap.rs

pub const STEP: Step = Step {
    name: "overlap",
    title: "동시성: 기다림이 겹칩니다",
    hints: [
        "스레드는 답을 보내고, 이 함수는 받아서 `show`에 건넵니다. 채널을 하나 만들어 모두 그리로 보냅니다.",
        "스레드마다 `sender.clone()`을 하나씩 옮겨 줍니다. 원래의 `sender`가 남아 있으면 받는 반복문이 끝나지 않으므로, 다 띄운 다음 `drop(sender)`합니다.",
        "`let fetch = &fetch;`로 참조를 만들고, `thread::scope` 안에서 `scope.spawn(move || sender.send((site, fetch(site))))`으로 띄웁니다. 이어서 `for (site, answer) in receiver`로 받습니다.",
    ],
    promises: &[
        Promise { says: "기다림이 모두 겹칩니다.", check: orders(waits_overlap) },
        Promise {
            says: "답이 오면 바로 그때, 오는 차례대로 건넵니다.",
            check: orders(hands_on_as_they_come),
        },
        Promise {
            says: "`Err`도 답이고, 같은 사이트가 둘이면 답도 둘입니다.",
            check: orders(every_answer_counts),
        },
        Promise {
            says: "`show`가 오래 걸려도 내려받기는 이어집니다.",
            check: orders(showing_holds_nobody_back),
        },
        Promise {
            says: "사이트가 많아도, 없어도, 오래 걸려도 같습니다.", check: orders(many_slow_or_none)
        },
        Promise {
            says: "사이트마다 스레드가 하나씩 있습니다.", check: orders(a_thread_for_each_site)
        },
        Promise {
            says: "왔는지 되풀이해 묻지 않습니다.", check: orders(wakes_for_answers_only)
        },
        Promise {
            says: "`fetch`가 패닉하면 나머지를 건넨 뒤에 패닉합니다.",
            check: orders(panics_after_the_rest),
        },
        Promise {
            says: "다시 불러도, 함께 불러도 섞이지 않습니다.", check: orders(calls_do_not_mix)
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

/// 사이트 하나: 이름, 답이 오는 때, 답
type Site = (&'static str, Duration, Answer);

fn site(name: &'static str, time: Duration) -> Site {
    (name, time, Ok(format!("{name} 소식")))
}

/// `show`가 불린 때와 받은 것입니다.
type Shown = (Duration, String, Answer);

/// 가져온 답을 건네받은 차례대로 모읍니다. 이름이 같은 사이트는 답도 같습니다.
fn fetch(sites: &[Site]) -> Vec<Shown> {
    let names: Vec<&str> = sites.iter().map(|(name, ..)| *name).collect();
    let mut shown = Vec::new();
    let find = |name: &str| {
        let Some((_, time, answer)) = sites.iter().find(|(known, ..)| *known == name) else {
            broken(format!("{name:?}라는 사이트는 없는데 가져오려 합니다."));
        };
        thread::sleep(*time);
        answer.clone()
    };
    let began = clock();
    fetch_all(&names, find, |name, answer| shown.push((clock() - began, name.to_owned(), answer)));
    shown
}

#[track_caller]
fn expect(sites: &[Site]) {
    let mut wanted: Vec<Shown> =
        sites.iter().map(|(name, time, answer)| (*time, name.to_string(), answer.clone())).collect();
    let mut shown = fetch(sites);
    expect_all_finished();
    let times: Vec<Duration> = sites.iter().map(|(_, time, _)| *time).collect();
    expect_overlap(&format!("사이트 {}곳을", sites.len()), &times);
    // 같은 때에 온 답끼리는 어느 쪽이 먼저여도 됩니다.
    shown.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    wanted.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    compare(&wanted, &shown);
}

#[track_caller]
fn compare(wanted: &[Shown], shown: &[Shown]) {
    for (_, name, _) in wanted {
        let count = |list: &[Shown]| list.iter().filter(|(_, shown, _)| shown == name).count();
        let (wanted, shown) = (count(wanted), count(shown));
        if wanted != shown {
            demand(
                false,
                "받는 반복은 채널이 끝날 때까지 하나씩 받아 건넵니다: `for (site, answer) in receiver`. `recv()`는 하나만 받습니다. `Err`도 답이고, 같은 이름이라고 합치지 않습니다.",
                || format!("{name:?}의 답은 {wanted}번 건네야 하는데 {shown}번 건넵니다."),
            );
        }
    }
    for ((_, name, wanted), (_, _, shown)) in wanted.iter().zip(shown) {
        if wanted != shown {
            broken(format!("{name:?}의 답은 {wanted:?}인데 {shown:?}를 건넵니다."));
        }
    }
    for ((wanted, name, _), (shown, ..)) in wanted.iter().zip(shown) {
        if wanted != shown {
            let (wanted, shown) = (seconds(*wanted), seconds(*shown));
            broken(format!("{name:?}의 답은 {wanted}초에 오는데 {shown}초에 건넵니다."));
        }
    }
}

fn waits_overlap() {
    advise(
        "먼저 모두 띄우고, 그다음에 기다립니다. `map`은 게을러서, 핸들을 `collect`로 모으지 않으면 하나씩 띄우고 기다립니다.",
    );
    explore_three(|| expect(&[site("봄", SECOND), site("여름", SECOND), site("가을", SECOND)]));
}

fn hands_on_as_they_come() {
    advise(
        "스레드마다 답을 채널 하나로 보내고, 부른 스레드가 온 차례로 받아 건넵니다. `join`은 띄운 차례대로만 기다리고, `thread::scope`는 블록 끝에서 모두를 기다립니다. 받는 반복은 그 블록 안에 둡니다.",
    );
    explore_three(|| expect(&[site("봄", 3 * SECOND), site("여름", 2 * SECOND), site("가을", SECOND)]));
    explore_three(|| expect(&[site("봄", 2 * SECOND), site("여름", SECOND), site("가을", 3 * SECOND)]));
    explore_three(|| {
        let mut shown = Vec::new();
        let fetch = |name: &str| {
            thread::sleep(name.parse().map_or(SECOND, |number: u32| number * SECOND));
            Ok(String::new())
        };
        fetch_all(&["3", "1", "2"], fetch, |name, _| {
            shown.push(name.to_owned());
            thread::sleep(5 * SECOND);
        });
        assert!(
            shown == ["1", "2", "3"],
            "5초씩 걸려 보이는 동안 1초, 2초, 3초에 온 답을 {shown:?}의 차례로 건넵니다."
        );
    });
}

fn every_answer_counts() {
    advise("받은 답은 모두 건넵니다. `Err`라고 미루거나, 같은 이름이라고 합치지 않습니다.");
    let failed = ("여름", SECOND, Err("연결할 수 없습니다.".to_owned()));
    explore_three(|| expect(&[site("봄", 2 * SECOND), failed.clone(), site("가을", 3 * SECOND)]));
    explore_three(|| expect(&[failed.clone(), ("봄", 2 * SECOND, Err(String::new()))]));
    explore_three(|| expect(&[site("봄", SECOND), site("봄", SECOND), ("", SECOND, Ok(String::new()))]));
    explore(|| {
        let fetched = Tally::new();
        let fetch = |name: &str| {
            fetched.add(1);
            Ok(name.to_owned())
        };
        fetch_all(&["봄", "봄"], fetch, |_, _| ());
        let fetched = fetched.total();
        assert!(fetched == 2, "같은 사이트가 둘이면 두 번 가져와야 하는데 {fetched}번 가져옵니다.");
    });
}

fn showing_holds_nobody_back() {
    explore(|| {
        let mut shown = Vec::new();
        let fetch = |name: &str| {
            thread::sleep(if name == "봄" { SECOND } else { 4 * SECOND });
            Ok(name.to_owned())
        };
        fetch_all(&["봄", "여름"], fetch, |name, _| {
            shown.push((seconds(clock()), name.to_owned()));
            thread::sleep(2 * SECOND);
        });
        let wanted = [("1", "봄"), ("4", "여름")].map(|(time, name)| (time.to_owned(), name.to_owned()));
        assert!(
            shown == wanted,
            "1초와 4초에 온 답을 2초씩 걸려 보이면 {wanted:?}에 건네야 하는데 {shown:?}에 건넵니다."
        );
        expect_clock("4초에 온 답을 2초 걸려 보이고 나면", 6 * SECOND);
    });
}

fn many_slow_or_none() {
    advise(
        "사이트마다 스레드를 하나씩 모두 띄우고, 답은 모아 두지 않고 오는 대로 하나씩 건넵니다. 번호와 수는 `usize`로 셉니다.",
    );
    const NAMES: [&str; 65] = [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18",
        "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35",
        "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47", "48", "49", "50", "51", "52",
        "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64", "65",
    ];
    for count in [0, 1, 2, 4, 5, 9, 17, 33, 65] {
        few().explore(move || {
            let names = NAMES[..count].iter().rev();
            let sites: Vec<Site> =
                names.enumerate().map(|(number, name)| site(name, number as u32 * SECOND)).collect();
            expect(&sites);
        });
    }
    let odd = Duration::from_nanos(1_234_567_891);
    explore(move || expect(&[site("봄", odd), site("여름", Duration::from_nanos(1))]));
    for (_, wait) in WAITS {
        explore(move || expect(&[site("봄", wait), site("여름", SECOND)]));
    }
    // 번호가 한 바이트에 담기지 않습니다.
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| {
        let names: Vec<String> = (0..257).map(|number| format!("{number}번")).collect();
        let sites: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut shown = Vec::new();
        let takes = |name: &str| SECOND * (1 + name.len() as u32 % 3);
        let fetch = |name: &str| {
            thread::sleep(takes(name));
            Ok(format!("{name} 소식"))
        };
        fetch_all(&sites, fetch, |name, answer| {
            if answer != Ok(format!("{name} 소식")) {
                broken(format!("사이트 257곳에서 가져오면 {name:?}의 답으로 {answer:?}를 건넵니다."));
            }
            expect_clock(&format!("사이트 257곳에서 가져올 때 {name:?}의 답을 건네면"), takes(name));
            shown.push(name.to_owned());
        });
        expect_clock("사이트 257곳에서 1초에서 3초 걸려 가져오면", 3 * SECOND);
        shown.sort();
        shown.dedup();
        assert!(shown.len() == 257, "사이트는 257곳인데 {}곳의 답을 건넵니다.", shown.len());
    });
}

fn a_thread_for_each_site() {
    for sites in [&["봄"][..], &["봄", "여름", "봄"]] {
        few().explore(|| {
            let threads = Log::new();
            let fetch = |_: &str| {
                threads.push(thread::current().id());
                Ok(String::new())
            };
            fetch_all(sites, fetch, |_, _| ());
            let threads = threads.entries();
            if threads.contains(&thread::current().id()) {
                broken("fetch_all을 부른 스레드가 fetch를 부릅니다.");
            }
            let apart: HashSet<_> = threads.iter().collect();
            assert!(
                apart.len() == sites.len(),
                "사이트 {}곳을 스레드 {}개가 가져옵니다.",
                sites.len(),
                apart.len()
            );
        });
    }
}

fn wakes_for_answers_only() {
    few().explore(|| {
        fetch_all(&["봄", "여름"], |_| sleep_for(3600 * SECOND), |_, _| ());
        // 사이트마다 한 번씩 잤습니다.
        let woken = peak().timers;
        assert!(woken <= 2, "한 시간 걸리는 답 둘을 기다리는 동안 {}번 깨어나 묻습니다.", woken - 2);
    });
}

fn sleep_for(time: Duration) -> Answer {
    thread::sleep(time);
    Ok(String::new())
}

fn panics_after_the_rest() {
    advise(
        "`fetch`의 패닉은 나머지 답을 오는 대로 모두 건넨 뒤에 알립니다. `join`의 `Err`를 쥐고 있다가 `resume_unwind`로 다시 일으킵니다.",
    );
    for broken_site in ["봄", "여름", "가을"] {
        explore_three(move || {
            let mut shown = Vec::new();
            let fetch = |name: &str| {
                thread::sleep(if name == "여름" { 2 * SECOND } else { SECOND });
                assert!(name != broken_site, "{name}이 망가졌습니다.");
                Ok(name.to_owned())
            };
            let ran = panic::catch_unwind(AssertUnwindSafe(|| {
                fetch_all(&["봄", "여름", "가을"], fetch, |name, _| {
                    let time = if name == "여름" { 2 * SECOND } else { SECOND };
                    expect_clock(
                        &format!("{broken_site:?}의 fetch가 패닉할 때 {name:?}의 답을 건네면"),
                        time,
                    );
                    shown.push(name.to_owned());
                });
            }));
            let rest = ["봄", "여름", "가을"].into_iter().filter(|name| *name != broken_site);
            for name in rest {
                if shown.iter().filter(|shown| *shown == name).count() != 1 {
                    broken(format!("{broken_site:?}의 fetch가 패닉하면 {name:?}의 답을 건네지 않습니다."));
                }
            }
            assert!(shown.len() == 2, "패닉한 {broken_site:?}의 답까지 건넵니다: {shown:?}");
            assert!(ran.is_err(), "{broken_site:?}의 fetch가 패닉했는데 fetch_all은 평소처럼 돌아옵니다.");
            expect_all_finished();
        });
    }
    panics_when_two_do();
}

/// 둘이 패닉해도 패닉입니다.
fn panics_when_two_do() {
    explore_three(|| {
        let mut shown = 0;
        let fetch = |name: &str| {
            assert!(name == "여름", "{name}이 망가졌습니다.");
            Ok(String::new())
        };
        let ran = panic::catch_unwind(AssertUnwindSafe(|| {
            fetch_all(&["봄", "여름", "가을"], fetch, |_, _| shown += 1);
        }));
        assert!(shown == 1, "둘이 패닉하면 나머지 하나의 답을 건네야 하는데 {shown}번 건넵니다.");
        assert!(ran.is_err(), "fetch 둘이 패닉했는데 fetch_all은 평소처럼 돌아옵니다.");
    });
}

fn calls_do_not_mix() {
    explore(|| {
        for name in ["봄", "여름"] {
            compare(&[(SECOND, name.to_owned(), Ok(format!("{name} 소식")))], &fetch(&[site(name, SECOND)]));
        }
    });
    explore(|| {
        thread::scope(|scope| {
            for name in ["봄", "여름"] {
                scope.spawn(move || {
                    let wanted = [(SECOND, name.to_owned(), Ok(format!("{name} 소식")))];
                    compare(&wanted, &fetch(&[site(name, SECOND)]));
                });
            }
        });
    });
}

/// 스레드가 셋이면 순서가 아주 많아서, 선점 한 번까지를 모두 보고 나머지는 골라 봅니다.
fn explore_three(f: impl Fn()) {
    Explorer::new().preemptions(1).orders(1_000).random(50).explore(f);
}

/// 스레드가 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(20).random(5)
}
