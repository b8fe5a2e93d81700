//! The watcher in a real pseudo-terminal.

use std::fs;
use std::time::{Duration, Instant};

use crate::made_up::{BROKEN, ENDLESS, Repo, SOLVED, WRONG, eventually};
use crate::terminal::Terminal;

pub const UNTOUCHED: &str = "아직 시작하지 않은";
pub const REJECTED: &str = "42여야 하는데 41입니다.";
pub const JUDGING: &str = "약속을 하나씩 확인합니다";

pub fn started(repo: &Repo) -> Terminal {
    let terminal = Terminal::open(repo, 80, &[]);
    terminal.until(UNTOUCHED);
    terminal
}

#[test]
fn 저장하면_확인하고_다음_단계로_안내한다() {
    let repo = Repo::new();
    let mut terminal = started(&repo);
    terminal.until("lessons/mutex/src/counter.rs");
    repo.edit("counter", WRONG);
    terminal.until(REJECTED);
    repo.edit("counter", BROKEN);
    terminal.until("컴파일 오류가 1개 있습니다.");
    repo.edit("counter", SOLVED);
    terminal.until("풀었습니다.");
    terminal.until("지킴  답은 42입니다.");
    terminal.press("n");
    terminal.until("lessons/mutex/src/worker.rs");
    terminal.until(UNTOUCHED);
    repo.edit("worker", SOLVED);
    terminal.until("지금 있는 2단계를 모두 풀었습니다.");
    terminal.until("2/2");
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "q로 끝내면 0입니다.");
    assert_eq!(repo.read("lessons/mutex/src/worker.rs"), SOLVED, "지켜볼 뿐 고치지 않습니다.");
}

#[test]
fn 키마다_제_할_일을_한다() {
    let repo = Repo::new();
    let mut terminal = started(&repo);
    terminal.press("h");
    terminal.until("힌트 1/3");
    terminal.press("ㅗ");
    terminal.until("힌트 2/3");
    terminal.press("l");
    terminal.until("> 아직       counter");
    terminal.press("s");
    terminal.until("보려면 y를 누릅니다.");
    terminal.press("nyy");
    terminal.until("src/worker.rs");
    assert!(!terminal.screen().contains("+     42"), "y가 바로 이어지지 않으면 풀이를 보이지 않습니다.");
    terminal.press("s");
    terminal.until("보려면 y를 누릅니다.");
    terminal.press("ㅛ");
    terminal.until("+     42");
    terminal.press("a");
    terminal.until_so("다시 확인한 화면", |screen| {
        screen.contains(UNTOUCHED) && !screen.contains("+     42")
    });
    terminal.press("o");
    terminal.until("EDITOR가 정해지지 않았습니다.");
    terminal.press("ㅂ");
    assert_eq!(terminal.end(), 0, "ㅂ도 q입니다.");
}

/// Saves with a pause in the middle; whether this thread was let run soon enough for the save to be one.
fn at_once(save: impl FnOnce(&dyn Fn())) -> bool {
    let start = Instant::now();
    save(&|| std::thread::sleep(Duration::from_millis(40)));
    start.elapsed() < Duration::from_millis(140)
}

#[test]
fn 어떻게_저장해도_알아챈다() {
    let repo = Repo::new();
    let terminal = started(&repo);
    let step = repo.step("counter");
    // JetBrains: a new file takes the place of the old one.
    repo.write("lessons/mutex/src/counter.rs___jb_tmp___", WRONG);
    fs::rename(repo.at("lessons/mutex/src/counter.rs___jb_tmp___"), &step).unwrap();
    terminal.until(REJECTED);
    // Vim: the old file goes aside, a new one is written, the old one is removed.
    let aside = repo.at("lessons/mutex/src/counter.rs~");
    let quick = at_once(|pause| {
        fs::rename(&step, &aside).unwrap();
        pause();
        repo.edit("counter", SOLVED);
    });
    fs::remove_file(&aside).unwrap();
    terminal.until("풀었습니다.");
    let blamed = |words: &str| terminal.written().contains(words);
    assert!(!quick || !blamed("파일이 없습니다"), "저장하는 사이의 빈자리를 탓하지 않습니다.");
    // VS Code: the file is emptied and filled.
    let quick = at_once(|pause| {
        let mut file = fs::File::create(&step).unwrap();
        pause();
        std::io::Write::write_all(&mut file, WRONG.as_bytes()).unwrap();
    });
    terminal.until(REJECTED);
    assert!(!quick || !blamed("비어 있습니다"), "저장하는 사이의 빈 파일을 탓하지 않습니다.");
    repo.edit("counter", WRONG);
    terminal.until("바뀐 글자가 없습니다");
}

/// Its cargo does not begin before the file `go` is there.
fn started_with_a_patient_cargo(repo: &Repo) -> Terminal {
    let script = "#!/bin/sh\nwhile [ ! -e go ]; do sleep 0.01; done\nexec cargo \"$@\"\n";
    repo.program("patient-cargo", script);
    let cargo = repo.at("patient-cargo").display().to_string();
    let terminal = Terminal::open(repo, 80, &[("CARGO", &cargo)]);
    repo.write("go", "");
    terminal.until(UNTOUCHED);
    fs::remove_file(repo.at("go")).unwrap();
    terminal
}

#[test]
fn 저장한_것을_빌드하기_전에_알린다() {
    let repo = Repo::new();
    let terminal = started_with_a_patient_cargo(&repo);
    repo.edit("counter", WRONG);
    terminal.until("확인합니다: lessons/mutex/src/counter.rs");
    repo.write("go", "");
    terminal.until(REJECTED);
}

#[test]
fn 판정이_나와도_읽던_것은_남는다() {
    let repo = Repo::new();
    let mut terminal = started_with_a_patient_cargo(&repo);
    repo.edit("counter", WRONG);
    terminal.until("확인합니다: lessons/mutex/src/counter.rs");
    terminal.press("s");
    terminal.until("보려면 y를 누릅니다.");
    repo.write("go", "");
    terminal.until(REJECTED);
    terminal.press("y");
    terminal.until("+     42");
    repo.edit("counter", SOLVED);
    terminal.until("풀었습니다.");
    assert!(!terminal.screen().contains("+     42"), "다음 판정에는 남지 않습니다.\n{}", terminal.screen());
}

/// The first build takes its time.
#[test]
fn 첫_빌드는_할_일과_남은_시간을_보인다() {
    let repo = Repo::new();
    let script = "#!/bin/sh\nbar() { printf '    Building [==>   ] %s: a, b\\r' \"$1\" >&2; }\n\
                  bar 4/44; sleep 1; bar 14/44; sleep 3; bar 24/44; exec sleep 600\n";
    repo.program("slow-cargo", script);
    let cargo = repo.at("slow-cargo").display().to_string();
    let mut terminal = Terminal::open(&repo, 40, &[("CARGO", &cargo)]);
    terminal.until("지켜야 할 약속");
    terminal.until("답은 42입니다.");
    terminal.until("이 주제를 처음 확인합니다.");
    terminal.until("라이브러리 컴파일 10/40");
    terminal.until("라이브러리 컴파일 20/40");
    terminal.until("초쯤 남음");
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "빌드하는 중에도 끝낼 수 있습니다.");
}

#[test]
fn 고친_단계를_따라간다() {
    let repo = Repo::new();
    let mut terminal = started(&repo);
    repo.edit("worker", WRONG);
    terminal.until("lessons/mutex/src/worker.rs:3");
    terminal.until(REJECTED);
    repo.edit("worker", SOLVED);
    terminal.until("다음 단계는 경쟁 상태");
    terminal.press("n");
    terminal.until("아직 시작하지 않은");
    terminal.until("lessons/mutex/src/counter.rs");
    repo.write("lessons/mutex/src/lib.rs", "pub mod counter;\n");
    terminal.until("컴파일 오류가 1개 있습니다.");
    terminal.press("q");
    terminal.end();
}

#[test]
fn 풀이는_터미널에서_물어보고_보인다() {
    let repo = Repo::new();
    for (typed, shown) in [("\n", false), ("n\n", false), ("y\n", true), ("ㅛ\n", true)] {
        let mut terminal = Terminal::run(&repo, &["solution", "mutex", "counter"], 80, &[]);
        terminal.until("보려면 y를 누르고 Enter");
        terminal.press(typed);
        assert_eq!(terminal.end(), 0, "어느 쪽이든 뜻대로 된 것입니다.");
        terminal.until(if shown { "+     42" } else { "풀이를 보지 않았습니다." });
    }
}

#[test]
fn 확인하는_중에_저장하면_다시_시작한다() {
    let repo = Repo::new();
    let mut terminal = started(&repo);
    repo.edit("counter", ENDLESS);
    terminal.until(JUDGING);
    repo.edit("counter", SOLVED);
    terminal.until("풀었습니다.");
    repo.edit("counter", ENDLESS);
    terminal.until(JUDGING);
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "확인하는 중에도 끝낼 수 있습니다.");
    repo.expect_no_programs();
}

#[test]
fn 어떻게_끝나도_터미널은_그대로다() {
    let repo = Repo::new();
    for (name, code) in [("", 130), ("INT", 130), ("TERM", 143), ("HUP", 129)] {
        let mut terminal = started(&repo);
        match name {
            "" => terminal.press("\u{3}"),
            name => {
                let process = terminal.process().to_string();
                assert!(
                    std::process::Command::new("kill")
                        .args(["-s", name, &process])
                        .status()
                        .unwrap()
                        .success()
                );
            }
        }
        assert_eq!(terminal.end(), code, "{name} 신호의 종료 코드입니다.");
    }
    let terminal = started(&repo);
    let mut child = terminal.close();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_secs(10), "창을 닫아도 끝나지 않습니다.");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn 화면을_다룰_수_없는_터미널에서는_줄로_말한다() {
    let repo = Repo::new();
    let mut terminal = Terminal::open(&repo, 80, &[("TERM", "dumb"), ("NO_COLOR", "1")]);
    terminal.until(UNTOUCHED);
    terminal.press("h\n");
    terminal.until("힌트 1/3");
    repo.edit("counter", WRONG);
    terminal.until(REJECTED);
    terminal.press("q\n");
    assert_eq!(terminal.end(), 0, "q와 Enter로 끝냅니다.");
    assert!(!terminal.written().contains('\u{1b}'), "제어 문자를 쓰지 않습니다.\n{}", terminal.written());
}

#[test]
fn 색을_쓰지_말라면_쓰지_않는다() {
    let repo = Repo::new();
    repo.edit("counter", BROKEN);
    let mut terminal = Terminal::open(&repo, 80, &[("NO_COLOR", "1")]);
    terminal.until("컴파일 오류가 1개");
    terminal.press("q");
    terminal.end();
    for color in ["\u{1b}[1m", "\u{1b}[3", "\u{1b}[9", "\u{1b}[38"] {
        assert!(!terminal.written().contains(color), "색이 있습니다: {:?}", terminal.written());
    }
}

#[test]
fn 좁은_터미널과_바뀌는_크기에서도_읽힌다() {
    let repo = Repo::new();
    let mut terminal = Terminal::open(&repo, 40, &[]);
    terminal.until(UNTOUCHED);
    terminal.press("l");
    terminal.until("worker");
    for (rows, columns) in [(24, 100), (5, 12), (2, 1), (60, 40)] {
        terminal.resize(rows, columns);
        terminal.press("h");
        std::thread::sleep(Duration::from_millis(60));
    }
    // A key that comes together with a change of size may be held back until the next one.
    eventually("키가 들어야 합니다.", || {
        terminal.press("h");
        std::thread::sleep(Duration::from_millis(60));
        terminal.screen().contains("힌트 3/3")
    });
    let keys = terminal.screen();
    assert!(keys.lines().any(|line| line.contains("q 끝")), "키 안내가 잘렸습니다.\n{keys}");
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "크기가 바뀌어도 끝낼 수 있습니다.");
}
