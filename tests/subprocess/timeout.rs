use std::fs::File;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::answer::timeout::{TimeoutExpired, communicate, own_group};
use judge::{Promise, Step};
use process::nix::sys::stat::Mode;
use process::nix::unistd::mkfifo;
use process::{
    Program, Seen, advise, at_rest, case, demand, folder, foresee, plainly, program, real, seen,
    until_it_speaks,
};

pub const STEP: Step = Step {
    name: "timeout",
    title: "시간 한도와 프로세스 그룹",
    hints: [
        "읽기, 쓰기, 자식의 끝을 모두 기다리는 일은 스레드에 맡기고, 한도는 따로 잽니다. 일이 끝났는지는 채널이 알립니다.",
        "일을 맡은 스레드는 두 출력을 함께 끝까지 읽고 `wait_for_end`까지 기다린 뒤 채널로 알립니다. `recv_timeout(limit)`이 오류면 한도가 지난 것입니다.",
        "한도가 지났으면 `kill_group`을 부릅니다. 그룹이 죽으면 파이프가 닫혀 일도 끝납니다. 그 스레드를 `join`해 읽은 것을 받고, `child.wait()`는 맨 마지막에 부릅니다.",
    ],
    promises: &[
        Promise {
            says: "한도 안에 끝나면 잠들거나 거듭 묻지 않고 출력을 모두 돌려줍니다.",
            check: real(returns_what_it_said),
        },
        Promise {
            says: "출력이 많아도 한도를 기다리지 않고 돌아옵니다.", check: real(keeps_reading)
        },
        Promise {
            says: "한도가 지나면 읽은 데까지를 `TimeoutExpired`로 돌려줍니다.",
            check: real(keeps_what_was_read),
        },
        Promise {
            says: "자식이 자꾸 출력해도, 입력을 읽지 않아도 한도는 그대로입니다.",
            check: real(counts_from_the_start),
        },
        Promise {
            says: "손자가 파이프를 쥐고 있어도 돌아오고, 아무도 남지 않습니다.",
            check: real(ends_the_whole_group),
        },
        Promise { says: "출력을 닫고 버티는 자식도 끝냅니다.", check: real(ends_the_silent) },
        Promise {
            says: "한도는 0부터 `Duration::MAX`까지, 처음부터 한 번만 잽니다.",
            check: real(takes_every_limit),
        },
    ],
};

/// 넉넉해서, 이것을 기다리는 풀이는 멈춘 것과 같습니다.
const LONG: Duration = Duration::from_secs(50);
const SHORT: Duration = Duration::from_millis(120);
const HOUR: Duration = Duration::from_secs(3600);

fn start(program: &Program) -> Child {
    let mut command = program.command();
    own_group(&mut command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("작은 프로그램은 시작됩니다.")
}

fn in_time(program: &Program, input: &[u8]) -> Output {
    plainly(|| within(program, input, LONG))
}

fn within(program: &Program, input: &[u8], limit: Duration) -> Output {
    communicate(start(program), input, limit)
        .unwrap_or_else(|error| panic!("한도 {limit:?} 안에 끝나는 {program}에서 오류를 돌려줍니다: {error}"))
}

fn expired(program: &Program, input: &[u8]) -> TimeoutExpired {
    let child = start(program);
    until_it_speaks(&child);
    late(child, program, input)
}

fn late(child: Child, program: &Program, input: &[u8]) -> TimeoutExpired {
    let started = Instant::now();
    let ended = communicate(child, input, SHORT);
    let Seen { longest_wait, .. } = seen().unwrap_or_default();
    let advice =
        "받은 `limit`을 그대로 `recv_timeout`에 넘깁니다. 올리거나, 곱하거나, 최솟값을 두지 않습니다.";
    demand(longest_wait <= SHORT.as_millis() as usize, advice, || {
        format!("한도 {SHORT:?}보다 오래 기다리려고 합니다.")
    });
    let error = match ended {
        Ok(_) => panic!("끝나지 않는 {program}에서 돌아와 끝났다고 합니다."),
        Err(error) => error,
    };
    let advice = "한도를 다른 단위로 바꾸지 않습니다. `as_secs()`는 1초보다 짧은 부분을 버립니다. `limit`을 그대로 `recv_timeout`에 넘깁니다.";
    demand(started.elapsed() >= SHORT, advice, || {
        format!("한도 {SHORT:?}가 지나기 전에 {program}에서 돌아옵니다.")
    });
    *error.downcast::<TimeoutExpired>().unwrap_or_else(|error| {
        let io = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        if io == Some(std::io::ErrorKind::BrokenPipe) {
            advise("한도가 지났으면 `TimeoutExpired`가 먼저입니다. 죽은 자식에게 쓰다 난 `BrokenPipe`는 오류로 치지 않습니다.");
        }
        panic!("{program}의 한도가 지났을 때 TimeoutExpired가 아닌 오류를 돌려줍니다: {error}")
    })
}

fn expect(program: &Program, what: &str, bytes: &[u8], wanted: &str) {
    process::expect(format!("{program}의 {what}"), wanted, &*String::from_utf8_lossy(bytes));
}

fn returns_what_it_said() {
    advise(
        "일이 끝났다는 것을 채널이 먼저 알리면, 한도를 더 기다리지 않고 읽은 것과 `wait()`의 상태를 돌려줍니다.",
    );
    case(|| {
        let program = program("say", &["값", "경고", "3"]);
        let output = in_time(&program, b"");
        expect(&program, "표준 출력", &output.stdout, "값");
        expect(&program, "표준 오류", &output.stderr, "경고");
        assert!(output.status.code() == Some(3), "{program}의 반환 코드가 다릅니다.");
    });
    case(|| {
        for code in ["0", "3"] {
            let before = process::seen();
            in_time(&program("say", &["값", "경고", code]), b"");
            if let (Some(before), Some(after)) = (before, process::seen()) {
                let signals = after.since(before).signals;
                let advice = "`kill_group`은 한도가 지났을 때만 부릅니다.";
                demand(signals == 0, advice, || {
                    "제때 끝난 자식의 그룹에 신호를 보냅니다. 거둔 뒤라면 그 번호는 남의 것일 수 있습니다."
                        .into()
                });
            }
        }
    });
    case(|| {
        let program = program("signal", &["9"]);
        let signal = in_time(&program, b"").status.signal();
        assert!(signal == Some(9), "{program}은 한도 안에 스스로 끝났는데 신호가 {signal:?}입니다.");
    });
    case(|| {
        let program = program("cat", &[]);
        expect(&program, "표준 출력", &in_time(&program, "입력".as_bytes()).stdout, "입력");
    });
    case(|| {
        advise(
            "쓰다가 난 `BrokenPipe`는 자식이 그만 읽겠다는 뜻입니다. 오류로 치지 않고 나머지를 기다립니다.",
        );
        let program = program("deaf", &["듣지 않음"]);
        expect(&program, "표준 출력", &in_time(&program, &[b'x'; 1 << 20]).stdout, "듣지 않음");
    });
    case(|| {
        let program = program("say", &["값", "경고", "0"]);
        let mut command = program.command();
        own_group(&mut command);
        let child = command.stdout(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
        let output = communicate(child, b"", LONG)
            .unwrap_or_else(|error| panic!("표준 출력만 파이프인 {program}에서 오류를 돌려줍니다: {error}"));
        expect(&program, "표준 출력", &output.stdout, "값");
        expect(&program, "표준 오류", &output.stderr, "");
    });
    case(|| {
        let program = program("say", &["값", "경고", "3"]);
        let mut command = program.command();
        own_group(&mut command);
        let child = command.stderr(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
        let output = communicate(child, "버려질 입력".as_bytes(), LONG)
            .unwrap_or_else(|error| panic!("표준 오류만 파이프인 {program}에서 오류를 돌려줍니다: {error}"));
        expect(&program, "표준 출력", &output.stdout, "");
        expect(&program, "표준 오류", &output.stderr, "경고");
        assert!(output.status.code() == Some(3), "표준 오류만 파이프일 때 {program}의 반환 코드가 다릅니다.");
    });
}

fn keeps_reading() {
    advise("두 출력을 저마다의 스레드에서 끝까지 읽고, 입력도 함께 씁니다.");
    case(|| {
        foresee(
            "자식이 끝나기를 기다리는 동안에도 두 출력을 저마다의 스레드에서 읽습니다. 읽기가 모두 끝났다는 것은 채널로 알리고, 그것을 `recv_timeout(limit)`으로 한도까지만 기다립니다.",
        );
        let program = program("fill", &["4200001", "4200001"]);
        let output = in_time(&program, b"");
        let lengths = (output.stdout.len(), output.stderr.len());
        assert!(lengths == (4_200_001, 4_200_001), "출력과 오류는 4,200,001바이트씩인데 {lengths:?}입니다.");
    });
    case(|| {
        let (program, input) =
            (program("cat", &[]), (0..4_200_001).map(|at| (at % 251) as u8).collect::<Vec<u8>>());
        assert!(
            in_time(&program, &input).stdout == input,
            "{program}에 준 4 MiB가 그대로 돌아오지 않습니다."
        );
    });
}

/// 한도가 다시 시작되는 풀이가 기다리는 끝은 자식이 무엇을 할 때마다 뒤로 갑니다. 밀린 길이를 밀리초로 셉니다.
fn drift() -> usize {
    let _ = seen();
    within(&program("fades", &[]), &[b'x'; 200_000], LONG);
    seen().unwrap_or_default().drift
}

fn takes_every_limit() {
    advise(
        "한도는 `recv_timeout(limit)` 한 번으로 기다립니다. 정수로 바꾸면 큰 한도가 잘리고, `Instant`에 더하면 넘칩니다.",
    );
    case(|| {
        // 기계가 바빠서 기다림이 늦게 시작되었을 때도 뒤로 갑니다. 그것은 되풀이되지 않습니다.
        let restarts = (0..5).all(|_| drift() >= 120);
        assert!(!restarts, "기다릴 때마다 한도를 다시 시작합니다. 처음부터 한 번만 잽니다.");
    });
    case(|| {
        at_rest(|| within(&program("late", &[]), b"", LONG));
        let just_over = Duration::from_millis(u64::from(u32::MAX) + 1);
        for limit in [just_over, Duration::from_nanos(u64::MAX) + Duration::from_nanos(1), Duration::MAX] {
            let _ = seen();
            within(&program("late", &[]), b"", limit);
            let Seen { longest_wait, .. } = seen().unwrap_or_default();
            let is_too_short = longest_wait > 0 && longest_wait < HOUR.as_millis() as usize;
            // 시계를 읽은 뒤 기다리기까지의 얼마쯤은 기계마다 다르므로, 초까지만 말합니다.
            let seconds = longest_wait.div_ceil(1000);
            assert!(!is_too_short, "한도 {limit:?}인데 {seconds}초까지만 기다리려고 합니다.");
        }
    });
    case(|| {
        let child = start(&program("linger", &["여기까지"]));
        let error = communicate(child, b"", Duration::ZERO).map(|_| ());
        assert!(
            error.is_err_and(|error| error.is::<TimeoutExpired>()),
            "한도가 0이고 자식이 끝나지 않으면 TimeoutExpired를 돌려주어야 합니다."
        );
    });
    case(|| {
        advise("파이프가 하나도 없어도 자식이 끝나기를 한도까지만 기다립니다.");
        foresee("파이프가 하나도 없는 자식도 한도까지만 기다리고, 지나면 그룹을 죽입니다.");
        let mut command = program("linger", &["여기까지"]).command();
        own_group(&mut command);
        let child = command.spawn().expect("작은 프로그램은 시작됩니다.");
        let Err(error) = communicate(child, b"", SHORT) else {
            panic!("파이프가 없고 끝나지 않는 자식에서 돌아와 끝났다고 합니다.")
        };
        let nothing = TimeoutExpired { stdout: Vec::new(), stderr: Vec::new() };
        assert!(
            error.downcast_ref::<TimeoutExpired>() == Some(&nothing),
            "파이프가 없는 자식의 한도가 지났을 때 두 출력이 빈 TimeoutExpired가 아닙니다: {error}"
        );
    });
}

fn keeps_what_was_read() {
    advise("한도가 지난 다음에도 읽던 스레드를 `join`해 그때까지의 바이트를 받습니다.");
    case(|| {
        let program = program("stall", &["ff00c7d10d"]);
        let found = expired(&program, b"").stdout;
        assert!(
            found == b"\xff\0\xc7\xd1\r",
            "{program}의 출력을 바이트 그대로 담아야 하는데 {found:02x?}입니다."
        );
    });
    #[cfg(target_os = "linux")]
    case(keeps_it_all);
    case(|| {
        advise("한도가 지났는지는 부를 때마다 따로입니다. 전역 변수에 두지 않습니다.");
        expired(&program("linger", &["여기까지"]), b"");
        let late = program("late", &[]);
        let code = in_time(&late, b"").status.code();
        process::expect(
            format!("앞의 자식이 한도를 넘긴 다음에 제때 끝난 {late}의 반환 코드"),
            Some(0),
            code,
        );
    });
    for name in ["linger", "stubborn"] {
        case(move || {
            let program = program(name, &["여기까지", "경고"]);
            let expired = expired(&program, b"");
            expect(&program, "표준 출력", &expired.stdout, "여기까지");
            expect(&program, "표준 오류", &expired.stderr, "경고");
            let said = expired.to_string();
            assert!(
                !said.is_empty() && !said.contains('\n'),
                "오류의 말은 한 줄이어야 하는데 {said:?}입니다."
            );
        });
    }
}

/// 자식은 모두 출력한 다음에 잠들어 있습니다.
#[cfg(target_os = "linux")]
fn keeps_it_all() {
    use process::nix::fcntl::{FcntlArg, fcntl};

    advise("한도가 지났어도 읽은 것은 줄이지 않고 모두 담습니다. 죽인 다음에 파이프의 끝까지 읽습니다.");
    let program = program("brims", &["200000"]);
    let child = start(&program);
    let pipe = child.stdout.as_ref().expect("출력은 파이프입니다.");
    // 그만큼 담을 수 없는 컴퓨터에서는 묻지 않습니다.
    let is_wide = fcntl(pipe, FcntlArg::F_SETPIPE_SZ(1 << 18)).is_ok();
    until_it_speaks(&child);
    process::until_it_rests(child.id());
    let found = late(child, &program, b"").stdout.len();
    assert!(
        !is_wide || found == 200_000,
        "한도가 지나기 전에 {program}이 출력한 것은 200,000바이트인데 TimeoutExpired에는 {found}바이트뿐입니다."
    );
}

fn counts_from_the_start() {
    advise("출력이 올 때마다 한도를 다시 시작하지 않습니다. 쓰기도 한도 안에서만 기다립니다.");
    case(|| {
        let program = program("drip", &["여기까지"]);
        let stdout = expired(&program, b"").stdout;
        let found = String::from_utf8_lossy(&stdout);
        assert!(
            found.trim_end_matches('.') == "여기까지",
            "{program}의 표준 출력은 \"여기까지\"와 점들이어야 하는데 {found:?}입니다."
        );
    });
    case(|| {
        let program = program("linger", &["여기까지"]);
        expect(&program, "표준 출력", &expired(&program, &[b'x'; 1 << 20]).stdout, "여기까지");
    });
    case(|| {
        advise(
            "부를 때마다 한도를 따로 잽니다. 다른 스레드의 호출이 끝나기를 기다리게 하는 잠금이나 전역 변수를 지웁니다.",
        );
        foresee(
            "`communicate`를 두 스레드에서 불렀습니다. 나중에 부른 것이 먼저 부른 것이 끝나기를 기다리느라 자기 한도를 재지 못합니다. 두 호출이 함께 쓰는 잠금이나 전역 변수를 지웁니다.",
        );
        let folder = folder("둘이 함께");
        let [began, goes_on] = ["시작", "계속"].map(|name| folder.join(name));
        for fifo in [&began, &goes_on] {
            mkfifo(fifo.as_path(), Mode::S_IRWXU).expect("FIFO를 만들 수 있습니다.");
        }
        let mut command = Command::new("sh");
        command.args(["-c", "read x; : > \"$0\"; read x < \"$1\""]).args([&began, &goes_on]);
        own_group(&mut command);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let first = command.spawn().expect("`sh`는 시작됩니다.");
        let first = thread::spawn(move || communicate(first, b"x\n", HOUR).is_ok());
        File::open(began).expect("먼저 부른 것이 입력을 썼습니다.");
        let second = communicate(start(&program("linger", &["여기까지"])), b"", SHORT);
        assert!(
            second.is_err_and(|error| error.is::<TimeoutExpired>()),
            "나중에 부른 것의 한도가 지났는데 TimeoutExpired가 아닙니다."
        );
        File::options().write(true).open(goes_on).expect("먼저 부른 것이 기다립니다.");
        assert!(first.join().unwrap_or(false), "먼저 부른 것은 한도 안에 끝났는데 오류를 돌려줍니다.");
    });
}

fn ends_the_whole_group() {
    advise("`child.kill()`은 자식만 죽입니다. 거두기 전에 `kill_group`으로 손자까지 죽입니다.");
    for name in ["family", "orphan"] {
        case(move || {
            foresee(
                "한도는 출력을 끝까지 읽는 일에도 걸립니다. 자식이 먼저 끝났어도 손자가 파이프를 쥐고 있으면 출력은 끝나지 않습니다. 읽기도 한도까지만 기다리고, 지나면 `kill_group`으로 손자까지 죽입니다.",
            );
            let program = program(name, &["여기까지"]);
            expect(&program, "표준 출력", &expired(&program, b"").stdout, "여기까지");
        });
    }
    for (held, other) in
        [("오류", "sleep 60 >/dev/null & echo 여기까지"), ("출력", "sleep 60 2>/dev/null & echo 여기까지")]
    {
        case(move || {
            foresee(
                "손자는 두 출력 가운데 하나만 쥐고 있습니다. 표준 출력도 표준 오류도 한도까지만 읽고, 지나면 `kill_group`을 부릅니다.",
            );
            let mut command = Command::new("sh");
            command.args(["-c", other]);
            own_group(&mut command);
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let child = command.spawn().expect("`sh`는 시작됩니다.");
            until_it_speaks(&child);
            let error = communicate(child, b"", SHORT).err().and_then(|error| error.downcast().ok());
            let said =
                error.map(|error: Box<TimeoutExpired>| String::from_utf8_lossy(&error.stdout).into_owned());
            assert!(
                said.as_deref() == Some("여기까지\n"),
                "손자가 표준 {held}만 쥐고 있을 때 \"여기까지\"가 담긴 TimeoutExpired를 돌려주어야 하는데 {said:?}입니다."
            );
        });
    }
    case(|| {
        let me = std::process::id().to_string();
        let found = within(&program("witness", &[&me]), b"", HOUR).stdout;
        let advice = "`wait()`는 맨 마지막에 부릅니다. 자식이 끝나기를 기다리는 것은 거두지 않는 `wait_for_end`입니다.";
        demand(found == "그대로".as_bytes(), advice, || {
            "손자가 파이프를 쥐고 있는 동안 자식을 거둡니다. 한도가 지나 그룹을 죽일 때, 거둔 번호는 남의 것일 수 있습니다.".into()
        });
    });
}

fn ends_the_silent() {
    advise("출력의 끝은 자식의 끝이 아닙니다. `wait_for_end`까지 한도 안에서 기다립니다.");
    case(|| {
        let program = program("mute", &["여기까지"]);
        expect(&program, "표준 출력", &expired(&program, b"").stdout, "여기까지");
    });
}
