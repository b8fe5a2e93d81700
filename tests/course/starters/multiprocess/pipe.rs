//! 말 주고받기
//!
//! 파이썬의 `multiprocessing.Pipe()`는 객체를 피클(pickle)해서 보내고, 어디까지가 하나인지도 챙겨 줍니다. 그 아래의 파이프는 바이트만 나릅니다.
//! 한 번 쓴 것이 두 번에 나뉘어 읽히기도 하므로, 어디까지가 하나인지 정해야 합니다. 여기서는 한 줄이 하나입니다.
//! **파이프의 끝은 쓰는 쪽을 가진 프로세스가 하나도 없을 때 옵니다. 복사된 자식도 그 하나입니다.**
//!
//! - [`std::io::pipe`]: 읽는 쪽과 쓰는 쪽을 만듭니다. `fork`하면 부모와 자식이 둘을 모두 가집니다.
//! - [`BufRead::read_line`](std::io::BufRead::read_line): 한 줄을 읽습니다. 파이프가 끝났으면 오류가 아니라 `Ok(0)`입니다.
//!   파이썬의 `recv()`라면 `EOFError`가 납니다.
//! - [`Option::take`]: 빌린 자리에서 값을 꺼냅니다. 꺼낸 파이프는 버려질 때 닫힙니다.

#![cfg(unix)]

use std::io::{self, BufRead, BufReader, ErrorKind, PipeReader, PipeWriter, Write};
use std::process::ExitStatus;

use super::{Forked, fork_child};

/// 한 줄을 물으면 한 줄로 답하는 자식과의 대화입니다. 대화는 한 번에 하나만 합니다.
///
/// 지금 코드는 `close`에서 멈추고, 자식이 사라진 것과 빈 답을 가리지 못합니다. 고치세요.
pub struct Conversation {
    child: Forked,
    to: PipeWriter,
    from: BufReader<PipeReader>,
}

impl Conversation {
    /// 자식을 시작합니다. 자식은 묻는 줄마다 `answer`로 답하고, 물음이 끝나면 반환 코드 0으로 끝납니다.
    /// 자식은 부모가 쓰는 두 끝을 닫습니다. 자식을 만들지 못하면 그 오류를 돌려줍니다.
    pub fn start(mut answer: impl FnMut(&str) -> String) -> io::Result<Self> {
        let (questions, to) = io::pipe()?;
        let (from, mut answers) = io::pipe()?;
        let child = fork_child(|| {
            for question in BufReader::new(questions).lines().map_while(Result::ok) {
                let answer = answer(&question) + "\n";
                if answers.write_all(answer.as_bytes()).is_err() {
                    return 1;
                }
            }
            0
        })?;
        Ok(Self { child, to, from: BufReader::new(from) })
    }

    /// 한 줄을 묻고 답을 줄 끝 없이 돌려줍니다. 물음에 줄바꿈이 있으면 묻지 않고 `InvalidInput`입니다.
    /// 물음과 답이 `\r`로 끝나는 일은 없다고 칩니다. `lines()`는 `\r\n`도 줄 끝으로 봅니다.
    ///
    /// 자식이 답하지 못하거나 답을 쓰다 말고 끝났으면 `BrokenPipe`나 `UnexpectedEof`입니다.
    pub fn ask(&mut self, question: &str) -> io::Result<String> {
        if question.contains('\n') {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.to.write_all(format!("{question}\n").as_bytes())?;
        let mut answer = String::new();
        self.from.read_line(&mut answer)?;
        Ok(answer.trim_end().to_string())
    }

    /// 물음이 끝났음을 알리고, 자식이 끝나기를 기다려 거둡니다.
    pub fn close(self) -> io::Result<ExitStatus> {
        drop(self.to);
        self.child.wait()
    }
}
