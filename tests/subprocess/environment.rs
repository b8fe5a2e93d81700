use std::env;
#[cfg(target_os = "linux")]
use std::ffi::OsStr;
use std::io::ErrorKind;
#[cfg(target_os = "linux")]
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::Stdio;

use super::answer::environment::{Args, command};
use judge::{Promise, Step};
use process::{INPUT, Surroundings, advise, case, differs, expect, folder, printed, program, real};

pub const STEP: Step = Step {
    name: "environment",
    title: "작업 폴더, 환경 변수, 셸",
    hints: [
        "리스트의 인수는 하나도 이어 붙이지 않습니다. 셸이 필요한 것은 `shell`이 참일 때뿐입니다.",
        "`envs()`는 더하기만 하므로 먼저 `env_clear()`를 부릅니다. `current_dir()`은 자식의 폴더만 바꿉니다.",
        "셸은 `Command::new(\"/bin/sh\")`에 `-c`와 인수들을 차례로 줍니다. 폴더는 `cwd.metadata()`로 먼저 확인하고, 오류의 말에 `cwd.display()`를 넣습니다.",
    ],
    promises: &[
        Promise { says: "리스트는 셸을 만나지 않습니다.", check: real(a_list_meets_no_shell) },
        Promise {
            says: "`shell`이면 문자열 한 줄을 `/bin/sh -c`에 넘깁니다.",
            check: real(a_line_meets_the_shell),
        },
        Promise {
            says: "`shell`에 준 리스트는 첫째가 명령이고 나머지는 `$0`, `$1`입니다.",
            check: real(a_list_names_its_parameters),
        },
        Promise {
            says: "`env`는 더하지 않고 통째로 바꿉니다.", check: real(replaces_the_environment)
        },
        Promise {
            says: "`cwd`에서 시작하고, 부모의 폴더와 환경 변수는 그대로입니다.",
            check: real(starts_in_the_folder),
        },
        Promise {
            says: "`cwd`가 없으면 그 경로가 든 오류를 돌려줍니다.",
            check: real(names_the_missing_folder),
        },
    ],
};

/// 표준 출력과, 오류가 났으면 그 말입니다.
fn said(args: Args<'_>, shell: bool, cwd: Option<&Path>, env: Option<&[(&str, &str)]>) -> String {
    let before = Surroundings::now();
    let mut command =
        command(args, shell, cwd, env).unwrap_or_else(|error| panic!("명령을 만들지 못합니다: {error}"));
    let change = before.change();
    assert!(change.is_none(), "{}", change.unwrap_or_default());
    let output =
        command.stdin(Stdio::inherit()).output().unwrap_or_else(|error| panic!("시작하지 못합니다: {error}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn a_list_meets_no_shell() {
    advise(
        "`shell`이 아니면 `Command::new(첫째)`에 나머지를 `args()`로 그대로 줍니다. 문자열을 빈칸에서 나누지 않습니다.",
    );
    case(|| {
        let arguments = [
            "; echo 침입",
            "$(echo 침입)",
            "`echo 침입`",
            "&& touch 침입",
            "*",
            "~",
            "$HOME",
            "'",
            "",
            " 두 낱말 ",
        ];
        let program = program("arguments", &arguments);
        let found = said(Args::List(&program.words()), false, None, None);
        let quoted = arguments.map(|word| format!("\"{word}\""));
        let lost = quoted.iter().find(|word| !found.contains(*word));
        assert!(lost.is_none(), "그대로 전해지지 않은 인수가 있습니다: {}", lost.map_or("", |word| word));
        let wanted = format!("[{}]", quoted.join(", "));
        assert!(found == wanted, "인수는 {wanted}인데 프로그램이 받은 것은 {found}입니다.");
    });
    case(|| {
        let env: [(&str, &str); 1] = [("PATH", "/usr/bin:/bin")];
        for env in [None, Some(&env[..])] {
            let started =
                command(Args::Line("echo 안녕"), false, None, env).and_then(|mut command| command.output());
            let kind = started.map(|_| ()).map_err(|error| error.kind());
            assert!(
                kind == Err(ErrorKind::NotFound),
                "셸이 아니면 `echo 안녕`은 통째로 프로그램의 이름입니다. 그런 것은 없습니다."
            );
        }
        advise("문자열은 나누지도 다듬지도 않고 통째로 프로그램의 이름으로 씁니다.");
        for line in [" echo", "echo ", "echo\n"] {
            let started =
                command(Args::Line(line), false, None, None).and_then(|mut command| command.output());
            let kind = started.map(|_| ()).map_err(|error| error.kind());
            assert!(
                kind == Err(ErrorKind::NotFound),
                "셸이 아니면 {line:?}는 빈칸까지 프로그램의 이름입니다. 그런 것은 없습니다."
            );
        }
    });
}

fn a_line_meets_the_shell() {
    advise("`Command::new(\"/bin/sh\")`에 `-c`와 문자열을 인수 둘로 줍니다.");
    case(|| {
        let found = said(Args::Line("x=셸; echo \"$x\" 하나; echo 둘 | cat"), true, None, None);
        assert!(
            found == "셸 하나\n둘\n",
            "셸이 돌린 결과는 \"셸 하나\\n둘\\n\"이어야 하는데 {found:?}입니다."
        );
    });
    case(|| {
        let home = folder("집");
        std::fs::write(home.join(".profile"), "echo 설정 파일").expect("쓸 수 있습니다.");
        let home = home.to_string_lossy();
        let env = [("HOME", &*home)];
        let found = said(Args::Line("echo 하나"), true, None, Some(&env));
        expect("`-c` 말고 다른 옵션은 주지 않은 셸의 출력", "하나\n", &*found);
    });
    case(|| {
        advise("셸에는 `-c`만 줍니다. `-e`를 더하면 실패한 명령에서 멈춥니다.");
        let found = said(Args::Line("false; echo 다음"), true, None, None);
        expect("`-c` 말고 다른 옵션은 주지 않은 셸에서 실패한 명령의 다음", "다음\n", &*found);
    });
    case(|| {
        let line = format!("{} && cat", program("say", &["두 낱말", "", "0"]).line());
        let found = said(Args::Line(&line), true, None, None);
        let wanted = format!("두 낱말{INPUT}");
        assert!(found == wanted, "셸이 돌린 결과는 {wanted:?}이어야 하는데 {found:?}입니다.");
        let found = said(Args::Line(r"printf '%s|' '\n' '\\' '%'"), true, None, None);
        expect(r"셸이 돌린 `printf '%s|' '\n' '\\' '%'`의 출력", r"\n|\\|%|", &*found);
    });
}

fn a_list_names_its_parameters() {
    advise("`-c` 뒤에 리스트를 `args()`로 그대로 줍니다. 이어 붙이거나 따옴표를 더하지 않습니다.");
    case(|| {
        let list = ["echo \"$0\" \"$1\" $#", "이름", "두 낱말"];
        let found = said(Args::List(&list), true, None, None);
        assert!(
            found == "이름 두 낱말 1\n",
            "{list:?}의 결과는 \"이름 두 낱말 1\\n\"이어야 하는데 {found:?}입니다."
        );
        let found = said(Args::List(&["echo \"[$0][$1][$2]\"", "", " ", "끝"]), true, None, None);
        expect("셸에 준 리스트의 빈 인수", "[][ ][끝]\n", &*found);
        let found = said(Args::List(&["echo", "안녕"]), true, None, None);
        assert!(
            found == "\n",
            "[\"echo\", \"안녕\"]을 셸에 주면 명령은 `echo`뿐이라 빈 줄이 나와야 하는데 {found:?}입니다."
        );
    });
}

fn replaces_the_environment() {
    advise(
        "`env`가 있을 때만 `env_clear()` 다음에 `envs()`를 부릅니다. 리스트의 차례대로 넣으면 뒤의 값이 남습니다.",
    );
    case(|| {
        let program = program("environment", &[]);
        let found = said(
            Args::List(&program.words()),
            false,
            None,
            Some(&[("나", "둘"), ("다", " 셋 "), ("가", "하나 하나"), ("라", ""), ("small", "x=y")]),
        );
        let passed = ["small=x=y", "가=하나 하나", "나=둘", "다= 셋 ", "라="];
        for wanted in passed {
            assert!(
                found.lines().any(|line| line == wanted),
                "env에 넣은 `{wanted}`가 자식의 환경 변수에 없습니다."
            );
        }
        assert!(
            found.lines().eq(passed),
            "env가 있으면 자식의 환경 변수는 그것뿐이어야 하는데 다른 것도 있습니다."
        );
        let found = said(Args::List(&program.words()), false, None, Some(&[]));
        assert!(found.is_empty(), "빈 env를 주면 환경 변수가 없어야 하는데 부모의 것이 남아 있습니다.");
        let twice = [("가", "처음"), ("나", "둘"), ("가", "나중")];
        let found = said(Args::List(&program.words()), false, None, Some(&twice));
        expect(format!("env가 {twice:?}일 때 자식의 환경 변수"), "가=나중\n나=둘", found.trim_end());
    });
    case(|| {
        advise("값은 나누거나 다듬지 않고 그대로 `envs()`에 줍니다. 값에 줄바꿈이 있어도 됩니다.");
        let variable = program("variable", &["줄"]);
        let found = said(Args::List(&variable.words()), false, None, Some(&[("줄", "하나\n둘")]));
        expect("값에 줄바꿈이 있는 환경 변수", "하나\n둘", &*found);
    });
    case(|| {
        advise("`env`가 없으면 `env_clear()`도 `env_remove()`도 부르지 않습니다.");
        let program = program("environment", &[]);
        let made = command(Args::List(&program.words()), false, None, None);
        let is_less = made.is_ok_and(|made| made.get_envs().any(|(_, value)| value.is_none()));
        assert!(!is_less, "env가 없는데 물려줄 환경 변수를 뺍니다. 부모의 것을 그대로 물려받아야 합니다.");
        let own = said(Args::List(&program.words()), false, None, None);
        let wanted = env::vars_os().count();
        let same = |line: &str| {
            line.split_once('=')
                .is_some_and(|(name, value)| env::var_os(name).is_some_and(|own| own == *value))
        };
        assert!(
            own.lines().count() == wanted && own.lines().all(same),
            "env가 없으면 부모의 것을 그대로 물려받아야 합니다."
        );
    });
    case(|| {
        let found = said(Args::Line("echo [$NAME] [$HOME]"), true, None, Some(&[("NAME", "하나")]));
        assert!(found == "[하나] []\n", "셸에도 env만 보여야 하는데 {found:?}입니다.");
        let started = command(Args::Line("echo $0"), true, None, Some(&[("PATH", "/없는/폴더")]));
        let found = started.and_then(|mut command| command.output()).map(|output| output.stdout);
        assert!(
            found.is_ok_and(|found| found == b"/bin/sh\n"),
            "셸은 PATH에서 찾은 것이 아니라 언제나 /bin/sh여야 합니다."
        );
    });
}

fn starts_in_the_folder() {
    advise(
        "자식의 폴더는 `Command::current_dir(cwd)`로만 정합니다. 부모의 폴더도, 프로그램의 이름도 바꾸지 않습니다.",
    );
    case(|| {
        let (folder, before) = (folder("빈칸 있는 폴더"), env::current_dir().unwrap_or_default());
        let program = program("place", &[]);
        let seen = process::seen();
        let made = command(Args::List(&program.words()), false, Some(&folder), None);
        assert!(made.is_ok(), "있는 폴더인데 명령을 만들지 못합니다.");
        if let (Some(before), Some(after)) = (seen, process::seen()) {
            let moves = after.since(before).moves;
            assert!(
                moves == 0,
                "부모의 작업 폴더를 옮깁니다. 되돌려도 그사이 다른 스레드가 엉뚱한 폴더에서 일합니다."
            );
        }
        let link = process::folder("링크").join("폴더로 가는 링크");
        std::os::unix::fs::symlink(&folder, &link).expect("링크를 만들 수 있습니다.");
        let found = said(Args::List(&program.words()), false, Some(&link), Some(&[("가", "하나")]));
        let wanted = folder.canonicalize().unwrap_or_default().to_string_lossy().into_owned();
        assert!(found == wanted, "자식이 cwd에서 시작하지 않습니다.");
        assert!(env::current_dir().unwrap_or_default() == before, "부모의 작업 폴더가 바뀌었습니다.");
        assert!(env::var_os("가").is_none(), "부모의 환경 변수가 바뀌었습니다.");
        let program = process::program("environment", &[]);
        let found = said(Args::List(&program.words()), false, Some(&link), Some(&[("가", "하나")]));
        advise(
            "`env`가 있으면 `env_clear()` 다음에 그것만 넣습니다. `PWD` 같은 다른 변수를 더하지 않습니다.",
        );
        expect("cwd와 env를 함께 주었을 때의 환경 변수", "가=하나\n", &*found);
    });
    case(|| {
        let folder = folder("따옴표 ' 있는 폴더");
        let found = said(Args::List(&["pwd; echo $0", "이름"]), true, Some(&folder), None);
        let wanted = format!("{}\n이름\n", folder.display());
        expect("cwd에서 시작한 셸의 출력", wanted, found);
        advise("`env`와 `cwd`는 셸이든 아니든, 리스트든 문자열이든 똑같이 정합니다.");
        let list = Args::List(&["echo $0 $NAME; pwd", "이름"]);
        let found = said(list, true, Some(&folder), Some(&[("NAME", "하나")]));
        let wanted = format!("이름 하나\n{}\n", folder.display());
        expect("셸에 리스트와 cwd와 env를 함께 주었을 때의 출력", wanted, found);
    });
    #[cfg(target_os = "linux")]
    case(|| {
        advise("경로는 글자가 아닐 수 있습니다. `&str`로 바꾸지 않고 `Path` 그대로 `current_dir`에 줍니다.");
        let odd = folder("여기").join(OsStr::from_bytes(b"\xffodd"));
        std::fs::create_dir(&odd).expect("폴더를 만들 수 있습니다.");
        let found = said(Args::List(&program("place", &[]).words()), false, Some(&odd), None);
        assert!(
            found.ends_with("/여기/\u{fffd}odd"),
            "이름에 글자가 아닌 바이트가 든 폴더에서 시작하지 못합니다."
        );
    });
    case(|| {
        advise("상대 경로도 폴더입니다. 부모의 작업 폴더에서 찾습니다.");
        let found = said(Args::List(&program("place", &[]).words()), false, Some(Path::new(".")), None);
        let here = env::current_dir().unwrap_or_default();
        assert!(here.to_str() == Some(&*found), "cwd가 `.`이면 부모의 작업 폴더에서 시작해야 합니다.");
    });
    case(|| {
        advise(
            "`process_group`, `stdin`, `stdout`, `stderr`를 정하는 줄을 지웁니다. 그것은 시작하는 쪽이 정합니다.",
        );
        let group = program("group", &[]);
        let line = format!("exec {}", group.line());
        for (args, shell) in [(Args::List(&group.words()), false), (Args::Line(&line), true)] {
            let ended = command(args, shell, None, None).and_then(|mut command| command.status());
            assert!(
                ended.is_ok_and(|status| status.success()),
                "명령이 자식을 다른 프로세스 그룹에서 시작하게 합니다."
            );
        }
        let ended = command(Args::List(&program("cat", &[]).words()), false, None, None)
            .and_then(|mut command| command.status());
        assert!(
            ended.is_ok() && printed() == INPUT,
            "명령이 자식의 표준 입력이나 출력을 정합니다. `status()`로 시작한 자식은 부모의 것을 물려받아야 합니다."
        );
    });
    case(|| {
        let decoy = Path::new("echo");
        std::fs::write(decoy, "").expect("파일을 만들 수 있습니다.");
        let made = command(Args::List(&["echo", "안녕"]), false, None, None);
        let found = made.and_then(|mut command| command.output()).map(|output| output.stdout);
        std::fs::remove_file(decoy).expect("지울 수 있습니다.");
        assert!(
            found.as_ref().is_ok_and(|found| found == "안녕\n".as_bytes()),
            "작업 폴더에 `echo`라는 파일이 있어도 PATH의 `echo`를 실행해야 하는데 {found:?}입니다."
        );
    });
    case(|| {
        advise("셸이 아닌 문자열도 `Command::new(문자열)`로 시작합니다. 인수가 없을 뿐입니다.");
        let here = folder("빈칸 있는 폴더");
        let found = said(Args::Line("pwd"), false, Some(&here), None);
        let wanted = format!("{}\n", here.canonicalize().unwrap_or_default().display());
        assert!(found == wanted, "문자열 \"pwd\"가 이름인 프로그램을 cwd에서 실행하지 못합니다.");
    });
}

fn names_the_missing_folder() {
    advise(
        "`cwd.metadata()`의 오류를 종류는 그대로 두고 경로를 넣어 감쌉니다. 있지만 폴더가 아니면 `NotADirectory`입니다.",
    );
    case(|| {
        let here = folder("여기");
        let missing = here.join("없는 폴더");
        let file = here.join("폴더가 아닌 파일");
        std::fs::write(&file, "").expect("파일을 만들 수 있습니다.");
        let inside = file.join("안쪽");
        for (cwd, kind) in [
            (missing, ErrorKind::NotFound),
            (file, ErrorKind::NotADirectory),
            // 아무것도 없는 곳이기도 합니다.
            (inside.clone(), ErrorKind::NotADirectory),
        ] {
            let name = cwd.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let program = program("place", &[]);
            for (args, shell) in [(Args::List(&program.words()), false), (Args::Line("pwd"), true)] {
                match command(args, shell, Some(&cwd), None) {
                    Ok(_) if shell => {
                        panic!("셸을 쓸 때 `{name}`: 작업 폴더가 될 수 없는데 오류가 없습니다.")
                    }
                    Ok(_) => panic!("`{name}`: 작업 폴더가 될 수 없는데 오류가 없습니다."),
                    Err(error) => {
                        if cwd != inside || error.kind() != ErrorKind::NotFound {
                            expect(format!("`{name}`의 오류"), kind, error.kind());
                        }
                        if !error.to_string().contains(&*cwd.to_string_lossy()) {
                            differs("오류가 말하는 경로", cwd.to_string_lossy(), error.to_string());
                        }
                    }
                }
            }
        }
        let nowhere = command(Args::Line("echo"), false, Some(Path::new("")), None);
        let kind = nowhere.map(|_| ()).map_err(|error| error.kind());
        expect("아무것도 없는 빈 경로가 cwd일 때의 오류", Err(ErrorKind::NotFound), kind);
    });
}
