//! What fits on a small screen, and how the reader moves: the watcher in a pseudo-terminal of 24 lines.

use crate::made_up::{BROKEN, Repo, SOLVED, STARTER, WRONG, eventually};
use crate::terminal::Terminal;
use crate::watching::{REJECTED, UNTOUCHED};

const FOOT: &str = "? 키";

fn small(repo: &Repo) -> Terminal {
    let terminal = Terminal::of_size(repo, &[], 24, 80, &[]);
    terminal.until(UNTOUCHED);
    terminal
}

/// A wrong answer whose report is longer than the screen.
fn long(repo: &Repo) -> Terminal {
    repo.lengthen();
    let terminal = small(repo);
    repo.edit("counter", WRONG);
    terminal.until(REJECTED);
    terminal
}

#[test]
fn 긴_설명에서도_깨진_약속과_할_일이_보인다() {
    let repo = Repo::new();
    let mut terminal = long(&repo);
    for text in ["깨진 약속: 답은 42입니다.", REJECTED, "42를 돌려줍니다.", "cargo course hint", FOOT]
    {
        terminal.until(text);
    }
    terminal.until("위로");
    assert!(!terminal.screen().contains("지어낸 단계"), "처음은 화면 밖에 있습니다.\n{}", terminal.screen());
    terminal.press("\u{1b}[5~\u{1b}[5~\u{1b}[5~");
    terminal.until("지어낸 단계");
    terminal.until("아래로");
    terminal.until(FOOT);
    terminal.press("\u{1b}[B");
    terminal.until_so("한 줄 아래", |screen| !screen.contains("지어낸 단계"));
    terminal.press("ㅏ");
    terminal.until("지어낸 단계");
    terminal.press("\u{1b}[F");
    terminal.until("42를 돌려줍니다.");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn 새로_펼친_것은_처음부터_보인다() {
    let repo = Repo::new();
    let mut terminal = long(&repo);
    for (key, first) in [("?", "한글 자판에서도"), ("h", "힌트 1/3"), ("l", "뮤텍스 (mutex)")] {
        terminal.press(key);
        terminal.until(first);
        terminal.until(FOOT);
    }
    terminal.press("z");
    terminal.until("z에는 할 일이 없습니다. ?가 키를");
    repo.edit("counter", SOLVED);
    terminal.until("풀었습니다.");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn 앞_단계로_가고_골라서_간다() {
    let repo = Repo::new();
    let mut terminal = small(&repo);
    terminal.press("n");
    terminal.until("counter 단계는 풀지 않고 넘어왔습니다.");
    terminal.until("src/worker.rs");
    terminal.until(UNTOUCHED);
    terminal.press("p");
    terminal.until_so("앞 단계", |screen| screen.contains(UNTOUCHED) && screen.contains("src/counter.rs"));
    terminal.press("p");
    terminal.until("첫 단계입니다.");
    terminal.press("g");
    terminal.until("  2  아직       worker");
    terminal.press("3\u{7f}2\r");
    terminal.until("src/worker.rs");
    terminal.press("gcuonter\r");
    terminal.until("가까운 이름은 counter입니다.");
    terminal.press("gmutex counter\r");
    terminal.until("src/counter.rs");
    terminal.until(UNTOUCHED);
    terminal.press("g");
    terminal.until("Enter:");
    // What follows an escape at once would belong to it.
    terminal.press("\u{1b}");
    terminal.until_so("물음이 사라진 화면", |screen| !screen.contains("Enter:"));
    terminal.press("h");
    terminal.until("힌트 1/3");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn 함께_저장한_파일은_모두_확인한다() {
    let repo = Repo::new();
    let terminal = small(&repo);
    repo.edit("worker", WRONG);
    repo.edit("counter", SOLVED);
    terminal.until("풀었습니다.");
    terminal.until("함께 저장한 단계");
    terminal.until("고치는 중  worker");
    // One after the other, before the first is judged.
    repo.edit("counter", WRONG.replace("41", "40"));
    terminal.until("확인합니다");
    repo.edit("worker", SOLVED);
    eventually("둘 다 확인합니다.", || {
        let list = repo.course(&["list"]);
        list.out.contains("고치는 중  counter") && list.out.contains("풀었음     worker")
    });
}

#[test]
fn 고친_단계를_한꺼번에_확인한다() {
    let repo = Repo::new();
    repo.edit("counter", SOLVED);
    repo.edit("worker", WRONG);
    let mut terminal = small_after(&repo);
    terminal.press("ㅊ");
    terminal.until("풀었음     counter");
    terminal.until("고치는 중  worker");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

fn small_after(repo: &Repo) -> Terminal {
    let terminal = Terminal::of_size(repo, &[], 24, 80, &[]);
    terminal.until(REJECTED);
    terminal
}

#[test]
fn 책과_표준_라이브러리의_쪽을_연다() {
    let repo = Repo::new();
    let named = STARTER.replace("///", "//! [`Mutex::lock`](std::sync::Mutex::lock)을 씁니다.\n\n///");
    repo.edit("counter", &named);
    repo.write("tests/course/starters/mutex/counter.rs", &named);
    repo.program("browser", "#!/bin/sh\necho \"$1\" >> opened.txt\n");
    let script = "#!/bin/sh\ncase \"$*\" in run*book*) mkdir -p target/book/mutex; echo > target/book/mutex/counter.html;; *) exec cargo \"$@\";; esac\n";
    repo.program("cargo-with-a-book", script);
    repo.write("book/Cargo.toml", "");
    let (cargo, browser) =
        (repo.at("cargo-with-a-book").display().to_string(), repo.at("browser").display().to_string());
    let mut terminal = Terminal::of_size(&repo, &[], 24, 80, &[("CARGO", &cargo), ("BROWSER", &browser)]);
    terminal.until(UNTOUCHED);
    let opened =
        |word: &str| std::fs::read_to_string(repo.at("opened.txt")).is_ok_and(|text| text.contains(word));
    terminal.press("d");
    terminal.until("1  std::sync::Mutex::lock");
    terminal.press("1");
    eventually("문서를 엽니다.", || opened("Mutex"));
    terminal.press("b");
    eventually("책의 쪽을 엽니다.", || opened("mutex/counter.html"));
    terminal.until("브라우저로 열었습니다");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn 오류가_많으면_첫_오류가_보인다() {
    let repo = Repo::new();
    let terminal = small(&repo);
    let line = "    let _: u32 = \"42\";\n";
    repo.edit("counter", BROKEN.replace("    \"42\"\n", &line.repeat(5)));
    terminal.until("counter.rs:3");
    terminal.until("error[E0308]");
    terminal.until(FOOT);
}

#[test]
fn 도움말은_낱말_사이에서만_줄을_바꾼다() {
    let repo = Repo::new();
    let words = |text: &str| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
    for part in ["", "check", "hint", "reset", "saved", "saved restore", "book", "completions"] {
        let mut arguments: Vec<&str> = part.split_whitespace().collect();
        arguments.push("--help");
        let whole = words(&repo.course(&arguments).out);
        for columns in [60, 80, 120] {
            let mut terminal = Terminal::run(&repo, &arguments, columns, &[]);
            assert_eq!(terminal.end(), 0);
            eventually("도움말이 모두 나와야 합니다.", || words(&terminal.screen()) == whole);
        }
    }
}
