//! A reset is held at every moment that another process could see, and the worst happens there.

use std::fs;

use nix::errno::Errno;
use nix::libc::PTRACE_EVENT_EXEC;
use nix::sys::ptrace::{self, Options};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::made_up::{Repo, STARTER};

/// A guide that is held.
struct Held(Pid);

impl Held {
    fn kill(self) {
        kill(self.0, Signal::SIGKILL).unwrap();
        while !matches!(waitpid(self.0, None).unwrap(), WaitStatus::Signaled(..)) {}
    }

    /// Lets it run to its end, which must be a good one.
    fn let_go(self) {
        ptrace::detach(self.0, None).unwrap();
        assert_eq!(
            waitpid(self.0, None).unwrap(),
            WaitStatus::Exited(self.0, 0),
            "되돌리기가 끝나야 합니다."
        );
    }
}

/// Holds the guide as it enters or leaves a system call, the `moment`th time after it made its first file; between those
/// nothing changes that anybody else could see. `None` if it ended before.
fn hold(repo: &Repo, words: &[&str], moment: usize) -> Option<Held> {
    let program = env!("CARGO_BIN_EXE_course");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "kill -STOP $$; exec \"$0\" \"$@\"", program]).args(words);
    shell.env_clear().envs(repo.vars()).current_dir(repo.root()).stdout(std::process::Stdio::null());
    let guide = Pid::from_raw(shell.spawn().unwrap().id() as i32);
    waitpid(guide, Some(WaitPidFlag::WUNTRACED)).unwrap();
    let seized = ptrace::seize(guide, Options::PTRACE_O_TRACESYSGOOD | Options::PTRACE_O_TRACEEXEC);
    seized.expect("다른 프로세스를 멈추어 볼 수 있어야 합니다.");
    kill(guide, Signal::SIGCONT).unwrap();
    let (mut running, mut moments) = (false, 0);
    loop {
        let signal = match waitpid(guide, None).unwrap() {
            WaitStatus::Exited(..) | WaitStatus::Signaled(..) => return None,
            WaitStatus::PtraceEvent(_, _, PTRACE_EVENT_EXEC) => {
                running = true;
                None
            }
            WaitStatus::PtraceSyscall(_) => {
                moments += usize::from(moments > 0 || begun(repo));
                if moments == moment {
                    return Some(Held(guide));
                }
                None
            }
            WaitStatus::Stopped(_, signal) => Some(signal),
            _ => None,
        };
        let gone = if running { ptrace::syscall(guide, signal) } else { ptrace::cont(guide, signal) };
        assert!(matches!(gone, Ok(()) | Err(Errno::ESRCH)), "{gone:?}");
    }
}

fn begun(repo: &Repo) -> bool {
    let shelf = fs::read_dir(repo.at(".saved/mutex/counter")).into_iter().flatten().flatten();
    shelf.into_iter().any(|entry| entry.path().extension().is_some_and(|kind| kind == "part"))
}

/// Every text below a folder.
fn texts(folder: std::path::PathBuf) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .flat_map(|path| if path.is_dir() { texts(path) } else { fs::read(path).into_iter().collect() })
        .collect()
}

fn mine(moment: usize) -> String {
    format!("// {moment}번째로 쓰던 코드\npub fn answer() -> u32 {{\n    41\n}}\n")
}

#[test]
fn 되돌리다_언제_죽어도_쓰던_코드는_온전하다() {
    let repo = Repo::new();
    let mut halfway = 0;
    for moment in 1.. {
        let mine = mine(moment);
        let _ = fs::remove_dir_all(repo.at(".saved"));
        repo.edit("counter", &mine);
        let Some(held) = hold(&repo, &["reset", "mutex", "counter"], moment) else { break };
        held.kill();
        let there = repo.read("lessons/mutex/src/counter.rs");
        assert!(there == mine || there == STARTER, "{moment}번째 순간에 단계 파일이 반쪽입니다.\n{there}");
        let kept = texts(repo.at(".saved")).iter().any(|text| text == mine.as_bytes());
        assert!(there == mine || kept, "{moment}번째 순간에 쓰던 코드가 어디에도 온전하지 않습니다.");
        halfway += usize::from(kept);
    }
    assert!(halfway > 5, "보관한 뒤의 순간이 {halfway}번밖에 없었습니다.");
}

/// Vim and JetBrains put a new file in the place of the old one; VS Code and nano write into it.
#[test]
fn 되돌리다_언제_저장해도_저장한_코드를_잃지_않는다() {
    for in_place in [false, true] {
        let repo = Repo::new();
        for moment in 1.. {
            let (before, saved) = (mine(2 * moment), mine(2 * moment + 1));
            let _ = fs::remove_dir_all(repo.at(".saved"));
            repo.edit("counter", &before);
            let Some(held) = hold(&repo, &["reset", "mutex", "counter"], moment) else { break };
            if in_place {
                repo.edit("counter", &saved);
            } else {
                repo.write("lessons/mutex/src/.counter.rs.swp", &saved);
                fs::rename(repo.at("lessons/mutex/src/.counter.rs.swp"), repo.step("counter")).unwrap();
            }
            held.let_go();
            let there = repo.read("lessons/mutex/src/counter.rs");
            let kept = texts(repo.at(".saved")).iter().any(|text| text == saved.as_bytes());
            assert!(there == saved || kept, "{moment}번째 순간에 저장한 코드가 사라졌습니다.");
            let whole = there == saved || there == STARTER;
            assert!(whole, "{moment}번째 순간에 단계 파일이 반쪽입니다.\n{there}");
        }
    }
}

#[test]
fn 되살리다_언제_죽어도_두_코드가_온전하다() {
    let repo = Repo::new();
    for moment in 1.. {
        let (old, new) = (mine(2 * moment), mine(2 * moment + 1));
        let _ = fs::remove_dir_all(repo.at(".saved"));
        repo.write(".saved/mutex/counter/1.rs", &old);
        repo.edit("counter", &new);
        let Some(held) = hold(&repo, &["saved", "restore", "mutex", "counter", "1"], moment) else { break };
        held.kill();
        let mut all = texts(repo.at(".saved"));
        all.push(fs::read(repo.step("counter")).unwrap_or_default());
        for text in [old, new] {
            assert!(all.contains(&text.clone().into_bytes()), "{moment}번째 순간에 잃었습니다.\n{text}");
        }
    }
}
