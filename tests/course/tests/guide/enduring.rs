//! The watcher among whatever may happen around it.

use std::fs;
use std::time::{Duration, Instant};

use crate::made_up::{BROKEN, ENDLESS, FLOODING, FORKING, Repo, SOLVED, WRONG, eventually};
use crate::terminal::Terminal;
use crate::watching::{JUDGING, REJECTED, UNTOUCHED, started};

#[test]
fn 둘이_지켜봐도_서로_막지_않는다() {
    let repo = Repo::new();
    let (mut one, mut two) = (started(&repo), started(&repo));
    for text in [WRONG, SOLVED] {
        repo.edit("counter", text);
        let told = if text == WRONG { REJECTED } else { "풀었습니다." };
        one.until(told);
        two.until(told);
    }
    one.press("q");
    assert_eq!(one.end(), 0, "하나가 끝나도");
    repo.edit("counter", WRONG);
    two.until(REJECTED);
    two.press("q");
    assert_eq!(two.end(), 0, "다른 하나는 이어집니다.");
}

#[test]
fn 파일이_사라지고_폴더가_옮겨져도_기다린다() {
    let repo = Repo::new();
    let mut terminal = started(&repo);
    fs::remove_file(repo.step("counter")).unwrap();
    terminal.until("파일이 없습니다");
    fs::create_dir(repo.step("counter")).unwrap();
    terminal.until("폴더가 있습니다");
    fs::remove_dir(repo.step("counter")).unwrap();
    repo.edit("counter", b"\xff\xfe");
    terminal.until("UTF-8");
    repo.edit("counter", "");
    terminal.until("비어 있습니다");
    repo.edit("counter", "// 긴 줄입니다.\n".repeat(500_000));
    terminal.until("너무 깁니다");
    repo.edit("counter", WRONG);
    terminal.until(REJECTED);
    fs::rename(repo.at("lessons"), repo.at("elsewhere")).unwrap();
    terminal.until("파일이 없습니다");
    terminal.press("hlnao");
    fs::rename(repo.at("elsewhere"), repo.at("lessons")).unwrap();
    terminal.until_so("돌아온 판정", |screen| screen.contains(REJECTED) || screen.contains(UNTOUCHED));
    repo.edit("counter", SOLVED);
    terminal.until("풀었습니다.");
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "끝까지 살아 있습니다.");
}

#[test]
fn 편집기는_터미널을_제_것처럼_쓴다() {
    let repo = Repo::new();
    let script =
        "#!/bin/sh\nstty -a > settings.txt\necho \"$@\" > words.txt\nread line\necho \"$line\" > typed.txt\n";
    repo.program("vim", script);
    let path = format!("{}:{}", repo.root().display(), std::env::var("PATH").unwrap());
    let mut terminal = Terminal::open(&repo, 80, &[("EDITOR", "vim"), ("PATH", &path)]);
    terminal.until(UNTOUCHED);
    repo.edit("counter", WRONG);
    terminal.until(REJECTED);
    terminal.press("o");
    eventually("편집기가 떠야 합니다.", || repo.at("words.txt").exists());
    terminal.press("hello q\n");
    eventually("편집기가 친 글을 모두 받아야 합니다.", || {
        fs::read_to_string(repo.at("typed.txt")).is_ok_and(|text| text == "hello q\n")
    });
    assert_eq!(repo.read("words.txt"), "+3 lessons/mutex/src/counter.rs\n", "틀린 줄에서 열어야 합니다.");
    assert!(repo.read("settings.txt").contains(" icanon"), "편집기에게는 보통의 터미널이어야 합니다.");
    terminal.press("h");
    terminal.until("힌트 1/3");
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "편집기 뒤에도 키가 듣습니다.");
}

/// A minute on the machine that checks every change, a moment elsewhere.
#[test]
fn 아무_키나_눌러도_죽지_않는다() {
    let seconds = std::env::var("RANDOM_KEYS_SECONDS").ok().and_then(|text| text.parse().ok());
    let seconds = seconds.unwrap_or(if std::env::var_os("CI").is_some() { 60 } else { 2 });
    let repo = Repo::new();
    let mut terminal = started(&repo);
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    let keys = [
        "h",
        "n",
        "l",
        "s",
        "a",
        "o",
        "y",
        "ㅗ",
        "ㅜ",
        "ㅣ",
        "ㄴ",
        "ㅁ",
        "\r",
        "\u{1b}",
        "\u{1b}[A",
        "\u{1b}[6~",
        "\u{1b}OP",
        "\t",
        "\u{7f}",
        "\u{0}",
        "\u{12}",
        "한",
        "\u{1b}[200~",
        "\u{1b}[<0;3;4M",
        "\u{fffd}",
        "7",
    ];
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(seconds) {
        match random(40) {
            0 => repo.edit("counter", [WRONG, SOLVED, BROKEN, ENDLESS, FLOODING, FORKING, ""][random(7)]),
            1 => terminal.resize(1 + random(60) as u16, 1 + random(120) as u16),
            _ => terminal.press(keys[random(keys.len())]),
        }
        std::thread::sleep(Duration::from_millis(random(20) as u64));
        assert!(terminal.alive(), "죽었습니다.\n{}", terminal.screen());
    }
    terminal.resize(60, 80);
    assert!(!terminal.written().contains("panicked"), "패닉이 있었습니다.");
    // A key sequence may have been left half typed.
    eventually("끝낼 수 있어야 합니다.", || {
        terminal.press("\u{3}");
        !terminal.alive()
    });
    assert_eq!(terminal.end(), 130, "Ctrl-C로 끝냅니다.");
}

#[test]
fn 넘치고_갈라지는_코드도_끝낸다() {
    let repo = Repo::new();
    let mut terminal = started(&repo);
    repo.edit("counter", FORKING);
    terminal.until(REJECTED);
    repo.expect_no_programs();
    repo.edit("counter", FLOODING);
    terminal.until(JUDGING);
    let before = memory(&terminal);
    std::thread::sleep(Duration::from_secs(1));
    assert!(memory(&terminal) < before + (8 << 10), "넘치는 출력을 모두 담아 둡니다.");
    terminal.press("h");
    terminal.until("힌트 1/3");
    repo.edit("counter", SOLVED);
    terminal.until("풀었습니다.");
    repo.expect_no_programs();
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "끝까지 키가 듣습니다.");
}

/// In kilobytes.
fn memory(terminal: &Terminal) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", terminal.process())).unwrap_or_default();
    let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
    memory.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn 기다리는_동안_아무것도_쓰지_않는다() {
    let repo = Repo::new();
    let terminal = started(&repo);
    let woken = || {
        let tasks = fs::read_dir(format!("/proc/{}/task", terminal.process())).unwrap().flatten();
        let switches = |path: std::path::PathBuf| {
            let text = fs::read_to_string(path.join("status")).unwrap_or_default();
            let count = text.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            count.and_then(|count| count.trim().parse::<u64>().ok()).unwrap_or(0)
        };
        tasks.map(|task| switches(task.path())).sum::<u64>()
    };
    // What polls wakes up in every second.
    eventually("기다리는 동안 자꾸 깨어납니다.", || {
        let before = woken();
        std::thread::sleep(Duration::from_secs(1));
        woken() == before
    });
    let memory = memory(&terminal);
    assert!(memory < 30 << 10, "메모리를 {memory}KB 씁니다.");
}
