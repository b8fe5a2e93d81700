use super::answer::children::{End, Finished, run_all}; // lessons/multiprocess/src/children.rs
use judge::{Promise, Step};
use process::nix::sys::stat::Mode;
use process::nix::sys::wait::{WaitPidFlag, waitpid};
use process::nix::unistd::mkfifo;
use process::{
    INPUT, PIPE_ENDS, Program, Surroundings, advise, another_keeps, case, complained, demand, folder,
    foresee, printed, program, real, seen, untouched_input,
};

pub const STEP: Step = Step {
    name: "children",
    title: "자신을 다른 역할로 다시 실행",
    hints: [
        "시작하는 반복과 기다리는 반복을 따로 둡니다. `output()`은 시작하고 끝까지 기다립니다.",
        "`spawn()`으로 모두 시작해 `Vec<io::Result<Child>>`에 모읍니다. `map`은 게으르므로 `collect`까지 해야 시작됩니다. 출력을 받으려면 `Stdio::piped()`가 필요합니다.",
        "그다음에 하나씩 `wait_with_output()`을 불러 거둡니다. 중간에 `?`로 돌아가면 나머지가 남으므로, 결과도 `Vec<io::Result<Finished>>`에 모은 뒤 마지막에 한 번만 `collect::<io::Result<_>>()`합니다.",
    ],
    promises: &[
        Promise {
            says: "역할마다 자식 하나를 실행하고, 결과는 차례대로입니다.",
            check: real(keeps_the_order),
        },
        Promise { says: "모두 시작한 다음에 기다립니다.", check: real(starts_all_first) },
        Promise {
            says: "신호로 끝난 자식은 신호의 번호를 알립니다.", check: real(tells_signals)
        },
        Promise {
            says: "출력이 길어도 멈추지 않고 끝까지, 바이트 그대로 받습니다.",
            check: real(reads_it_all),
        },
        Promise {
            says: "표준 출력 말고는 모두 부모의 것을 물려줍니다.", check: real(hands_on_the_rest)
        },
        Promise {
            says: "시작하지 못한 역할이 있어도 나머지를 실행하고 거둔 뒤에 알립니다.",
            check: real(runs_the_rest),
        },
    ],
};

fn run(programs: &[Program]) -> Vec<Finished> {
    let roles: Vec<Vec<&str>> = programs.iter().map(|program| program.words()[1..].to_vec()).collect();
    run_all(&roles).unwrap_or_else(|error| panic!("역할을 모두 실행할 수 있는데 오류입니다: {error}"))
}

fn expect(program: &Program, wanted: (End, &str), found: &Finished) {
    let output = String::from_utf8_lossy(&found.output);
    if found.end != wanted.0 && found.end == End::Code(127) {
        advise(
            "코드 127은 그런 프로그램이나 인수가 없다는 뜻입니다. 역할의 낱말은 하나씩 따로 인수가 됩니다. `args(role)`로 그대로 넘기고 이어 붙이지 않습니다.",
        );
    } else if output.is_empty() && !wanted.1.is_empty() && printed().contains(wanted.1) {
        advise(
            "자식의 출력이 파이프로 오지 않고 화면으로 나갔습니다. 시작하기 전에 `.stdout(Stdio::piped())`를 정합니다. `wait_with_output()`이 그것을 끝까지 읽습니다.",
        );
    }
    process::expect(format!("{program}의 결과"), wanted, (found.end, &*output));
}

fn expect_count(wanted: usize, found: usize) {
    assert!(found == wanted, "역할은 {wanted}개인데 결과는 {found}개입니다.");
}

fn keeps_the_order() {
    advise(
        "시작한 차례대로 `Vec`에 모으고, 같은 차례로 거둡니다. 역할마다 한 번만 시작하고, 받은 것은 다시 출력하지 않습니다.",
    );
    case(|| {
        let before = Surroundings::now();
        expect_count(0, run(&[]).len());
        let ends = [3, 0, 255, 1, 7];
        let programs = ends.map(|code| program("say", &[&format!("{code}번 역할\n"), &code.to_string()]));
        let found = run(&programs);
        expect_count(ends.len(), found.len());
        for ((code, program), found) in ends.into_iter().zip(&programs).zip(&found) {
            expect(program, (End::Code(code), &format!("{code}번 역할\n")), found);
        }
        assert!(printed().is_empty(), "받은 출력이 화면에도 나옵니다: {:?}", printed());
        let change = before.change();
        assert!(change.is_none(), "{}", change.unwrap_or_default());
    });
    case(|| {
        let file = folder("횟수").join("기록");
        let path = file.to_string_lossy().into_owned();
        run(&[program("tally", &[&path]), program("tally", &[&path]), program("tally", &[&path])]);
        let times = std::fs::read(&file).map_or(0, |bytes| bytes.len());
        assert!(times == 3, "역할 셋을 한 번씩 실행해야 하는데 모두 {times}번 실행했습니다.");
        run(&[program("tally", &[&path]), program("tally", &[&path]), program("tally", &[&path])]);
        let times = std::fs::read(&file).map_or(0, |bytes| bytes.len());
        demand(
            times == 6,
            "앞의 결과를 두었다가 쓰지 않고, 부를 때마다 실행합니다.",
            || format!("역할 셋을 두 번 불렀는데 모두 {times}번 실행했습니다."),
        );
    });
    case(|| {
        advise(
            "아무 자식이나 거두는 `waitpid(-1)`(파이썬의 `os.wait()`) 대신, 시작한 `Child`마다 `wait`로 거둡니다. 부른 쪽의 다른 자식은 부른 쪽이 거둡니다.",
        );
        let say = program("say", &["", "5"]);
        let found = another_keeps(&program("say", &["", "3"]), || run(std::slice::from_ref(&say)));
        expect(&say, (End::Code(5), ""), &found[0]);
    });
}

/// 앞의 자식은 뒤의 자식이 보낸 것을 받아야 끝납니다. 마지막 것부터 끝납니다.
fn starts_all_first() {
    advise("시작하는 반복을 `collect`로 끝낸 다음에 기다리는 반복을 시작합니다.");
    for count in [2, 9, 120] {
        case(move || {
            foresee(
                "첫 자식은 다음 자식이 보내는 것을 받아야 끝나는데, 다음 자식이 아직 시작하지 않았습니다. `output()`은 하나를 끝까지 기다립니다. `spawn()`으로 모두 시작한 다음에 하나씩 기다립니다. 한 번에 시작하는 수에 한도를 두지 않습니다.",
            );
            let folder = folder("FIFO");
            let fifo = |index: usize| folder.join(index.to_string()).to_string_lossy().into_owned();
            for index in 1..count {
                mkfifo(fifo(index).as_str(), Mode::S_IRWXU).expect("FIFO를 만들 수 있습니다.");
            }
            let programs: Vec<Program> = (0..count)
                .map(|index| {
                    let wait = if index + 1 < count { fifo(index + 1) } else { "-".into() };
                    let tell = if index > 0 { fifo(index) } else { "-".into() };
                    program("turn", &[&wait, &tell])
                })
                .collect();
            let found = run(&programs);
            expect_count(count, found.len());
            assert!(
                found.iter().all(|found| found.end == End::Code(0)),
                "함께 나아가지 못한 자식이 있습니다."
            );
            let seen = seen().unwrap_or_default();
            let advice = "`try_wait`나 `sleep`을 되풀이하는 반복을 지우고, 자식마다 `wait_with_output()`을 한 번 부릅니다.";
            demand(seen.looks == 0 && seen.naps == 0, advice, || {
                "되풀이해 깨어나 끝났는지 묻습니다. 끝나기를 기다립니다.".into()
            });
        });
    }
}

fn tells_signals() {
    advise(
        "`status.code()`가 `None`이면 `status.signal()`이 번호를 줍니다. 128을 더한 코드는 신호가 아닙니다.",
    );
    case(|| {
        let programs = [
            program("signal", &["9"]),
            program("say", &["", "9"]),
            program("signal", &["15"]),
            program("say", &["", "137"]),
            program("say", &["", "143"]),
        ];
        let found = run(&programs);
        expect_count(programs.len(), found.len());
        let ends = [End::Signal(9), End::Code(9), End::Signal(15), End::Code(137), End::Code(143)];
        for ((end, program), found) in ends.into_iter().zip(&programs).zip(&found) {
            expect(program, (end, ""), found);
        }
    });
    #[cfg(target_os = "linux")]
    case(|| {
        advise("`signal()`이 준 번호를 그대로 담습니다. 리눅스의 신호는 64번까지 있습니다.");
        let program = program("signal", &["64"]);
        expect(&program, (End::Signal(64), ""), &run(std::slice::from_ref(&program))[0]);
    });
}

fn reads_it_all() {
    advise("`wait_with_output()`이 끝까지 읽은 `Vec<u8>`를 그대로 담습니다.");
    for lengths in [[4_200_001, 0, 200_000], [10, 200_000, 1_000_000]] {
        case(move || {
            let found = run(&lengths.map(|length: usize| program("fill", &[&length.to_string()])));
            let lengths_found: Vec<usize> = found.iter().map(|found| found.output.len()).collect();
            assert!(
                lengths_found == lengths,
                "출력은 {lengths:?}바이트인데 {lengths_found:?}바이트를 받았습니다."
            );
            let same = |found: &Finished| found.output.iter().enumerate().all(|(at, &byte)| byte == at as u8);
            assert!(found.iter().all(same), "받은 출력이 자식이 쓴 바이트와 다릅니다.");
        });
    }
    case(|| {
        advise("크기를 정해 놓고 읽지 않습니다. 끝까지 읽은 것을 모두 담습니다.");
        let length = 34_000_001;
        let found = run(&[program("fill", &[&length.to_string()])])[0].output.len();
        assert!(found == length, "출력은 {length}바이트인데 {found}바이트를 받았습니다.");
    });
    case(|| {
        advise("출력이 끝났어도 자식은 더 일할 수 있습니다. 죽이지 않고 `wait`로 끝까지 기다립니다.");
        let late = program("late", &["3"]);
        expect(&late, (End::Code(3), ""), &run(std::slice::from_ref(&late))[0]);
    });
    case(|| {
        advise(PIPE_ENDS);
        let trails = program("trails", &["뒷말"]);
        expect(&trails, (End::Code(0), "뒷말"), &run(std::slice::from_ref(&trails))[0]);
    });
}

fn hands_on_the_rest() {
    advise("표준 출력만 `Stdio::piped()`로 받습니다. `output()`은 표준 입력과 표준 오류까지 바꿉니다.");
    case(|| {
        let programs = [program("warn", &["경고"]), program("say", &["값", "0"])];
        let found = run(&programs);
        expect(&programs[0], (End::Code(0), ""), &found[0]);
        expect(&programs[1], (End::Code(0), "값"), &found[1]);
        process::expect("화면에 나온 자식의 표준 오류", "경고", &*complained());
    });
    case(|| {
        let words = program("say", &["앞  뒤\t\n", "0"]);
        expect(&words, (End::Code(0), "앞  뒤\t\n"), &run(std::slice::from_ref(&words))[0]);
        untouched_input();
    });
    case(|| {
        let cat = program("cat", &[]);
        let found = run(std::slice::from_ref(&cat));
        expect(&cat, (End::Code(0), INPUT), &found[0]);
    });
    case(|| {
        let found = run(&[program("streams", &[]), program("streams", &[]), program("streams", &[])]);
        let has = |bit| found.iter().any(|found| matches!(found.end, End::Code(code) if code & bit != 0));
        assert!(!has(1), "표준 입력을 물려받지 못한 자식이 있습니다. 부모의 것을 모든 자식에게 물려줍니다.");
        assert!(!has(2), "표준 오류를 그대로 물려주지 않고, 파이프로 받아 나중에 내보냅니다.");
    });
    case(|| process::inherits(told));
}

fn told(program: &Program) -> (i32, String) {
    let found = &run(std::slice::from_ref(program))[0];
    let code = if let End::Code(code) = found.end { code } else { 1 };
    (code, String::from_utf8_lossy(&found.output).into_owned())
}

fn runs_the_rest() {
    advise(
        "중간의 `?`는 나머지를 두고 돌아갑니다. 결과를 모두 `Vec<io::Result<_>>`에 모은 다음에 한 번만 `?`를 씁니다.",
    );
    for bad in 0..3 {
        case(move || {
            let file = folder("횟수").join("기록");
            let tally = program("tally", &[&file.to_string_lossy()]);
            let mut roles = vec![tally.words()[1..].to_vec(); 2];
            roles.insert(bad, vec!["인수에 담을 수 없는 글자\0"]);
            let found = run_all(&roles);
            assert!(found.is_err(), "시작하지 못한 역할이 있는데 오류가 없습니다.");
            let left = waitpid(None, Some(WaitPidFlag::WNOHANG)).is_ok();
            assert!(!left, "시작하지 못한 역할을 알리면서, 시작한 자식을 거두지 않고 돌아옵니다.");
            let times = std::fs::read(&file).map_or(0, |bytes| bytes.len());
            assert!(times == 2, "나머지 역할 둘을 실행해야 하는데 {times}개를 실행했습니다.");
        });
    }
}
