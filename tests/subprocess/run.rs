use std::io::ErrorKind;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};

use super::answer::Completed;
use super::answer::run::{Stream, returncode, run, start};
use judge::{Promise, Step};
use process::{
    INPUT, PIPE_ENDS, Program, advise, at_rest, case, complained, demand, folder, printed, program, real,
    untouched_input,
};

pub const STEP: Step = Step {
    name: "run",
    title: "실행, 출력, 반환 코드",
    hints: [
        "`Command::new`에는 프로그램 하나만, `args`에는 나머지를 하나씩 그대로 줍니다. 이어 붙이거나 나누지 않습니다.",
        "`start`로 시작한 자식의 `wait_with_output()`은 두 출력을 함께 읽고 거둡니다. `code()`가 `None`이면 `ExitStatusExt::signal()`을 봅니다.",
        "`start`에서는 `spawn()`의 오류를 `map_err`로 받아 `io::Error::new(error.kind(), …)`로 바꿉니다. `run`에서는 `(stdout == Stream::Pipe).then_some(output.stdout)`처럼, 파이프일 때만 `Some`으로 담습니다.",
    ],
    promises: &[
        Promise {
            says: "인수는 빈칸도 따옴표도 그대로 전해집니다.",
            check: real(arguments_arrive_as_they_are),
        },
        Promise {
            says: "출력과 오류를 따로 담고, 화면에는 내보내지 않습니다.", check: real(captures_apart)
        },
        Promise {
            says: "가로채지 않은 출력은 부모의 출력으로 나가고, 받는 값은 `None`입니다.",
            check: real(leaves_the_rest_alone),
        },
        Promise {
            says: "반환 코드를 돌려주고, 신호로 끝났으면 번호의 음수입니다.",
            check: real(tells_how_it_ended),
        },
        Promise {
            says: "잠들거나 거듭 묻지 않고 기다리며, 열어 둔 것을 남기지 않습니다.",
            check: real(waits_plainly),
        },
        Promise {
            says: "입력, 환경 변수, 작업 폴더, 프로세스 그룹은 부모의 것을 물려줍니다.",
            check: real(hands_on_the_rest),
        },
        Promise {
            says: "많이 출력해도 끝까지, 바이트 그대로 읽습니다.", check: real(reads_both_to_the_end)
        },
        Promise {
            says: "시작하지 못하면 오류의 종류는 그대로 두고 프로그램 이름을 알립니다.",
            check: real(names_what_is_missing),
        },
    ],
};

fn ran(program: &Program, stdout: Stream, stderr: Stream) -> Completed {
    let words = program.words();
    match run(&words, stdout, stderr) {
        Ok(completed) => {
            assert!(completed.args == words, "{program}의 Completed가 다른 args를 말합니다.");
            completed
        }
        Err(error) => panic!("{program}에서 오류를 돌려줍니다: {error}"),
    }
}

fn text(bytes: &Option<Vec<u8>>) -> Option<String> {
    bytes.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

fn expect(program: &Program, what: &str, found: &Option<Vec<u8>>, wanted: Option<&str>) {
    process::expect(format!("{program}의 {what}"), wanted, text(found).as_deref());
}

fn arguments_arrive_as_they_are() {
    advise(
        "`args`의 첫째는 `Command::new`에, 나머지는 `args()`에 그대로 줍니다. 이어 붙이거나 셸을 거치지 않습니다.",
    );
    case(|| {
        for (arguments, wanted) in [
            (&["두 낱말", " 앞뒤 "][..], r#"["두 낱말", " 앞뒤 "]"#),
            (
                &["\"큰\" '작은'", "", "$HOME", "*.rs", "a;b", "-n"],
                r#"["\"큰\" '작은'", "", "$HOME", "*.rs", "a;b", "-n"]"#,
            ),
        ] {
            let program = program("arguments", arguments);
            expect(&program, "stdout", &ran(&program, Stream::Pipe, Stream::Pipe).stdout, Some(wanted));
        }
    });
    case(|| {
        advise("`~`를 홈 폴더로 바꾸는 것은 셸입니다. 인수는 글자 그대로 넘깁니다.");
        process::variable_of_bytes("HOME", "/집".as_bytes());
        let program = program("arguments", &["~", "~/안"]);
        expect(
            &program,
            "stdout",
            &ran(&program, Stream::Pipe, Stream::Pipe).stdout,
            Some(r#"["~", "~/안"]"#),
        );
    });
    case(|| {
        let words = ["낱말"; 40];
        let program = program("arguments", &words);
        let found = text(&ran(&program, Stream::Pipe, Stream::Pipe).stdout).unwrap_or_default();
        assert!(
            found == format!("{words:?}"),
            "인수 40개를 주었는데 프로그램은 {}개를 받았습니다.",
            found.matches("낱말").count()
        );
    });
    case(|| {
        let found = run(&["sh", "-c", ":"], Stream::Pipe, Stream::Pipe).map(|completed| completed.returncode);
        assert!(
            found.as_ref().is_ok_and(|code| *code == 0),
            "PATH에 있는 `sh`를 실행하지 못합니다: {found:?}"
        );
        let named = run(&["sh", "-c", "echo \"$0\""], Stream::Pipe, Stream::Pipe);
        let name = named.ok().and_then(|completed| text(&completed.stdout)).unwrap_or_default();
        demand(
            name.ends_with('\n'),
            "출력은 바이트 그대로 담습니다. 끝의 줄바꿈도 프로그램이 쓴 것이니 `trim`하지 않습니다.",
            || format!("`echo`의 출력에서 끝의 줄바꿈이 사라져 {name:?}입니다."),
        );
        assert!(name == "sh\n", "프로그램이 아는 자신의 이름은 args의 첫째여야 하는데 {name:?}입니다.");
    });
}

fn captures_apart() {
    advise(
        "두 출력을 저마다의 파이프로 받아 그대로 담고, 다시 출력하지 않습니다. 따라가 보려고 출력할 때는 `println!`이나 `dbg!`를 씁니다. 그것은 따로 모읍니다.",
    );
    case(|| {
        let program = program("say", &["값", "경고", "0"]);
        let completed = ran(&program, Stream::Pipe, Stream::Pipe);
        expect(&program, "stdout", &completed.stdout, Some("값"));
        expect(&program, "stderr", &completed.stderr, Some("경고"));
        let shown = printed() + &complained();
        assert!(shown.is_empty(), "가로챈 출력이 화면에도 나옵니다: {shown:?}");
    });
    case(|| {
        advise(
            "`Pipe`로 받았으면 아무것도 오지 않았어도 빈 것을 `Some`에 담습니다. `None`은 받지 않았다는 뜻입니다.",
        );
        let program = program("say", &["", "", "0"]);
        let completed = ran(&program, Stream::Pipe, Stream::Pipe);
        expect(&program, "stdout", &completed.stdout, Some(""));
        expect(&program, "stderr", &completed.stderr, Some(""));
    });
}

fn leaves_the_rest_alone() {
    advise(
        "`Stream`을 그대로 `Command`의 `stdout`과 `stderr`에 주고, `Pipe`일 때만 받은 것을 `Some`에 담습니다. 따라가 보려고 출력할 때는 `println!`이나 `dbg!`를 씁니다. 그것은 따로 모읍니다.",
    );
    case(|| {
        let program = process::program("say", &["값", "경고", "0"]);
        let completed = ran(&program, Stream::Inherit, Stream::Pipe);
        expect(&program, "stdout", &completed.stdout, None);
        expect(&program, "stderr", &completed.stderr, Some("경고"));
        assert!(printed() == "값", "Inherit인 출력이 부모의 출력으로 나가지 않습니다: {:?}", printed());
        let completed = ran(&program, Stream::Pipe, Stream::Inherit);
        expect(&program, "stderr", &completed.stderr, None);
        assert!(complained() == "경고", "Inherit인 오류가 부모의 오류로 나가지 않습니다: {:?}", complained());
        let pipes = process::program("pipes", &[]);
        let stdout_is_a_pipe = ran(&pipes, Stream::Inherit, Stream::Pipe).returncode & 1 == 1;
        let stderr_is_a_pipe = ran(&pipes, Stream::Pipe, Stream::Inherit).returncode & 2 == 2;
        assert!(
            !stdout_is_a_pipe && !stderr_is_a_pipe,
            "Inherit인 출력을 자식에게 그대로 물려주지 않고, 파이프로 받아 나중에 내보냅니다."
        );
    });
    case(|| {
        let program = program("say", &["값", "경고", "0"]);
        let completed = ran(&program, Stream::DevNull, Stream::DevNull);
        expect(&program, "stdout", &completed.stdout, None);
        expect(&program, "stderr", &completed.stderr, None);
        let shown = printed() + &complained();
        assert!(shown.is_empty(), "DevNull인 출력이 나타납니다: {shown:?}");
    });
    case(|| {
        let program = program("say", &["값", "경고", "0"]);
        let streams = [Stream::Inherit, Stream::Pipe, Stream::DevNull];
        for (stdout, stderr) in streams.into_iter().flat_map(|stdout| streams.map(|stderr| (stdout, stderr)))
        {
            let so_far = (printed(), complained());
            let completed = ran(&program, stdout, stderr);
            let goes =
                |to: Stream| [(stdout, "값"), (stderr, "경고")].map(|(at, text)| (at == to).then_some(text));
            let called = format!("stdout이 {stdout:?}, stderr가 {stderr:?}일 때 {program}의");
            let captured = [text(&completed.stdout), text(&completed.stderr)];
            let captured = [captured[0].as_deref(), captured[1].as_deref()];
            process::expect(format!("{called} 두 출력에서 담은 것"), goes(Stream::Pipe), captured);
            let shown = [&printed()[so_far.0.len()..], &complained()[so_far.1.len()..]].map(str::to_string);
            let wanted = goes(Stream::Inherit).map(|text| text.unwrap_or_default().to_string());
            process::expect(format!("{called} 두 출력에서 화면에 나온 것"), wanted, shown);
        }
    });
    case(|| {
        advise("`DevNull`은 `Stdio::null()`입니다. 읽는 쪽이 없는 파이프에 쓰는 자식은 오류를 만납니다.");
        let program = program("fill", &["200000", "200000"]);
        let code = ran(&program, Stream::DevNull, Stream::DevNull).returncode;
        process::expect(format!("두 출력을 DevNull로 버린 {program}의 반환 코드"), 0, code);
    });
    case(start_only_joins_the_streams);
}

fn start_only_joins_the_streams() {
    advise("`start`는 받은 `command`에 두 출력만 정하고, 그 `command`를 그대로 시작합니다.");
    let started = |command: Command, stdout, stderr| {
        let ended = start(command, stdout, stderr).and_then(|child| child.wait_with_output());
        let output = ended.unwrap_or_else(|error| panic!("`start`에서 오류를 돌려줍니다: {error}"));
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    let say = program("say", &["값", "경고", "0"]);
    for (stdout, stderr, wanted) in
        [(Stream::Pipe, Stream::DevNull, ["값", ""]), (Stream::DevNull, Stream::Pipe, ["", "경고"])]
    {
        let found = started(say.command(), stdout, stderr);
        let call = format!("`start`에 stdout은 {stdout:?}, stderr는 {stderr:?}로 준 {say}의 두 출력");
        process::expect(call, wanted.map(str::to_string), found);
    }
    let shown = printed() + &complained();
    assert!(shown.is_empty(), "`start`에 DevNull로 준 출력이 나타납니다: {shown:?}");
    let here = folder("정해 둔 폴더").canonicalize().unwrap_or_default();
    let mut place = program("place", &[]).command();
    place.current_dir(&here);
    let [found, _] = started(place, Stream::Pipe, Stream::Inherit);
    assert!(here.to_str() == Some(&*found), "`command`에 정해 둔 작업 폴더를 `start`가 잃습니다.");
    let mut variable = program("variable", &["이름"]).command();
    variable.env("이름", "정해 둔 값");
    let [found, _] = started(variable, Stream::Pipe, Stream::Inherit);
    process::expect("`command`에 정해 둔 환경 변수", "정해 둔 값", &*found);
    let mut cat = program("cat", &[]).command();
    cat.stdin(Stdio::null());
    let [found, _] = started(cat, Stream::Pipe, Stream::Inherit);
    process::expect("`command`의 표준 입력을 비워 두었을 때 자식이 읽은 것", "", &*found);
}

fn tells_how_it_ended() {
    advise(
        "`status.code()`가 `None`이면 `ExitStatusExt::signal`이 번호를 줍니다. 셸처럼 128을 더하거나, 상태의 비트를 직접 나누지 않습니다.",
    );
    case(|| {
        let path = folder("실행 횟수").join("기록").to_string_lossy().into_owned();
        let program = program("tally", &[&path]);
        let times = || text(&ran(&program, Stream::Pipe, Stream::Pipe).stdout).unwrap_or_default();
        let first = times();
        assert!(first == "1", "프로그램을 한 번만 실행해야 하는데 {first}번 실행합니다.");
        let second = times();
        demand(
            second == "2",
            "앞의 결과를 두었다가 쓰지 않고, 부를 때마다 실행합니다.",
            || format!("`run`을 두 번 불렀는데 프로그램은 모두 {second}번 실행했습니다."),
        );
    });
    case(|| {
        for code in [0, 1, 3, 127, 137, 255] {
            let program = program("say", &["", "", &code.to_string()]);
            let found = ran(&program, Stream::Pipe, Stream::Pipe).returncode;
            process::expect(format!("{program}의 반환 코드"), code, found);
        }
    });
    case(|| {
        for (raw, what, wanted) in [
            (3 << 8, "코드 3", 3),
            (143 << 8, "코드 143", 143),
            (6 | 0x80, "코어를 남긴 신호 6", -6),
            (64, "신호 64", -64),
        ] {
            let found = returncode(ExitStatus::from_raw(raw));
            process::expect(format!("{what}의 반환 코드"), wanted, found);
        }
    });
    case(|| {
        for signal in [9, 15, 26] {
            let program = program("signal", &[&signal.to_string()]);
            let found = ran(&program, Stream::Pipe, Stream::Pipe).returncode;
            process::expect(format!("{program}의 반환 코드"), -signal, found);
        }
    });
}

fn waits_plainly() {
    advise("시작한 자식을 `wait_with_output()`으로 한 번 기다립니다.");
    case(|| {
        let late = program("late", &[]);
        for (stdout, stderr) in [(Stream::Pipe, Stream::Pipe), (Stream::Inherit, Stream::Inherit)] {
            let code = at_rest(|| ran(&late, stdout, stderr)).returncode;
            let advice =
                "출력이 끝났어도 자식은 더 일할 수 있습니다. 죽이지 않고 `wait`로 끝까지 기다립니다.";
            demand(code == 0, advice, || {
                format!("{late}는 출력을 닫고 더 일하다 0으로 끝나는데, 반환 코드가 {code}입니다.")
            });
        }
    });
}

fn hands_on_the_rest() {
    advise(
        "`stdin`, `env`, `current_dir`, `process_group`을 따로 정하는 줄을 지웁니다. `output()`은 표준 입력을 비우므로 `spawn()`으로 시작합니다.",
    );
    case(|| {
        let program = program("cat", &[]);
        expect(&program, "stdout", &ran(&program, Stream::Pipe, Stream::Pipe).stdout, Some(INPUT));
    });
    case(|| {
        ran(&program("say", &["값", "", "0"]), Stream::Pipe, Stream::Pipe);
        untouched_input();
    });
    case(|| {
        process::inherits(|program| {
            let completed = ran(program, Stream::Pipe, Stream::Pipe);
            (completed.returncode, text(&completed.stdout).unwrap_or_default())
        });
    });
}

fn reads_both_to_the_end() {
    advise("끝까지 읽은 `Vec<u8>`를 그대로 담습니다. 글자로 바꾸거나, 크기를 정해 놓고 읽지 않습니다.");
    case(|| {
        let program = program("fill", &["34000001", "4200001"]);
        let completed = ran(&program, Stream::Pipe, Stream::Pipe);
        let lengths = [completed.stdout, completed.stderr].map(|bytes| bytes.map_or(0, |bytes| bytes.len()));
        process::expect(format!("{program}의 출력과 오류의 바이트 수"), [34_000_001, 4_200_001], lengths);
    });
    case(|| {
        let program = program("bytes", &["ff00c7d10d0a20"]);
        let found = ran(&program, Stream::Pipe, Stream::Pipe).stdout.unwrap_or_default();
        assert!(
            found == b"\xff\0\xc7\xd1\r\n ",
            "{program}의 출력을 바이트 그대로 담아야 하는데 {found:02x?}입니다."
        );
        let words = ["sh", "-c", "printf '\\377\\r\\n' >&2"];
        let found = run(&words, Stream::Pipe, Stream::Pipe).ok().and_then(|completed| completed.stderr);
        assert!(
            found.as_deref() == Some(b"\xff\r\n"),
            "{words:?}의 오류를 바이트 그대로 담아야 하는데 {found:02x?}입니다."
        );
    });
    case(|| {
        advise(PIPE_ENDS);
        let program = program("witness", &[&std::process::id().to_string()]);
        let found = ran(&program, Stream::Pipe, Stream::Pipe).stdout.unwrap_or_default();
        assert!(!found.is_empty(), "자식이 끝난 뒤에 손자가 쓴 것을 담지 않았습니다.");
    });
}

fn names_what_is_missing() {
    advise(
        "`spawn()`의 오류를 `io::Error::new(error.kind(), …)`로 감싸, 종류는 그대로 두고 말에 이름을 넣습니다.",
    );
    case(|| {
        for name in ["이런-프로그램은-없음", "echo 안녕", "/없는 폴더/프로그램.sh"] {
            match run(&[name], Stream::Pipe, Stream::Pipe) {
                Ok(_) => panic!("`{name}`이라는 프로그램은 없는데 실행했다고 합니다."),
                Err(error) => {
                    assert!(
                        error.kind() == ErrorKind::NotFound,
                        "없는 프로그램의 오류는 NotFound여야 하는데 {:?}입니다.",
                        error.kind()
                    );
                    assert!(
                        error.to_string().contains(name),
                        "오류가 `{name}`이라는 이름을 말하지 않습니다: {error}"
                    );
                }
            }
        }
    });
    case(|| {
        let file = folder("여기").join("실행할 수 없는 파일");
        std::fs::write(&file, "").expect("파일을 만들 수 있습니다.");
        let (path, inside) = (file.to_string_lossy(), file.join("안쪽"));
        expect_refused("있지만 실행할 수 없는 파일", &[&*path], ErrorKind::PermissionDenied);
        expect_refused("파일의 안쪽", &[&*inside.to_string_lossy()], ErrorKind::NotADirectory);
        expect_refused("NUL이 든 인수", &["sh", "\0"], ErrorKind::InvalidInput);
        #[cfg(target_os = "linux")]
        expect_refused("너무 긴 인수", &["sh", &"가".repeat(100_000)], ErrorKind::ArgumentListTooLong);
    });
    case(|| {
        let name = "이런-프로그램은-없음";
        let Err(error) = start(Command::new(name), Stream::Pipe, Stream::Pipe) else {
            panic!("`{name}`이라는 프로그램은 없는데 시작했다고 합니다.")
        };
        process::expect("`start`가 돌려준 오류의 종류", ErrorKind::NotFound, error.kind());
        assert!(
            error.to_string().contains(name),
            "`start`가 돌려준 오류가 `{name}`이라는 이름을 말하지 않습니다: {error}"
        );
    });
}

fn expect_refused(what: &str, words: &[&str], kind: ErrorKind) {
    let Err(error) = run(words, Stream::Pipe, Stream::Pipe) else {
        panic!("{what}: 시작할 수 없는데 실행했다고 합니다.")
    };
    assert!(error.kind() == kind, "{what}의 오류는 {kind:?}여야 하는데 {:?}입니다.", error.kind());
    assert!(
        error.to_string().contains(words[0]),
        "{what}의 오류가 `{}`이라는 이름을 말하지 않습니다: {error}",
        words[0]
    );
}
