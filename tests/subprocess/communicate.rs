use std::fs::File;
use std::io::ErrorKind;
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Child, ExitStatus, Output, Stdio};

use super::answer::communicate::communicate;
use judge::{Promise, Step};
use process::nix::sys::wait::waitpid;
use process::{
    PIPE_ENDS, Program, advise, at_rest, case, complained, demand, expect, folder, printed, program, real,
    transfers,
};

pub const STEP: Step = Step {
    name: "communicate",
    title: "파이프 교착 상태",
    hints: [
        "쓰는 줄이 멈춘 동안 출력을 읽어 줄 누군가가 있어야 합니다.",
        "쓰기를 다른 스레드에 맡기고 `wait_with_output()`을 부릅니다. 스레드가 끝나면 표준 입력도 닫혀야 합니다.",
        "`thread::scope` 안에서 `child.stdin.take()`를 스레드로 옮겨 `write_all`합니다. `ErrorKind::BrokenPipe`는 자식이 그만 읽겠다는 뜻이니 오류로 치지 않습니다.",
    ],
    promises: &[
        Promise {
            says: "입력을 다 쓰면 닫아서 끝을 알립니다.", check: real(closes_the_input)
        },
        Promise { says: "한 바이트씩 읽고 쓰지 않습니다.", check: real(moves_blocks) },
        Promise {
            says: "4 MiB를 쓰면서 4 MiB를 받아도 멈추지 않습니다.", check: real(writes_while_reading)
        },
        Promise {
            says: "출력과 오류가 함께 쏟아져도 멈추지 않습니다.", check: real(reads_both_at_once)
        },
        Promise {
            says: "잠들거나 거듭 묻지 않고 기다리며, 열어 둔 것을 남기지 않습니다.",
            check: real(waits_plainly),
        },
        Promise {
            says: "입력을 다 읽지 않고 끝나는 자식은 오류가 아닙니다.",
            check: real(lets_the_child_leave_early),
        },
        Promise {
            says: "입력을 받는 손자가 있으면 다 쓰고 돌아옵니다.", check: real(writes_to_the_end)
        },
        Promise {
            says: "다른 오류는 삼키지 않고, 자식을 거둔 뒤 돌려줍니다.",
            check: real(tells_other_errors),
        },
        Promise {
            says: "파이프로 잇지 않은 것은 건드리지 않습니다.", check: real(leaves_the_rest_alone)
        },
    ],
};

/// 어떤 횟수나 크기의 한도에도 맞아떨어지지 않습니다.
const MUCH: usize = 4_200_001;

fn start(program: &Program) -> Child {
    let mut command = program.command();
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("작은 프로그램은 시작됩니다.")
}

fn exchange(program: &Program, input: &[u8]) -> Output {
    communicate(start(program), input)
        .unwrap_or_else(|error| panic!("{program}에서 오류를 돌려줍니다: {error}"))
}

/// 어디서 끊기거나 뒤섞였는지 알 수 있는 입력입니다.
fn long(length: usize) -> Vec<u8> {
    (0..length).map(|index| (index % 251) as u8).collect()
}

fn closes_the_input() {
    advise("다 쓴 표준 입력은 `drop`되어야 닫힙니다. `child`가 쥔 채로는 자식이 입력의 끝을 보지 못합니다.");
    for length in [0, 5, 200_000] {
        case(move || {
            let program = program("count", &[]);
            let output = exchange(&program, &long(length));
            let counted = String::from_utf8_lossy(&output.stdout);
            expect(format!("{program}에 {length}바이트를 주었을 때의 출력"), &*length.to_string(), &*counted);
        });
    }
}

fn writes_it_all() {
    advise("크기를 정해 놓고 쓰지 않습니다. `write_all(input)`은 받은 것을 모두 씁니다.");
    let (program, length) = (program("count", &[]), 34_000_001);
    let output = exchange(&program, &long(length));
    let counted = String::from_utf8_lossy(&output.stdout);
    expect(format!("{program}에 {length}바이트를 주었을 때의 출력"), &*length.to_string(), &*counted);
}

/// 파이프에 한 번에 담기는 만큼이라, 멈추는 풀이도 여기서는 멈추지 않습니다.
fn moves_blocks() {
    advise("`write_all`과 `read_to_end`는 큰 덩어리로 옮깁니다. 한 바이트씩 옮기는 반복을 지웁니다.");
    case(|| {
        for (name, with, streams) in [("cat", "`cat`과", 2), ("tee", "`tee`와", 3)] {
            let (before, length) = (transfers(), 60_000);
            let output = exchange(&program(name, &[]), &long(length));
            assert!(name == "tee" || output.stdout.len() == length, "6만 바이트가 다 돌아오지 않았습니다.");
            if let (Some(before), Some(after)) = (before, transfers()) {
                let most = streams * length as u64 / 64;
                assert!(
                    after - before < most,
                    "{with} 6만 바이트를 주고받는 데 읽기와 쓰기를 {most}번 넘게 부릅니다. 부를 때마다 커널에 다녀오므로 아주 느립니다."
                );
            }
        }
    });
}

fn writes_while_reading() {
    case(writes_it_all);
    advise(
        "쓰기를 스레드에 맡기고, 그동안 `wait_with_output()`으로 읽습니다. 빠진 바이트가 있으면 끝까지 읽지 않는 쪽을 찾습니다.",
    );
    case(|| {
        let (program, input) = (program("cat", &[]), long(MUCH));
        let output = exchange(&program, &input);
        assert!(
            output.stdout == input,
            "{program}에 준 4 MiB가 그대로 돌아와야 하는데 {}바이트가 왔거나 내용이 다릅니다.",
            output.stdout.len()
        );
        assert!(output.status.success(), "{program}의 성공을 돌려주어야 합니다.");
    });
    #[cfg(target_os = "linux")]
    case(|| {
        use process::nix::fcntl::{FcntlArg, fcntl};

        let child = start(&program("pour", &[&MUCH.to_string()]));
        let pipe = child.stdin.as_ref().expect("입력은 파이프입니다.");
        fcntl(pipe, FcntlArg::F_SETPIPE_SZ(4096)).expect("파이프를 줄일 수 있습니다.");
        let output = communicate(child, &long(60_000)).unwrap_or_else(|error| {
            panic!("4 KiB까지만 담기는 파이프에 6만 바이트를 쓰는데 오류를 돌려줍니다: {error}")
        });
        let found = output.stdout.len();
        assert!(
            found == MUCH,
            "4 KiB까지만 담기는 파이프에 6만 바이트를 쓰는 동안의 출력은 {MUCH}바이트인데 {found}바이트를 받았습니다."
        );
    });
    case(|| {
        let (program, input) = (program("tee", &[]), long(MUCH));
        let output = exchange(&program, &input);
        assert!(
            output.stdout == input && output.stderr == input,
            "{program}에 준 4 MiB가 출력과 오류 양쪽으로 그대로 돌아와야 합니다."
        );
    });
}

fn reads_both_at_once() {
    advise("한쪽을 끝까지 읽은 다음에 다른 쪽을 읽지 않습니다. `wait_with_output()`은 둘을 함께 읽습니다.");
    for (out, err) in [(MUCH, MUCH), (0, MUCH), (MUCH, 0)] {
        case(move || {
            let program = program("fill", &[&out.to_string(), &err.to_string()]);
            let output = exchange(&program, b"");
            let lengths = (output.stdout.len(), output.stderr.len());
            assert!(
                lengths == (out, err),
                "출력과 오류는 {:?}바이트인데 {lengths:?}바이트를 받았습니다.",
                (out, err)
            );
        });
    }
    case(|| {
        advise("크기를 정해 놓고 읽지 않습니다. 끝까지 읽은 것을 모두 담습니다.");
        let length = 34_000_001;
        let found = exchange(&program("fill", &[&length.to_string(), "0"]), b"").stdout.len();
        assert!(found == length, "출력은 {length}바이트인데 {found}바이트를 받았습니다.");
    });
}

fn waits_plainly() {
    advise("스레드에서 쓰고, `wait_with_output()`으로 한 번 기다립니다.");
    case(|| {
        let late = program("late", &[]);
        let status = at_rest(|| exchange(&late, b"")).status;
        let advice = "출력이 끝났어도 자식은 더 일할 수 있습니다. 죽이지 않고 `wait`로 끝까지 기다립니다.";
        demand(status.success(), advice, || {
            format!("{late}는 출력을 닫고 더 일하다 0으로 끝나는데, 끝난 방식이 {status}입니다.")
        });
    });
    case(|| {
        advise(PIPE_ENDS);
        let output = exchange(&program("witness", &[&std::process::id().to_string()]), b"");
        assert!(!output.stdout.is_empty(), "자식이 끝난 뒤에 손자가 쓴 것을 담지 않았습니다.");
    });
}

fn lets_the_child_leave_early() {
    advise("쓰다가 난 `ErrorKind::BrokenPipe`는 자식이 그만 읽겠다는 뜻입니다. 그것만 성공으로 칩니다.");
    case(|| {
        let program = program("deaf", &["듣지 않음"]);
        let output = exchange(&program, &long(MUCH));
        assert!(
            output.stdout == "듣지 않음".as_bytes() && output.status.success(),
            "{program}의 출력과 성공을 돌려주어야 합니다."
        );
    });
    case(|| {
        let program = program("sip", &["3"]);
        let output = exchange(&program, &long(MUCH));
        assert!(
            output.stdout == [0, 1, 2],
            "{program}의 출력은 받은 세 바이트여야 하는데 {:?}입니다.",
            output.stdout
        );
    });
    case(|| {
        advise("자식이 어떻게 끝났는지는 `status`에 그대로 담습니다. 신호로 끝난 것도 오류가 아닙니다.");
        let program = program("signal", &["9", "값"]);
        let output = exchange(&program, b"");
        let (text, signal) = (String::from_utf8_lossy(&output.stdout), output.status.signal());
        expect(format!("{program}의 출력과 신호"), ("값", Some(9)), (&*text, signal));
    });
    case(|| {
        advise(
            "`BrokenPipe`는 자식이 입력을 그만 읽는다는 뜻일 뿐입니다. 자식은 더 일할 수 있으니 죽이지 않고 끝까지 기다려, 끝난 방식을 `status`에 그대로 담습니다.",
        );
        let program = program("quits", &["뒷말", "3"]);
        let output = exchange(&program, &long(MUCH));
        let found = (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.to_string());
        let wanted = ("뒷말".to_string(), ExitStatus::from_raw(3 << 8).to_string());
        expect(format!("{program}의 출력과 끝난 방식"), wanted, found);
    });
}

/// 손자는 풀이가 잠들어 기다릴 때에야 읽기 시작합니다. 먼저 돌아온 풀이는 손자가 읽기 전에 돌아온 것입니다.
fn writes_to_the_end() {
    advise("쓰는 스레드를 끝까지 기다립니다. `thread::scope`는 스레드가 모두 끝나야 돌아옵니다.");
    case(|| {
        let read = folder("손자").join("읽기 시작함");
        let program = program("heir", &[&read.to_string_lossy(), &std::process::id().to_string()]);
        exchange(&program, &long(MUCH));
        assert!(
            read.exists(),
            "입력을 다 쓰기 전에 돌아옵니다. 남은 스레드가 쓰다 난 오류는 아무도 보지 못합니다."
        );
    });
}

fn tells_other_errors() {
    advise(
        "`BrokenPipe`가 아닌 오류까지 버리는 `let _ =`이나 `.ok()`가 있는지 봅니다. `Err(이름) =>`은 어떤 오류든 받으니 `if error.kind() == ErrorKind::BrokenPipe`를 붙입니다. 자식을 거둔 다음에 `?`로 돌려줍니다.",
    );
    case(|| {
        let full = File::options().write(true).open("/dev/full").map(OwnedFd::from);
        let program = program("say", &["값", "", "0"]);
        let mut child = start(&program);
        child.stdin = full.ok().map(Into::into);
        let kind = communicate(child, b"x").map(|_| ()).map_err(|error| error.kind());
        assert!(
            kind == Err(ErrorKind::StorageFull),
            "쓸 자리가 없다는 오류(StorageFull)를 돌려주어야 하는데 {kind:?}입니다."
        );
    });
    for name in ["출력을", "표준 오류를"] {
        case(move || {
            let program = program("say", &["값", "", "0"]);
            let mut child = start(&program);
            let folder = File::open("/").map(OwnedFd::from).ok();
            match name {
                "출력을" => child.stdout = folder.map(Into::into),
                _ => child.stderr = folder.map(Into::into),
            }
            // 표준 라이브러리의 `wait_with_output`은 오류를 돌려주지 않고 패닉합니다.
            let told = catch_unwind(AssertUnwindSafe(|| communicate(child, b"")));
            let is_left = waitpid(None, None).is_ok();
            assert!(!matches!(told, Ok(Ok(_))), "{name} 읽다 오류가 났는데 성공으로 봅니다.");
            let advice = "`?`로 바로 돌아가지 않습니다. 결과를 두었다가, 자식을 거둔 다음에 돌려줍니다.";
            demand(told.is_err() || !is_left, advice, || {
                format!("{name} 읽다 난 오류를 돌려주면서, 자식을 거두지 않았습니다.")
            });
        });
    }
}

fn leaves_the_rest_alone() {
    advise("`child.stdin`이나 `child.stderr`가 `None`이면 건너뜁니다. 물려준 출력은 받을 것이 없습니다.");
    case(|| {
        let program = program("fill", &["200000", "0"]);
        let child = program.command().stdout(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
        let output = communicate(child, b"")
            .unwrap_or_else(|error| panic!("표준 출력만 파이프인 {program}에서 오류를 돌려줍니다: {error}"));
        let length = output.stdout.len();
        assert!(length == 200_000, "표준 출력만 파이프일 때 {program}의 출력이 {length}바이트입니다.");
    });
    case(|| {
        let program = program("say", &["값", "경고", "3"]);
        let child = program.command().stdout(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
        let output = communicate(child, b"")
            .unwrap_or_else(|error| panic!("표준 출력만 파이프인 {program}에서 오류를 돌려줍니다: {error}"));
        assert!(
            output.stdout == "값".as_bytes() && output.stderr.is_empty() && output.status.code() == Some(3),
            "{program}의 출력과 반환 코드가 다릅니다."
        );
        assert!(printed().is_empty() && complained() == "경고", "가로챈 것과 흘려보낸 것이 뒤바뀌었습니다.");
    });
    case(|| {
        let program = program("fill", &["3", "200000"]);
        let child = program.command().stderr(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
        let output = communicate(child, "버려질 입력".as_bytes())
            .unwrap_or_else(|error| panic!("표준 오류만 파이프인 {program}에서 오류를 돌려줍니다: {error}"));
        let lengths = (output.stdout.len(), output.stderr.len());
        expect(format!("표준 오류만 파이프일 때 {program}의 출력과 오류의 바이트 수"), (0, 200_000), lengths);
        assert!(printed() == "ooo", "물려준 출력이 부모의 출력으로 나가지 않습니다.");
    });
    case(|| {
        let program = program("count", &[]);
        let child = program.command().stdin(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
        let output = communicate(child, &long(200_000))
            .unwrap_or_else(|error| panic!("표준 입력만 파이프인 {program}에서 오류를 돌려줍니다: {error}"));
        assert!(
            output.stdout.is_empty() && output.stderr.is_empty(),
            "가로채지 않은 출력은 비어 있어야 합니다."
        );
        expect(format!("표준 입력만 파이프일 때 {program}이 화면에 출력한 것"), "200000", &*printed());
    });
}
