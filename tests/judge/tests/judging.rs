//! The judge, judged: this binary is a made-up lesson when `MADE_UP_LESSON` names one, and the tests of it otherwise.

use std::process::{Command, ExitCode, Output};
use std::time::{Duration, Instant};

use judge::{Case, Court, Desk, Judged, Topic, Verdict, here};
use libtest_mimic::{Arguments, Failed, Trial};
use nanoserde::DeJson;
use report::{Looked, Paper};

mod topics;

const LESSON: &str = "MADE_UP_LESSON";

const LESSONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lessons/steps");

fn topic(name: &str) -> &'static Topic {
    match name {
        "solved" => &topics::SOLVED,
        "begun" => &topics::BEGUN,
        "untouched" => &topics::UNTOUCHED,
        "panics" => &topics::PANICS,
        "faults" => &topics::FAULTS,
        "ours" => &topics::OURS,
        "leaves" => &topics::LEAVES,
        name => panic!("no lesson is called {name}"),
    }
}

fn main() -> ExitCode {
    if let Ok(name) = std::env::var(LESSON) {
        let topic = topic(&name);
        return judge::main(&format!("{}/tests/lessons/{}", env!("CARGO_MANIFEST_DIR"), topic.name), topic);
    }
    judge::attend(&cases());
    libtest_mimic::run(&Arguments::from_args(), trials()).exit_code()
}

/// Answers that are judged without a lesson around them, as a gallery of wrong answers is.
fn cases() -> Vec<Case> {
    let desk = Desk::of("lessons/steps", &topics::BEGUN);
    let mut cases = Case::all(&desk, &topics::BEGUN);
    cases.retain(|case| case.id != "late");
    cases
}

fn lesson(name: &str, words: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(words).env(LESSON, name);
    for variable in ["NEXTEST", "NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"] {
        command.env_remove(variable);
    }
    command
}

/// What the learner reads; only the time that the run took is left out.
fn read(output: &Output) -> String {
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.split("; finished in ").next().unwrap_or(line);
        lines.push(line.trim_end().to_string());
    }
    format!("{}\n종료 코드 {}\n", lines.join("\n").trim_end(), output.status.code().unwrap_or(-1))
}

fn page(name: &str, words: &[&str]) -> String {
    read(&lesson(name, words).output().unwrap())
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut fact = |name: &str, check: fn()| {
        trials.push(Trial::test(name, move || {
            check();
            Ok::<(), Failed>(())
        }));
    };

    fact("시작하지 않은 단계는 할 일을 말한다", || {
        snapshot("untouched", &page("untouched", &[]))
    });
    fact("처음으로 풀지 못한 단계만 설명한다", || snapshot("begun", &page("begun", &[])));
    fact("모두 풀면 배운 것을 말한다", || snapshot("solved", &page("solved", &[])));
    fact("패닉은 난 줄을 말한다", || snapshot("panics", &page("panics", &["--include-ignored"])));
    fact("이름을 댄 단계는 앞 단계가 남아도 본다", || {
        snapshot("named", &page("begun", &["sema"]))
    });
    fact("모두 보라고 하면 모두 설명한다", || {
        snapshot("include_ignored", &page("begun", &["--include-ignored"]))
    });
    fact("미룬 것만 보라고 하면 나머지는 세지 않는다", || {
        snapshot("ignored", &page("begun", &["--ignored"]))
    });
    fact("목록은 단계의 이름뿐이다", || snapshot("list", &page("begun", &["--list"])));
    fact("json에는 색도 머리말도 없다", || {
        snapshot("json", &without_times(&page("begun", &["--format", "json"])))
    });
    fact("짧게 말하라면 한 글자씩 말한다", || snapshot("terse", &page("begun", &["--quiet"])));
    fact("이름으로 고르고 뺀다", || {
        let pages = [
            &["--list", "count"][..],
            &["--list", "counter", "late"],
            &["--list", "--exact", "count"],
            &["--list", "--skip", "count"],
            &["--list", "--exact", "--skip=counter"],
        ];
        snapshot("filters", &pages.map(|words| page("begun", words)).join("\n"));
    });
    fact("쓰는 법을 말한다", || snapshot("help", &page("begun", &["--help"])));
    fact("쓸 수 없는 인수는 까닭을 말한다", || {
        let pages = [
            &["--exactly"][..],
            &["--format", "xml"],
            &["--color=red"],
            &["--test-threads", "many"],
            &["counter", "--skip"],
        ];
        snapshot("arguments", &pages.map(|words| page("begun", words)).join("\n"));
    });
    fact("힌트는 하나씩 나온다", || {
        let pages =
            [&["hint", "miscounts"][..], &["hint", "miscounts", "2"], &["hint", "miscounts", "3"], &["hint"]];
        snapshot("hints", &pages.map(|words| page("begun", words)).join("\n"));
    });
    fact("깨지는 순서를 다시 볼 수 있다", || {
        let pages =
            [&["replay", "miscounts"][..], &["replay", "counter"], &["replay", "semaphore"], &["replay"]];
        snapshot("replay", &pages.map(|words| page("begun", words)).join("\n"));
    });
    fact("잘못 친 이름은 가까운 단계를 알려 준다", || {
        let pages = [&["conter"][..], &["hint", "semaphor"], &["replay", "xyz"], &["hint", "counter", "9"]];
        snapshot("misspelt", &pages.map(|words| page("begun", words)).join("\n"));
    });
    fact("모든 줄이 여든 칸 안이다", || {
        for (name, words) in
            [("untouched", &[][..]), ("begun", &[]), ("solved", &[]), ("begun", &["hint", "miscounts", "2"])]
        {
            for line in page(name, words).lines() {
                let columns = report::text::columns(line);
                assert!(columns <= 80, "{columns}칸인 줄이 있습니다: {line}");
            }
        }
    });
    fact("판정은 자료로도 나온다", || {
        let output = lesson("begun", &["verdicts"]).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let judged: Vec<Judged> = text.lines().map(|line| Judged::deserialize_json(line).unwrap()).collect();
        let [counter, ..] = judged.as_slice() else { panic!("판정이 없습니다: {text}") };
        let only_one = Looked::NOTHING.and_all(1);
        assert_eq!((&*counter.step, &*counter.looked), ("counter", &[only_one][..]));
        let judged: Vec<_> = judged.into_iter().map(|judged| (judged.step, judged.verdict)).collect();
        let cases = Case::all(&Desk::of(LESSONS, &topics::BEGUN), &topics::BEGUN);
        let here: Vec<_> = cases.iter().map(|case| (case.id.clone(), here(case))).collect();
        assert_eq!(judged, here, "보낸 판정과 여기의 판정입니다.");
    });
    fact("어떤 너비에도 맞춘다", || {
        for case in cases() {
            let Some(report) = here(&case).report().cloned() else { continue };
            let verdict = Verdict::Rejected(Box::new(report));
            for width in [40, 48, 60, 80, 140] {
                let paper = Paper { width, ..Paper::PLAIN };
                for line in paper.verdict(&verdict).lines().filter(|line| !line.contains("cargo ")) {
                    let columns = report::text::columns(line);
                    assert!(columns <= width, "{width}칸에 {columns}칸인 줄이 있습니다: {line}");
                }
            }
        }
    });
    fact("색은 글을 바꾸지 않는다", || {
        let coloured = page("begun", &["--color", "always"]);
        assert!(coloured.contains("\x1b["), "색을 켜면 색이 있어야 합니다.");
        let stripped = without_colour(&coloured);
        assert_eq!(stripped, page("begun", &[]), "색을 걷어 내면 같은 글이어야 합니다.");
        assert!(!page("begun", &["--color", "never"]).contains('\x1b'), "색을 끄면 색이 없어야 합니다.");
    });
    fact("환경이 달라도 글은 같다", || {
        let plain = page("begun", &[]);
        for (name, value) in
            [("LANG", "C"), ("LC_ALL", "C"), ("RUST_BACKTRACE", "1"), ("NO_COLOR", "1"), ("TERM", "dumb")]
        {
            let output = lesson("begun", &[]).env(name, value).output().unwrap();
            assert_eq!(read(&output), plain, "{name}={value}일 때입니다.");
        }
        for jobs in ["1", "2", "7"] {
            assert_eq!(page("begun", &["--test-threads", jobs]), plain, "한꺼번에 {jobs}개씩 볼 때입니다.");
        }
    });
    fact("읽다가 그만두어도 조용하다", || {
        let mut command = lesson("begun", &[]);
        let mut run = command
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(run.stdout.take());
        let output = run.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "읽는 쪽이 먼저 닫았을 뿐입니다.");
    });
    fact("nextest는 뒤 단계를 건너뛴다", || {
        let words = ["--list", "--format", "terse", "--ignored"];
        let output = lesson("begun", &words).env("NEXTEST", "1").output().unwrap();
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "semaphore: test\nlate: test\n",
            "뒤 단계만 목록에 있어야 합니다."
        );
    });
    fact("자식에게 시켜도 직접 보아도 판정은 같다", || {
        let verdicts = Court::default().judge(&cases());
        assert!(
            matches!(verdicts[..], [Verdict::Solved, Verdict::Rejected(_), Verdict::NotStarted(_)]),
            "{verdicts:?}"
        );
        assert_eq!(
            verdicts,
            cases().iter().map(here).collect::<Vec<_>>(),
            "자식의 판정과 여기의 판정입니다."
        );
    });
    fact("달아나는 답은 저마다 까닭을 말한다", runaways_are_named);
    fact("검사 자신의 패닉은 검사의 잘못이라고 말한다", || {
        let page = page("ours", &["--include-ignored"]);
        let ours = "답의 잘못이 아니라 검사하는 쪽의 잘못입니다.";
        assert_eq!(page.matches(ours).count(), 2, "두 단계 모두 우리 잘못입니다.\n{page}");
        for message in ["엔진을 차리지 못했습니다", "신호를 세지 못했습니다"] {
            assert!(page.contains(&format!(": {message}")), "패닉의 말과 자리가 있어야 합니다.\n{page}");
        }
    });
    fact("달아나는 답 뒤에도 나머지를 말한다", || {
        let page = page("faults", &[]);
        assert!(
            page.contains("test exits_with_7                  ... FAILED"),
            "첫 단계가 실패해야 합니다.\n{page}"
        );
        assert!(page.contains("0 passed; 1 failed; 15 ignored"), "나머지 단계는 미뤄야 합니다.\n{page}");
    });
    fact("끝나지 않는 스레드는 판정을 막지 않는다", || {
        let page = page("leaves", &["--include-ignored"]);
        assert!(page.contains("2 passed; 0 failed"), "약속을 지켰으면 통과해야 합니다.\n{page}");
    });
    fact("아무 프로세스도 남기지 않는다", || {
        let left =
            left_by(lesson("leaves", &["leaves_a_process"]), |command| drop(command.output().unwrap()));
        assert!(left.is_empty(), "뒤에 남은 프로세스입니다: {left:?}");
    });
    fact("부모가 죽으면 자식도 떠난다", || {
        let left = left_by(lesson("faults", &["--exact", "waits_for_nobody"]), |command| {
            let mut parent = command.stdout(std::process::Stdio::null()).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(300));
            parent.kill().unwrap();
            parent.wait().unwrap();
        });
        assert!(left.is_empty(), "부모가 죽은 뒤에 남은 프로세스입니다: {left:?}");
    });
    trials
}

fn without_colour(page: &str) -> String {
    let mut parts = page.split("\x1b[");
    let first = parts.next().unwrap_or("").to_string();
    parts.fold(first, |text, part| text + part.split_once('m').map_or(part, |(_, shown)| shown))
}

fn without_times(page: &str) -> String {
    let lines = page.lines().map(|line| line.split(", \"exec_time\"").next().unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

fn runaways_are_named() {
    let mut page = String::new();
    let left = left_by(lesson("faults", &["--include-ignored", "--test-threads=4"]), |command| {
        page = read(&command.output().unwrap());
    });
    snapshot("runaways", &page);
    assert!(left.is_empty(), "달아난 뒤에 남은 프로세스입니다: {left:?}");
}

/// Processes that bear the mark of this command a moment after `run` is through with it. Elsewhere than on Linux none is seen.
fn left_by(mut command: Command, run: impl FnOnce(&mut Command)) -> Vec<String> {
    let mark = format!("MADE_UP_MARK={}-{:?}", std::process::id(), Instant::now());
    let (name, value) = mark.split_once('=').unwrap();
    run(command.env(name, value));
    let marked = || {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let marked = processes.filter(|entry| {
            let environment = std::fs::read(entry.path().join("environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|variable| variable == mark.as_bytes())
        });
        marked.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    let deadline = Instant::now() + Duration::from_secs(2);
    while !marked().is_empty() && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(10));
    }
    marked()
}
