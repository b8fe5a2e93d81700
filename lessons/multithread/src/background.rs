//! 멈출 줄 아는 스레드
//!
//! 파이썬의 `Thread(daemon=True)`는 프로그램이 끝날 때 하던 일을 마치지 못하고 사라집니다. Rust의 스레드는 모두 그렇습니다. `main`이
//! 끝나면 어디에 있든 사라집니다. 그래서 멈추라고 알리고 끝나기를 기다립니다. 파이썬에서는 `event.wait(timeout)`이 하는 일입니다.
//! **자는 스레드는 아무것도 듣지 못합니다. 시간이 되거나 멈추라는 알림이 오거나, 먼저 오는 쪽을 기다려야 합니다.**
//!
//! - [`Receiver::recv_timeout`](std::sync::mpsc::Receiver::recv_timeout): 한도까지만 기다립니다. 그동안 오지 않으면 `Err(Timeout)`,
//!   보내는 쪽이 모두 사라지면 바로 `Err(Disconnected)`입니다.
//! - [`Instant`](std::time::Instant): 시계입니다. `Instant::now()`에서 얼마나 지났는지 `elapsed()`로 봅니다.
//! - [`Arc`](std::sync::Arc): 여러 스레드가 한 값의 주인이 됩니다. `Arc::clone`은 값이 아니라 주인의 수를 늘립니다.
//!   스레드로 옮기기 전에 하나 늘려 두지 않으면 E0382입니다.
//!
//! 빌린 `self`의 필드를 꺼내면 E0507입니다. `Option`에 담아 두고 `take()`로 꺼내면 그 자리에 `None`이 남습니다.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

/// 뒤에서 박자를 치는 스레드입니다.
///
/// - 시작하고 `interval`이 지날 때마다 `beat`를 부릅니다. `beat`가 오래 걸려도 박자는 밀리지 않습니다.
/// - `interval`은 0보다 길고 하루를 넘지 않습니다. `beat`는 `interval`보다 빨리 끝납니다.
/// - 버려지면 `stop`한 것과 같습니다. 되풀이해 깨어나 멈추라는지 묻지 않고, 일찍 깨어도 박자는 제때 칩니다.
///
/// 지금 코드는 박자가 조금씩 밀리고, 멈추라고 해도 바로 멈추지 않습니다. 고치세요. 필드는 바꾸어도 됩니다.
pub struct Heartbeat {
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stopped);
        let thread = thread::spawn(move || {
            while !asked.load(Ordering::SeqCst) {
                thread::sleep(interval);
                beat();
            }
        });
        Self { stopped, thread: Some(thread) }
    }

    /// 멈추게 합니다. 치고 있던 박자가 있으면 끝나기를, 없으면 기다리지 않고 돌아옵니다. 그 뒤에는 박자가 없습니다.
    ///
    /// 박자가 패닉으로 끊겼으면 처음 부를 때 [`BeatPanicked`]를 돌려줍니다. 이미 멈췄으면 `Ok(())`입니다.
    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stopped.store(true, Ordering::SeqCst);
        match self.thread.take() {
            Some(thread) => thread.join().map_err(|_| BeatPanicked),
            None => Ok(()),
        }
    }
}
