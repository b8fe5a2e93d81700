//! Every command but the watcher, as a script or a pipe sees it.

use std::fs;

use crate::made_up::{BROKEN, Repo, SOLVED, STARTER, Said, WRONG, expect};

#[test]
fn 터미널이_아니면_판과_다음_단계를_쓰고_끝난다() {
    let repo = Repo::new();
    let said = repo.course(&[]);
    expect(&said, 0, &["0/2", "> 아직       counter", "준비 중", "다음 단계: 경쟁 상태", "- 답은 42입니다."]);
    assert!(said.err.is_empty(), "아무것도 빌드하지 않아야 합니다: {}", said.err);
}

#[test]
fn 확인한_것은_내용으로_기억한다() {
    let repo = Repo::new();
    repo.edit("counter", SOLVED);
    expect(&repo.course(&["list"]), 0, &["풀었음     counter", "1/2"]);
    let said = repo.course(&["list"]);
    expect(&said, 0, &["풀었음     counter"]);
    assert!(said.err.is_empty(), "두 번째에는 빌드하지 않아야 합니다: {}", said.err);

    repo.edit("counter", WRONG);
    expect(&repo.course(&["list"]), 0, &["고치는 중  counter", "0/2"]);
    repo.edit("counter", SOLVED);
    let said = repo.course(&["list"]);
    expect(&said, 0, &["풀었음     counter"]);
    assert!(said.err.is_empty(), "본 적이 있는 답은 다시 빌드하지 않아야 합니다: {}", said.err);

    repo.write("tests/mutex/counter.rs", "hints: [\"새 힌트\"]");
    assert!(!repo.course(&["list"]).err.is_empty(), "약속이 바뀌면 다시 확인해야 합니다.");
    fs::remove_dir_all(repo.at("target")).unwrap();
    expect(&repo.course(&["list"]), 0, &["풀었음     counter"]);
}

#[test]
fn 시계가_뒤로_가도_낡은_판정을_믿지_않는다() {
    let repo = Repo::new();
    repo.edit("counter", SOLVED);
    expect(&repo.course(&["check", "mutex", "counter"]), 0, &["풀었습니다."]);
    repo.edit("counter", WRONG);
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(repo.step("counter")).unwrap().set_modified(long_ago).unwrap();
    expect(&repo.course(&["check", "mutex", "counter"]), 1, &["42여야 하는데 41입니다."]);
}

#[test]
fn 종료_코드는_풀었는지를_말한다() {
    let repo = Repo::new();
    expect(&repo.course(&["check"]), 1, &["0/2", "아직 시작하지 않은 단계입니다."]);
    repo.edit("counter", SOLVED);
    expect(
        &repo.course(&["check", "mutex", "counter"]),
        0,
        &["풀었습니다.", "다음 단계", "check mutex worker"],
    );
    expect(&repo.course(&["check", "mutex"]), 1, &["1/2", "풀었음      counter"]);
    repo.edit("worker", WRONG);
    let said = repo.course(&["check", "mutex", "worker"]);
    expect(&said, 1, &["42여야 하는데 41입니다.", "cargo course hint mutex worker"]);
    repo.edit("worker", SOLVED);
    let said = repo.course(&["check"]);
    expect(&said, 0, &["2/2", "지금 있는 2단계를 모두 풀었습니다.", "서로 다른 답 3개", "(2번째 답)"]);
}

#[test]
fn 컴파일_오류는_한_번만_그대로_보인다() {
    let repo = Repo::new();
    repo.edit("counter", BROKEN);
    let said = repo.course(&["check"]);
    expect(
        &said,
        1,
        &["오류 있음   counter", "확인 못 함  worker", "컴파일 오류가 1개 있습니다.", "counter.rs:3"],
    );
    assert_eq!(said.out.matches("error[E0308]").count(), 1, "{}", said.out);
    expect(&repo.course(&["list"]), 0, &["오류 있음  counter", "cargo course check mutex"]);
    repo.edit("counter", "pub fn renamed() -> u32 {\n    42\n}\n");
    expect(&repo.course(&["check", "mutex"]), 1, &["컴파일 오류가 1개", "answer"]);
}

#[test]
fn json은_모든_단계를_담는다() {
    let repo = Repo::new();
    repo.edit("counter", SOLVED);
    repo.edit("worker", WRONG);
    let said = repo.course(&["check", "--json"]);
    expect(&said, 1, &[]);
    let json: serde_json::Value = serde_json::from_str(&said.out).expect("JSON이어야 합니다.");
    assert_eq!((&json["solved"], &json["steps"]), (&1.into(), &2.into()), "{json:#}");
    let steps = &json["topics"][0]["steps"];
    assert_eq!(steps[0]["verdict"], "solved", "{json:#}");
    assert_eq!(steps[1]["verdict"], "rejected", "{json:#}");
    assert_eq!(steps[1]["place"], "lessons/mutex/src/worker.rs:3", "{json:#}");
    repo.edit("worker", BROKEN);
    let json: serde_json::Value = serde_json::from_str(&repo.course(&["check", "--json"]).out).unwrap();
    assert_eq!(json["topics"][0]["steps"][1]["verdict"], "does_not_compile", "{json:#}");
    assert_eq!(json["topics"][0]["compile_errors"], 1, "{json:#}");
}

#[test]
fn 힌트는_부를_때마다_하나씩_늘어난다() {
    let repo = Repo::new();
    repo.edit("counter", BROKEN);
    let first = repo.course(&["hint", "mutex"]);
    expect(&first, 0, &["힌트 1/3", "첫째 힌트", "cargo course hint mutex counter"]);
    assert!(!first.out.contains("둘째"), "{}", first.out);
    expect(&repo.course(&["hint", "mutex", "counter"]), 0, &["힌트 2/3", "첫째 힌트", "둘째 힌트"]);
    expect(
        &repo.course(&["hint", "mutex", "counter"]),
        0,
        &["힌트 3/3", "cargo course solution mutex counter"],
    );
    expect(&repo.course(&["hint", "mutex", "counter"]), 0, &["힌트 3/3", "셋째 힌트"]);
    expect(&repo.course(&["hint", "mutex", "worker"]), 0, &["힌트 1/3"]);
}

#[test]
fn 힌트는_번호로도_본다() {
    let repo = Repo::new();
    expect(&repo.course(&["hint", "mutex", "counter", "2"]), 0, &["힌트 2/3", "첫째 힌트", "둘째 힌트"]);
    expect(&repo.course(&["hint", "mutex", "counter", "1"]), 0, &["힌트 1/3", "첫째 힌트"]);
    expect(&repo.course(&["hint", "mutex", "counter"]), 0, &["힌트 3/3"]);
    expect(&repo.course(&["hint", "mutex", "counter", "4"]), 2, &["1번부터 3번까지"]);
    expect(&repo.course(&["hint", "mutex", "counter", "둘"]), 2, &["번호가 아닙니다"]);
}

#[test]
fn 주제를_되돌릴_때는_묻고_한_명령으로_되살린다() {
    let repo = Repo::new();
    expect(&repo.course(&["reset", "mutex"]), 0, &["이미 처음 코드"]);
    repo.edit("counter", SOLVED);
    repo.edit("worker", WRONG);
    repo.course(&["check"]);
    let said = repo.course(&["reset", "mutex"]);
    expect(&said, 2, &["파일 2개", "counter,", "푼 단계는 1개", "--yes"]);
    assert_eq!(repo.read("lessons/mutex/src/counter.rs"), SOLVED, "물어보기 전에는 그대로입니다.");
    let said = repo.course(&["reset", "mutex", "--yes"]);
    expect(
        &said,
        0,
        &["counter.rs 파일을 처음 코드로", "worker.rs 파일을", "cargo course saved restore mutex"],
    );
    for _ in 0..2 {
        assert_eq!(repo.read("lessons/mutex/src/counter.rs"), STARTER);
        expect(&repo.course(&["saved", "restore", "mutex"]), 0, &["되살렸습니다"]);
        assert_eq!(repo.read("lessons/mutex/src/counter.rs"), SOLVED);
        assert_eq!(repo.read("lessons/mutex/src/worker.rs"), WRONG);
        expect(&repo.course(&["saved", "restore", "mutex"]), 0, &["되살렸습니다"]);
    }
}

#[test]
fn 주제의_끝에는_그_주제의_쪽이_있다() {
    let repo = Repo::new();
    repo.write(
        "README.md",
        "| 주제 | 배우는 것 |\n| --- | --- |\n| 뮤텍스 (mutex) | 가 |\n| 큐 (queue) | 나 |\n",
    );
    repo.write("solutions/queue/src/lib.rs", "/// 비면 기다리는 큐\npub mod fifo;\n");
    repo.write(
        "lessons/queue/Cargo.toml",
        "[package]\nname = \"lesson-queue\"\nversion = \"0.1.0\"\nedition = \"2024\"\n",
    );
    repo.write("lessons/queue/src/lib.rs", "pub mod fifo;\n");
    repo.write("lessons/queue/src/fifo.rs", STARTER);
    repo.write("tests/course/starters/queue/fifo.rs", STARTER);
    repo.edit("counter", SOLVED);
    repo.edit("worker", SOLVED);
    // The first build writes the new package into Cargo.lock, on which verdicts depend.
    repo.course(&["check", "mutex"]);
    expect(
        &repo.course(&["check", "mutex"]),
        0,
        &["뮤텍스의 2단계를 모두 풀었습니다.", "cargo run -p lesson-mutex", "cargo course check queue fifo"],
    );
}

#[test]
fn 오류가_다른_단계에_있으면_그렇다고_말한다() {
    let repo = Repo::new();
    repo.edit("counter", BROKEN);
    repo.edit("worker", SOLVED);
    let said = repo.course(&["check", "mutex", "worker"]);
    expect(&said, 1, &["worker 단계는 아직 확인하지 못했습니다.", "lessons/mutex/src/counter.rs 파일을"]);
    let said = repo.course(&["check", "mutex", "counter"]);
    assert!(!said.out.contains("확인하지 못했습니다"), "{}", said.out);
}

#[test]
fn 풀기_전에는_풀이를_묻고서_보인다() {
    let repo = Repo::new();
    expect(&repo.course(&["solution", "mutex", "counter"]), 2, &["--yes"]);
    let said = repo.course(&["solution", "mutex", "counter", "--yes"]);
    expect(&said, 0, &["- 내 코드", "+ 풀이", "-     todo!(", "+     42", "답을 그대로 돌려줍니다."]);
    repo.edit("counter", SOLVED.replace("42\n", "21 + 21\n"));
    repo.course(&["check", "mutex", "counter"]);
    expect(&repo.course(&["solution", "mutex", "counter"]), 0, &["-     21 + 21", "+     42"]);
    repo.edit("counter", format!("// 내 생각\n\n{SOLVED}"));
    repo.course(&["check", "mutex", "counter"]);
    expect(&repo.course(&["solution", "mutex", "counter"]), 0, &["다른 것은 주석과 빈 줄뿐입니다."]);
}

#[test]
fn 파이썬의_인자와_종료_코드는_그대로_전해진다() {
    if course::programs::find_python().is_none_or(|(_, version)| version < course::programs::OLDEST) {
        return eprintln!("건너뜁니다: 파이썬 3.10 이상이 없습니다.");
    }
    let said = Repo::new().course(&["python", "mutex", "--unsafe", "-x"]);
    expect(&said, 5, &["파이썬 --unsafe -x"]);
}

#[test]
fn 잘못_친_말에는_가까운_말을_알려_준다() {
    let repo = Repo::new();
    for (words, told) in [
        (&["chek"][..], "cargo course check"),
        (&["check", "mutx"], "cargo course check mutex"),
        (&["solution", "mutx", "counter"], "cargo course solution mutex counter"),
        (&["check", "counter"], "cargo course check mutex counter"),
        (&["reset", "mutex", "cuonter"], "cargo course reset mutex counter"),
        (&["saved", "restore", "mutx", "counter"], "cargo course saved restore mutex"),
        (&["hint", "queue"], "준비 중"),
        (&["hint"], "이렇게 적습니다: cargo course hint mutex"),
        (&["saved", "restor"], "cargo course saved restore"),
        (&["list", "--colour=never"], "가까운 이름은 --color"),
        (&["list", "--color=blue"], "auto, always, never"),
        (&["completions", "cmd"], "bash, zsh, fish"),
    ] {
        let said = repo.course(words);
        expect(&said, 2, &[told, "할 일: "]);
        assert!(said.out.is_empty(), "오류는 표준 오류로 씁니다: {}", said.out);
    }
}

#[test]
fn 도움말은_한국어이고_예가_먼저다() {
    let repo = Repo::new();
    let parts = [
        "",
        "list",
        "check",
        "hint",
        "solution",
        "reset",
        "saved",
        "saved restore",
        "python",
        "book",
        "doctor",
        "completions",
    ];
    for part in parts {
        let mut words: Vec<&str> = part.split_whitespace().collect();
        words.push("--help");
        let said = repo.course(&words);
        expect(&said, 0, &["예:", "사용법: cargo course"]);
        assert!(said.out.find("예:") < said.out.find("사용법"), "{}", said.out);
        for word in ["Usage", "Options", "Commands", "Arguments", "Print", "default"] {
            assert!(!said.out.contains(word), "'{word}'라는 영어가 보입니다.\n{}", said.out);
        }
    }
}

#[test]
fn 색은_물을_때만_쓴다() {
    let repo = Repo::new();
    repo.edit("counter", WRONG);
    let colors = |words: &[&str], vars: &[(&str, &str)]| {
        let mut command = repo.command(words);
        Said::of(command.envs(vars.iter().copied()).output().unwrap()).out.contains('\u{1b}')
    };
    assert!(!colors(&["list"], &[]), "파이프에는 색이 없습니다.");
    assert!(colors(&["list", "--color=always"], &[]), "달라고 하면 색을 씁니다.");
    assert!(colors(&["check", "--color=always", "mutex", "counter"], &[]), "판정에도 색을 씁니다.");
    assert!(!colors(&["list"], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "0")]), "NO_COLOR를 따릅니다.");
    assert!(!colors(&["check", "--color=never"], &[("CLICOLOR_FORCE", "1")]), "말라고 하면 쓰지 않습니다.");
}

#[test]
fn 의사는_할_일을_말한다() {
    let repo = Repo::new();
    expect(&repo.course(&["doctor"]), 0, &["좋음  rustc", "좋음  링커", "주의  편집기", "export EDITOR"]);
    fs::remove_file(repo.step("worker")).unwrap();
    expect(&repo.course(&["doctor"]), 1, &["고침  단계 파일", "cargo course reset mutex worker"]);
    fs::rename(repo.at("lessons"), repo.at("elsewhere")).unwrap();
    expect(&repo.course(&["doctor"]), 1, &["고침  폴더", "되돌립니다"]);
    expect(&repo.course(&[]), 0, &["파일 이상"]);
}

#[test]
fn 의사는_도구마다_할_일을_말한다() {
    let repo = Repo::new();
    let doctor = |path: &str| {
        Said::of(repo.command(&["doctor"]).env("PATH", repo.at(path)).env_remove("CARGO").output().unwrap())
    };
    fs::create_dir(repo.at("nothing")).unwrap();
    expect(
        &doctor("nothing"),
        1,
        &["고침  rustc", "rustup.rs", "고침  cargo", "고침  링커", "주의  파이썬", "3.10 이상을 설치"],
    );
    #[cfg(unix)]
    {
        repo.program("old/rustc", "#!/bin/sh\necho 'rustc 1.70.0 (abc 2023-06-01)'\n");
        repo.program("old/python3", "#!/bin/sh\necho 'Python 3.8.2'\n");
        expect(&doctor("old"), 1, &["1.70.0: 오래되었습니다.", "rustup update", "3.8: 오래되었습니다."]);
    }
    let outside = repo.command(&["doctor"]).current_dir(std::env::temp_dir()).output();
    expect(&Said::of(outside.unwrap()), 1, &["과정의 폴더가 아닙니다", "cd "]);
}

#[test]
fn 읽는_쪽이_먼저_끝나도_조용하다() {
    let repo = Repo::new();
    for words in [&["list"][..], &["check"], &["--help"], &["completions", "bash"], &["hint", "mutex"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = repo.command(words);
        let said = Said::of(command.stdout(writer).stderr(std::process::Stdio::piped()).output().unwrap());
        assert!((0..=1).contains(&said.code), "{words:?}: {}\n{}", said.code, said.err);
        assert!(!said.err.contains("panicked"), "{words:?}\n{}", said.err);
    }
}

#[test]
fn 받을_수_없는_라이브러리는_할_일을_말한다() {
    let repo = Repo::new();
    let manifest = repo.read("lessons/mutex/Cargo.toml");
    repo.write("lessons/mutex/Cargo.toml", format!("{manifest}\n[dependencies]\nnobody-has-this = \"1\"\n"));
    expect(&repo.course(&["check", "mutex"]), 3, &["lesson-mutex", "연결된 곳에서 한 번 실행"]);
    repo.write("lessons/mutex/Cargo.toml", "[package");
    expect(&repo.course(&["check", "mutex"]), 3, &["lesson-mutex", "할 일"]);
}

#[test]
fn 책이_없으면_없다고_한다() {
    expect(&Repo::new().course(&["book"]), 3, &["책", "할 일"]);
}

#[test]
#[cfg(unix)]
fn 책은_포트와_쪽을_받는다() {
    let repo = Repo::new();
    repo.write("book/Cargo.toml", "");
    let script = "#!/bin/sh\necho \"$@\" >> words.txt\nmkdir -p target/book/mutex\necho > target/book/mutex/counter.html\n";
    repo.program("cargo-of-the-book", script);
    repo.program("browser", "#!/bin/sh\necho \"$1\" > opened.txt\n");
    let course = |words: &[&str]| {
        let mut command = repo.command(words);
        command.env("CARGO", repo.at("cargo-of-the-book")).env("BROWSER", repo.at("browser"));
        Said::of(command.output().unwrap())
    };
    expect(&course(&["book", "--port", "3001"]), 0, &[]);
    assert!(repo.read("words.txt").contains("serve --port 3001"), "{}", repo.read("words.txt"));
    expect(&course(&["book", "mutex", "counter"]), 0, &["브라우저로 열었습니다", "mutex/counter.html"]);
    crate::made_up::eventually("브라우저가 쪽을 받아야 합니다.", || {
        std::fs::read_to_string(repo.at("opened.txt")).is_ok_and(|text| text.contains("mutex/counter.html"))
    });
    expect(&course(&["book", "mutex", "worker"]), 3, &["책을 만들지 못했습니다", "할 일"]);
}

#[test]
fn 하위_폴더에서도_같은_과정이다() {
    let repo = Repo::new();
    let output =
        repo.command(&["check", "mutex", "counter"]).current_dir(repo.at("lessons/mutex/src")).output();
    expect(&Said::of(output.unwrap()), 1, &["아직 시작하지 않은"]);
}

#[test]
fn 배시가_이름을_채운다() {
    let repo = Repo::new();
    let script = repo.course(&["completions", "bash"]);
    expect(&script, 0, &["_cargo_or_course"]);
    for shell in ["zsh", "fish"] {
        expect(&repo.course(&["completions", shell]), 0, &["course", "counter"]);
    }
    repo.write("completion.bash", &script.out);
    let complete = |words: &str, last: &str| {
        let line = format!(
            "source completion.bash; COMP_WORDS=(cargo course {words} '{last}'); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _cargo_or_course cargo '{last}' ''; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        let output = std::process::Command::new("bash")
            .args(["--norc", "-c", &line])
            .current_dir(repo.root())
            .output();
        output.map(|output| Said::of(output).out)
    };
    let Ok(commands) = complete("", "") else { return eprintln!("건너뜁니다: bash가 없습니다.") };
    assert!(commands.contains("check") && commands.contains("doctor"), "{commands}");
    let topics = complete("check", "mu").unwrap();
    assert_eq!(
        topics.split_whitespace().collect::<Vec<_>>(),
        ["multithread", "mutex", "multiprocess"],
        "주제입니다."
    );
    assert_eq!(complete("check mutex", "cou").unwrap().trim(), "counter", "단계입니다.");
}

#[test]
fn 피시가_이름을_채운다() {
    let repo = Repo::new();
    repo.write("completion.fish", repo.course(&["completions", "fish"]).out);
    let complete = |line: &str| {
        let words = format!("source completion.fish; complete -C '{line}'");
        let mut fish = std::process::Command::new("fish");
        fish.args(["--no-config", "-c", &words]).env("HOME", repo.root()).current_dir(repo.root());
        fish.output().map(|output| Said::of(output).out)
    };
    let Ok(commands) = complete("cargo course ") else {
        return eprintln!("건너뜁니다: fish가 없습니다.");
    };
    assert!(commands.contains("check") && commands.contains("doctor"), "{commands}");
    assert_eq!(complete("cargo course check mutex cou").unwrap().trim(), "counter", "단계입니다.");
}

#[test]
fn 처음_코드로_되돌려도_쓰던_코드가_남는다() {
    let repo = Repo::new();
    expect(&repo.course(&["reset", "mutex", "counter"]), 0, &["이미 처음 코드"]);
    expect(&repo.course(&["saved"]), 0, &["보관한 코드가 없습니다"]);
    repo.edit("counter", WRONG);
    let said = repo.course(&["reset", "mutex", "counter"]);
    expect(&said, 0, &[".saved/mutex/counter/1.rs", "cargo course saved restore mutex counter 1"]);
    assert_eq!(repo.read("lessons/mutex/src/counter.rs"), STARTER, "처음 코드와 같아야 합니다.");
    assert_eq!(repo.read(".saved/mutex/counter/1.rs"), WRONG, "쓰던 코드가 남아야 합니다.");
    expect(&repo.course(&["saved"]), 0, &[".saved/mutex/counter/1.rs", "고침"]);
    repo.edit("counter", SOLVED);
    let said = repo.course(&["saved", "restore", "mutex", "counter", "1"]);
    expect(&said, 0, &["되살렸습니다", ".saved/mutex/counter/2.rs"]);
    assert_eq!(repo.read("lessons/mutex/src/counter.rs"), WRONG, "되살린 코드입니다.");
    assert_eq!(repo.read(".saved/mutex/counter/2.rs"), SOLVED, "되살리기 전의 코드입니다.");
    expect(&repo.course(&["saved", "restore", "mutex", "counter", "9"]), 2, &["1, 2"]);
    repo.edit("worker", WRONG);
    repo.edit("lib", "// 비운 목록");
    expect(&repo.course(&["reset", "mutex", "--yes"]), 0, &["counter/3.rs", "worker/1.rs", "lib/1.rs"]);
    assert_eq!(repo.read(".saved/.gitignore"), "*\n", "보관한 코드는 커밋되지 않습니다.");
    expect(&repo.course(&["check", "mutex"]), 1, &["0/2"]);
}
