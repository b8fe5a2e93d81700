use std::io::Write;

use super::answer::fork::{Outcome, rehearse}; // lessons/multiprocess/src/fork.rs
use judge::{Promise, Step};
#[cfg(target_os = "linux")]
use process::beside_a_thread;
use process::nix::sys::signal::{Signal, raise};
use process::{Surroundings, advise, another_keeps, case, expect, folder, printed, program, real};

pub const STEP: Step = Step {
    name: "fork",
    title: "복사되는 메모리",
    hints: [
        "`wait`가 돌려준 `ExitStatus`는 반환 코드가 아닙니다. 반환 코드일 수도, 신호일 수도 있습니다.",
        "코드는 `status.code()`, 신호는 `status.signal()`에 있습니다. 출력이 두 번 나오는 것은 버퍼가 복사되었기 때문입니다.",
        "복사하기 전에 `stdout().flush()`로 버퍼를 비웁니다. `code()`가 `None`이면 `Outcome::Killed`입니다.",
    ],
    promises: &[
        Promise {
            says: "`change`는 자식에서 한 번 실행되고, 돌려준 값이 옵니다.",
            check: real(tells_the_code),
        },
        Promise { says: "부모의 값은 그대로입니다.", check: real(leaves_the_value) },
        Promise { says: "미리 출력한 것은 한 번만 나옵니다.", check: real(prints_once) },
        Promise {
            says: "신호로 끝난 자식은 신호의 번호를 알립니다.", check: real(tells_the_signal)
        },
    ],
};

fn tried<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> Outcome {
    rehearse(value, change).unwrap_or_else(|error| panic!("자식을 만들 수 있는데 오류입니다: {error}"))
}

fn tells_the_code() {
    advise(
        "`change`는 `fork_child`에 넘긴 클로저 안에서 한 번만 부르고, 코드는 `status.code()`에서 읽습니다.",
    );
    case(|| {
        let before = Surroundings::now();
        let parent = std::process::id();
        for code in [0, 1, 9, 101, 127, 128, 134, 137, 255] {
            let found = tried(&mut (), |()| if std::process::id() == parent { 77 } else { code });
            assert!(found != Outcome::Told(77), "`change`를 자식이 아니라 부모에서 실행합니다.");
            if let Outcome::Killed(_) = found {
                advise(
                    "`status.code()`가 `Some`이면 어떤 수든 `change`가 돌려준 값입니다. 신호로 끝났는지는 `status.signal()`에 묻습니다.",
                );
            }
            expect(format!("`change`가 {code}을(를) 돌려줌"), Outcome::Told(code), found);
        }
        let change = before.change();
        assert!(change.is_none(), "{}", change.unwrap_or_default());
    });
    case(|| {
        let file = folder("횟수").join("기록");
        let note = |_: &mut ()| {
            let mut file = std::fs::File::options().append(true).create(true).open(&file).unwrap();
            file.write_all(b"x").map_or(1, |()| 0)
        };
        tried(&mut (), note);
        let times = std::fs::read(&file).map_or(0, |bytes| bytes.len());
        assert!(times == 1, "`change`를 한 번 실행해야 하는데 {times}번 실행합니다.");
    });
    #[cfg(target_os = "linux")]
    case(|| {
        advise(
            "`fork_child`가 돌려준 오류는 `?`로 그대로 돌려줍니다. `unwrap`하거나 다른 결과로 바꾸지 않습니다.",
        );
        let found = beside_a_thread(|| rehearse(&mut (), |()| 5));
        assert!(found.is_err(), "스레드가 둘이라 자식을 만들 수 없는데 오류가 아니라 {found:?}입니다.");
    });
    case(|| {
        let found = another_keeps(&program("say", &["", "3"]), || tried(&mut (), |()| 5));
        expect("부른 쪽에 다른 자식이 있고, `change`가 5를 돌려줌", Outcome::Told(5), found);
    });
}

fn leaves_the_value() {
    advise("`change`는 자식에서만 부릅니다. 부모의 값을 바꾸거나 미리 복사해 둘 것은 없습니다.");
    case(|| {
        let mut names = vec!["하나".to_string()];
        for round in 1..=2 {
            let found = tried(&mut names, |names| {
                names.push("둘".to_string());
                names.len() as u8
            });
            expect(format!("{round}번째, 원소 하나에 하나를 더한 길이"), Outcome::Told(2), found);
            assert!(names == ["하나"], "자식이 바꾼 값이 부모에서도 바뀌었습니다: {names:?}");
        }
    });
}

fn prints_once() {
    advise(
        "복사하기 전에 `io::stdout().flush()`로 부모의 버퍼를 비웁니다. 자식의 출력은 그대로 나가게 둡니다.",
    );
    case(|| {
        std::print!("부모가 먼저, ");
        tried(&mut (), |()| {
            std::print!("자식이 다음, ");
            0
        });
        std::print!("부모가 끝");
        let found = printed();
        expect("출력", "부모가 먼저, 자식이 다음, 부모가 끝", &*found);
    });
    case(|| {
        advise("부를 때마다, 복사하기 전에 비웁니다. 버퍼는 그사이에 다시 찹니다.");
        for text in ["하나, ", "둘, ", "셋"] {
            std::print!("{text}");
            tried(&mut (), |()| 0);
        }
        let found = printed();
        expect("세 번 출력하고 부를 때의 출력", "하나, 둘, 셋", &*found);
    });
}

fn tells_the_signal() {
    advise("`status.code()`가 `None`일 때만 `status.signal()`을 `Outcome::Killed`에 담습니다.");
    case(|| {
        for signal in [Signal::SIGKILL, Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT, Signal::SIGUSR1] {
            let found = tried(&mut (), |()| raise(signal).map_or(1, |()| 0));
            expect(format!("자식이 {signal}로 끝남"), Outcome::Killed(signal as i32), found);
        }
        let found = tried(&mut 0, |_| panic!("자식의 패닉"));
        expect("자식이 패닉함", Outcome::Killed(6), found);
        let found = tried(&mut 0, |_| std::process::exit(9));
        expect("자식이 `exit(9)`을 부름", Outcome::Told(9), found);
    });
    case(|| {
        advise("멈춘 자식은 끝난 것이 아닙니다. 멈춤까지 알리는 `WUNTRACED` 없이 기다립니다.");
        let wakes = program("wakes", &[]);
        let found = tried(&mut (), |()| {
            let Ok(mut other) = wakes.command().spawn() else { return 1 };
            let _ = raise(Signal::SIGSTOP);
            other.wait().map_or(1, |_| 5)
        });
        expect("자식이 멈추었다가 다시 나아가 5를 돌려줌", Outcome::Told(5), found);
    });
}
