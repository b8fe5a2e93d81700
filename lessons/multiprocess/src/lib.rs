//! 멀티프로세스(multiprocess): 위에서부터 한 단계씩 풉니다. 단계들이 함께 쓰는 `fork_child`와 `wait_for_end`는 아래에 있습니다.

#![deny(unsafe_code)]

/// 자신을 다른 역할로 다시 실행
pub mod children;

/// 복사되는 메모리
pub mod fork;

/// 말 주고받기
pub mod pipe;

/// 프로세스 풀
pub mod pool;

/// 함께 쓰는 파일과 파일 잠금
pub mod shared;

/// 끝내 달라고 하고, 끝내고, 거두기
pub mod farewell;

#[cfg(unix)]
pub use given::{Forked, fork_child, wait_for_end};

/// 단계에서 쓰라고 준 것입니다. 고치지 않습니다.
#[cfg(unix)]
mod given {
    use std::os::unix::process::ExitStatusExt;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::process::{Child, ExitStatus};
    use std::sync::mpsc::channel;
    use std::time::Duration;
    use std::{fs, io, process, thread};

    use nix::errno::Errno;
    use nix::sys::wait::{WaitStatus, waitpid};
    use nix::unistd::{ForkResult, Pid, fork};
    use rustix::process::{WaitId, WaitIdOptions, waitid};

    /// [`fork_child`]가 만든 자식입니다. 버려도 거두어지지 않으므로 [`wait`](Forked::wait)를 부릅니다.
    #[derive(Debug)]
    #[must_use = "거두지 않은 자식은 좀비로 남습니다"]
    pub struct Forked {
        pid: Pid,
    }

    impl Forked {
        pub fn id(&self) -> u32 {
            self.pid.as_raw() as u32
        }

        /// 끝나기를 기다려 거둡니다.
        pub fn wait(self) -> io::Result<ExitStatus> {
            loop {
                match waitpid(self.pid, None) {
                    Ok(WaitStatus::Exited(_, code)) => return Ok(ExitStatus::from_raw(code << 8)),
                    Ok(WaitStatus::Signaled(_, signal, _)) => return Ok(ExitStatus::from_raw(signal as i32)),
                    Ok(_) | Err(Errno::EINTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
        }
    }

    /// 이 프로세스를 복사합니다. 자식은 `role`만 하고, 그 값을 반환 코드로 그 자리에서 끝납니다. 부르는 곳으로 돌아오지 않습니다.
    ///
    /// 자식은 메모리와 열린 파일을 모두 물려받습니다. 끝날 때 표준 출력의 버퍼를 내보내고, 패닉하면 신호 6번(SIGABRT)으로 끝납니다.
    /// 스레드가 둘 이상이면 오류입니다. 다른 스레드가 쥔 잠금은 자식에서 풀 사람이 없습니다.
    pub fn fork_child(role: impl FnOnce() -> i32) -> io::Result<Forked> {
        let threads = fs::read_dir("/proc/self/task").map_or(1, |tasks| tasks.count());
        if threads > 1 {
            return Err(io::Error::other("스레드가 둘 이상인 프로세스는 복사하지 않습니다"));
        }
        // SAFETY: 스레드가 하나라서 자식에 잠긴 채 복사되는 것이 없습니다. `/proc`이 없는 곳에서는 부르는 쪽이 지킵니다.
        #[allow(unsafe_code)]
        match unsafe { fork() }? {
            ForkResult::Parent { child } => Ok(Forked { pid: child }),
            ForkResult::Child => match catch_unwind(AssertUnwindSafe(role)) {
                Ok(code) => process::exit(code),
                Err(_) => process::abort(),
            },
        }
    }

    /// `child`가 끝나기를 `limit`까지만 기다립니다. 끝났으면 `true`입니다. **거두지는 않습니다.**
    pub fn wait_for_end(child: &Child, limit: Duration) -> io::Result<bool> {
        let pid = rustix::process::Pid::from_raw(child.id() as i32).ok_or(io::ErrorKind::InvalidInput)?;
        let (say, ended) = channel();
        thread::spawn(move || {
            let _ = say.send(waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT));
        });
        match ended.recv_timeout(limit) {
            Ok(ended) => ended.map(|_| true).map_err(Into::into),
            Err(_) => Ok(false),
        }
    }
}
