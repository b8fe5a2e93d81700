//! Every player of the book holds all orders that the engine runs today.
//!
//! `INSTA_UPDATE=always cargo test -p book --test plays` records them anew.

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;
extern crate std as real;

#[path = "plays/tree.rs"]
mod tree;

use book::play::{HEAVIEST, Orders, Play};
use book::{home, root};
use libtest_mimic::{Arguments, Failed, Trial};
use real::process::ExitCode;
use real::{env, fs};

/// Bugs of the engine's own gallery.
#[allow(dead_code, reason = "only a few of them are played")]
#[path = "../../tests/interleave/tests/bugs"]
mod bugs {
    pub mod atomics;
    pub mod channel;
    pub mod deadlock;
    pub mod puzzles;
    pub mod sections;
    pub mod semaphore;
    pub mod wakeup;
}
#[allow(dead_code, reason = "only a few of its permits are asked for")]
#[path = "../../tests/interleave/tests/bugs/counting.rs"]
mod counting;

/// Bugs of the gallery that have too many orders to play with, made smaller.
#[path = "../runs/queue/asks_once.rs"]
mod small_queue;
#[path = "../runs/semaphore/opens_for_one.rs"]
mod small_semaphore;

/// What those bugs ask of the gallery they come from.
mod gallery {
    #[track_caller]
    pub fn promise(holds: bool, says: &str) {
        if !holds {
            interleave::broken(says);
        }
    }
}

/// The answer that the first page shows, and what it becomes with one line moved.
#[path = "../../tests/mutex/right/counter/drops_after_writing.rs"]
mod drops_after_writing;
#[path = "../../tests/mutex/wrong/counter/drops_before_writing.rs"]
mod drops_before_writing;
#[path = "../../solutions/mutex/src/counter.rs"]
mod solution;
/// The lesson as it is handed out, and its solution.
#[path = "../../lessons/mutex/src/counter.rs"]
mod starter;

struct Game {
    name: &'static str,
    caption: &'static str,
    wrong: (&'static str, Shown, fn()),
    right: (&'static str, Shown, fn()),
}

/// The part of a file that is shown.
enum Shown {
    /// The function of that name.
    Function(&'static str),
    /// The module of that name, without the function of the other name.
    Module(&'static str, &'static str),
}

macro_rules! bug {
    ($theme:ident::$bug:ident, $caption:literal) => {
        Game {
            name: concat!(stringify!($theme), "/", stringify!($bug)),
            caption: $caption,
            wrong: (
                concat!("tests/interleave/tests/bugs/", stringify!($theme), ".rs"),
                Shown::Module(stringify!($bug), "right"),
                bugs::$theme::$bug::wrong,
            ),
            right: (
                concat!("tests/interleave/tests/bugs/", stringify!($theme), ".rs"),
                Shown::Module(stringify!($bug), "wrong"),
                bugs::$theme::$bug::right,
            ),
        }
    };
}

macro_rules! small {
    ($topic:literal, $file:ident::$bug:ident, $caption:literal) => {
        Game {
            name: concat!($topic, "/", stringify!($bug)),
            caption: $caption,
            wrong: (
                concat!("book/runs/", $topic, "/", stringify!($bug), ".rs"),
                Shown::Module(stringify!($bug), "right"),
                $file::$bug::wrong,
            ),
            right: (
                concat!("book/runs/", $topic, "/", stringify!($bug), ".rs"),
                Shown::Module(stringify!($bug), "wrong"),
                $file::$bug::right,
            ),
        }
    };
}

const LOST: &str = "더한 값 하나가 사라졌습니다.";

const GAMES: &[Game] = &[
    Game {
        name: "mutex/counter",
        caption: "두 스레드가 1을 한 번씩 더합니다. 매번 잠그는데도 더한 값 하나가 사라지는 순서가 있습니다.",
        wrong: ("lessons/mutex/src/counter.rs", Shown::Function("count"), || {
            gallery::promise(starter::count(2, 1) == 2, LOST);
        }),
        right: ("solutions/mutex/src/counter.rs", Shown::Function("count"), || {
            gallery::promise(solution::count(2, 1) == 2, LOST);
        }),
    },
    Game {
        name: "mutex/drops_before_writing",
        caption: "두 스레드가 1을 한 번씩 더합니다. 누가 나아갈지는 여러분이 고릅니다.",
        wrong: ("tests/mutex/wrong/counter/drops_before_writing.rs", Shown::Function("count"), || {
            gallery::promise(drops_before_writing::count(2, 1) == 2, LOST);
        }),
        right: ("tests/mutex/right/counter/drops_after_writing.rs", Shown::Function("count"), || {
            gallery::promise(drops_after_writing::count(2, 1) == 2, LOST);
        }),
    },
    bug!(atomics::loads_then_stores, "원자값을 읽는 일과 쓰는 일을 나누었습니다."),
    bug!(deadlock::locks_in_opposite_order, "두 스레드가 잠금 둘을 서로 거꾸로 된 차례로 잠급니다."),
    bug!(sections::checks_the_balance_then_withdraws, "잔액을 확인한 다음 잠금을 풀고, 다시 잠가서 뺍니다."),
    bug!(sections::computes_what_another_computes, "값이 있는지 확인한 다음 잠금을 풀고, 계산해서 넣습니다."),
    bug!(sections::asks_whether_it_is_empty_first, "비었는지 먼저 묻고 나서 꺼냅니다."),
    bug!(wakeup::waits_for_a_notice_already_given, "무엇이 바뀌었는지 적어 두지 않고 알리기만 합니다."),
    bug!(semaphore::looks_then_takes, "허가가 있는지 본 다음 잠금을 풀고, 다시 잠가서 가져갑니다."),
    bug!(semaphore::takes_permits_one_by_one, "허가 두 장을 한 장씩 모읍니다."),
    bug!(semaphore::waits_while_holding_the_mutex, "뮤텍스를 잠근 채로 세마포어를 기다립니다."),
    bug!(puzzles::waits_before_it_signals, "두 스레드가 모두 먼저 기다리고 나서 신호합니다."),
    small!(
        "queue",
        small_queue::asks_once,
        "깨어난 다음 한 번만 확인합니다. 넣은 스레드가 다시 꺼내 가기도 합니다."
    ),
    small!(
        "semaphore",
        small_semaphore::opens_for_one,
        "마지막에 온 스레드가 신호를 한 번만 합니다. 어떤 순서로 가도 하나는 문을 지나지 못합니다."
    ),
    bug!(channel::keeps_a_sender_of_its_own, "받는 스레드가 채널의 넣는 끝을 하나 쥐고 있습니다."),
    bug!(channel::stops_at_an_empty_moment, "지금 비어 있으면 끝난 것으로 여깁니다."),
];

/// The lines of a file that a game shows.
fn code(file: &str, shown: &Shown) -> Vec<(u32, String)> {
    let text = fs::read_to_string(root().join(file)).expect("the file was compiled");
    let lines: Vec<(u32, &str)> = (1..).zip(text.lines()).collect();
    let block = |head: &dyn Fn(&str) -> bool, end: &str| {
        let from = lines.iter().position(|(_, line)| head(line)).expect("the file has it");
        let length = lines[from..].iter().position(|(_, line)| *line == end).expect("it ends");
        from..from + length + 1
    };
    match shown {
        Shown::Function(name) => {
            let range = block(&|line| line.starts_with(&format!("pub fn {name}(")), "}");
            lines[range].iter().map(|(number, line)| (*number, (*line).to_string())).collect()
        }
        Shown::Module(name, other) => {
            let range = block(&|line| line == format!("pub mod {name} {{"), "}");
            let inside = &lines[range.start + 1..range.end - 1];
            let hidden = inside
                .iter()
                .position(|(_, line)| *line == format!("    pub fn {other}() {{"))
                .expect("it has both forms");
            let attributes =
                inside[..hidden].iter().rev().take_while(|(_, line)| line.trim().starts_with('#')).count();
            let length = inside[hidden..].iter().position(|(_, line)| *line == "    }").expect("it ends");
            let kept = inside.iter().enumerate().filter(|(at, (_, line))| {
                !(hidden - attributes..=hidden + length).contains(at) && line.trim() != "use super::*;"
            });
            let kept = kept
                .map(|(_, (number, line))| (*number, line.strip_prefix("    ").unwrap_or(line).to_string()));
            let mut kept: Vec<(u32, String)> = kept.collect();
            while kept.first().is_some_and(|(_, line)| line.is_empty()) {
                kept.remove(0);
            }
            while kept.last().is_some_and(|(_, line)| line.is_empty()) {
                kept.pop();
            }
            kept.dedup_by(|after, before| after.1.is_empty() && before.1.is_empty());
            kept
        }
    }
}

fn play((file, shown, run): &(&'static str, Shown, fn())) -> Orders {
    tree::graph(*run, file, &root().join(file), code(file, shown))
}

fn record(game: &Game) -> Result<(), Failed> {
    let play = Play { caption: game.caption.into(), wrong: play(&game.wrong), right: play(&game.right) };
    if play.wrong.broken == 0 || play.right.broken > 0 {
        return Err(
            format!("깨지는 순서: 틀린 코드 {}, 맞는 코드 {}", play.wrong.broken, play.right.broken).into()
        );
    }
    let text = serde_json::to_string(&play)?.replace("},{\"thread\"", "},\n{\"thread\"") + "\n";
    eprintln!(
        "{}: {} of {} orders break, {} right; {} bytes",
        game.name,
        play.wrong.broken,
        play.wrong.orders,
        play.right.orders,
        text.len()
    );
    if text.len() > HEAVIEST {
        return Err(format!("{}바이트로 너무 무겁습니다", text.len()).into());
    }
    let path = home().join("plays").join(game.name).with_extension("json");
    if env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
        fs::create_dir_all(path.parent().expect("a player lies in its topic's folder"))?;
        fs::write(&path, &text)?;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    match kept == text {
        true => Ok(()),
        false => Err(format!(
            "{} 파일은 지금 실행한 순서와 다릅니다. INSTA_UPDATE=always로 다시 기록합니다.",
            path.display()
        )
        .into()),
    }
}

fn main() -> ExitCode {
    let trials = GAMES.iter().map(|game| Trial::test(game.name, move || record(game))).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
