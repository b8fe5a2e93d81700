use std::io::ErrorKind;
use std::os::unix::process::ExitStatusExt;

use super::answer::pipe::Conversation; // lessons/multiprocess/src/pipe.rs
use judge::{Promise, Step};
#[cfg(target_os = "linux")]
use process::beside_a_thread;
use process::{Surroundings, advise, case, differs, foresee, open_files, real};

pub const STEP: Step = Step {
    name: "pipe",
    title: "말 주고받기",
    hints: [
        "파이프마다 두 끝이 있고, 복사하면 부모와 자식이 둘 다 가집니다. 쓰는 끝이 하나라도 남아 있으면 끝은 오지 않습니다.",
        "자식은 시작하자마자 부모가 쓸 쪽(`to`)과 읽을 쪽(`from`)을 닫습니다. `read_line`이 `Ok(0)`을 주면 자식이 끝난 것입니다.",
        "부모의 두 끝을 `Option`에 담아 두면, 자식에서는 `drop(mine.take())`로 닫고 부모에서는 `take()`로 꺼내 쓸 수 있습니다. 줄바꿈으로 끝나지 않은 답은 `UnexpectedEof`입니다.",
    ],
    promises: &[
        Promise {
            says: "묻는 줄마다 자식의 답을 바로 돌려줍니다.", check: real(answers_each)
        },
        Promise {
            says: "줄이 길어도, 비어 있어도 그대로 오갑니다.", check: real(keeps_every_line)
        },
        Promise { says: "`close`는 끝을 알리고 자식을 거둡니다.", check: real(ends) },
        Promise {
            says: "자식이 사라지면 빈 답이 아니라 오류입니다.", check: real(tells_who_is_gone)
        },
        Promise { says: "줄바꿈이 든 물음은 묻지 않습니다.", check: real(refuses_two_lines) },
    ],
};

fn start(answer: impl FnMut(&str) -> String) -> Conversation {
    Conversation::start(answer).unwrap_or_else(|error| panic!("자식을 시작할 수 있는데 오류입니다: {error}"))
}

fn asked(talk: &mut Conversation, question: &str) -> String {
    talk.ask(question)
        .unwrap_or_else(|error| panic!("물음 {}에 자식이 답했는데 오류입니다: {error}", shown(question)))
}

/// 긴 줄은 앞부분만 보입니다.
fn shown(text: &str) -> String {
    match text.chars().count() {
        count @ 41.. => format!("{:?}… ({count}글자)", text.chars().take(8).collect::<String>()),
        _ => format!("{text:?}"),
    }
}

fn expect(question: &str, wanted: &str, found: &str) {
    if found != wanted {
        if found.len() < wanted.len() && wanted.starts_with(found) && wanted.len() > 1 << 16 {
            advise(
                "긴 답이 중간에서 잘렸습니다. 한 번의 `read`나 정해 둔 크기, `u16` 같은 길이에 담기는 만큼이 아니라, 줄바꿈이 올 때까지 읽습니다.",
            );
        }
        differs(format!("물음 {}의 답", shown(question)), shown(wanted), shown(found));
    }
}

fn expect_a_broken_pipe(call: &str, found: &Result<String, ErrorKind>) {
    if !matches!(found, Err(ErrorKind::BrokenPipe | ErrorKind::UnexpectedEof)) {
        differs(call, "BrokenPipe나 UnexpectedEof", format!("{found:?}"));
    }
}

fn closed(talk: Conversation) {
    let status = talk.close().unwrap_or_else(|error| panic!("`close`가 오류입니다: {error}"));
    assert!(status.code() == Some(0), "대화를 마친 자식의 반환 코드는 0이어야 하는데 {status}입니다.");
}

fn answers_each() {
    advise("물음에 줄바꿈을 붙여 쓰고 한 줄을 읽습니다. 답은 자식이, 올 때마다 바로 합니다.");
    case(|| {
        foresee(
            "둘 다 줄 하나가 끝나기를 기다립니다. 물음에도 답에도 줄바꿈(`\\n`)을 붙여 쓰고, 버퍼에 모았으면 내보냅니다(flush).",
        );
        let parent = std::process::id();
        let mut count = 0;
        let mut talk = start(|question| {
            assert!(std::process::id() != parent, "부모에서 답합니다. 답은 자식이 합니다.");
            count += 1;
            format!("{count}: {question}!")
        });
        for (index, question) in ["안녕", "하나 둘", "끝"].into_iter().enumerate() {
            expect(question, &format!("{}: {question}!", index + 1), &asked(&mut talk, question));
        }
        closed(talk);
        assert!(count == 0, "자식이 센 수가 부모에서도 바뀌었습니다.");
    });
    case(|| {
        advise(
            "같은 물음이라도 답은 달라질 수 있습니다. 앞의 답을 두었다 쓰지 않고, 묻는 줄마다 자식의 `answer`를 부릅니다.",
        );
        let mut count = 0;
        let mut talk = start(|question| {
            count += 1;
            format!("{count}: {question}")
        });
        for (index, question) in ["같음", "같음", "다름", "같음"].into_iter().enumerate() {
            expect(question, &format!("{}: {question}", index + 1), &asked(&mut talk, question));
        }
        closed(talk);
    });
    #[cfg(target_os = "linux")]
    case(|| {
        advise("`fork_child`가 돌려준 오류는 `?`로 그대로 돌려줍니다. `unwrap`하지 않습니다.");
        let is_refused = beside_a_thread(|| Conversation::start(str::to_string).is_err());
        assert!(is_refused, "스레드가 둘이라 자식을 만들 수 없는데 `start`가 오류를 돌려주지 않습니다.");
    });
}

fn keeps_every_line() {
    advise(
        "줄 끝의 `\\n` 하나만 뗍니다. `trim_end()`는 빈칸도 지웁니다. 빈 줄도 답입니다. 끝났는지는 글자가 남았는지가 아니라 `read_line`이 `Ok(0)`인지로 압니다.",
    );
    case(|| {
        let mut talk = start(str::to_string);
        let long = "가나다라".repeat(100_000);
        for question in ["", " 앞뒤 빈칸 ", "탭\t", "\u{b}\u{c}", "중간\r있음", &long, "긴 줄 다음"]
        {
            expect(question, question, &asked(&mut talk, question));
        }
        closed(talk);
    });
    case(|| {
        let mut talk = start(|question| question.repeat(200_000));
        for question in ["ab", "", "c"] {
            expect(question, &question.repeat(200_000), &asked(&mut talk, question));
        }
        closed(talk);
    });
    case(|| {
        advise("줄이 아무리 길어도 줄바꿈까지 읽습니다. 크기를 정해 놓고 읽지 않습니다.");
        let mut talk = start(|question| question.repeat(17_000_001));
        expect("a", &"a".repeat(17_000_001), &asked(&mut talk, "a"));
        closed(talk);
    });
    case(|| {
        advise("묻는 횟수에는 한도가 없습니다. 자식은 물음의 끝이 올 때까지 답합니다.");
        let mut talk = start(str::to_string);
        for question in (0..2_500).map(|count| count.to_string()) {
            expect(&question, &question, &asked(&mut talk, &question));
        }
        closed(talk);
    });
    case(|| {
        advise("물음의 끝은 파이프를 닫아 알립니다. 끝을 뜻하는 말을 정해 두면 그 말은 물을 수 없습니다.");
        let mut talk = start(str::to_string);
        for question in ["quit", "exit", "end", "stop", "close", "bye", "EOF", "None", "\0", "\u{4}", "끝"] {
            expect(question, question, &asked(&mut talk, question));
            for question in [question.to_uppercase(), format!("__{question}__"), format!("/{question}")] {
                expect(&question, &question, &asked(&mut talk, &question));
            }
        }
        for question in
            ["q", ":q", "done", "finish", "shutdown", "종료", "그만", ".", "0", "-1", "\u{1a}", "\u{3}"]
        {
            expect(question, question, &asked(&mut talk, question));
        }
        closed(talk);
    });
}

fn ends() {
    advise(
        "자식은 시작하자마자 부모의 두 끝(`to`, `from`)을 버립니다. `close`는 `to`를 버린 다음에 `wait()`합니다.",
    );
    case(|| {
        let before = open_files();
        let mut talk = start(|_| open_files().map_or(String::new(), |count| count.to_string()));
        let found: Option<usize> = asked(&mut talk, "연 파일의 수").parse().ok();
        closed(talk);
        if let (Some(before), Some(found)) = (before, found) {
            let more = found.saturating_sub(before);
            assert!(
                more <= 2,
                "자식이 더 여는 것은 물음을 읽는 끝과 답을 쓰는 끝, 2개뿐이어야 하는데 {more}개입니다."
            );
        }
    });
    case(|| {
        closed(start(str::to_string));
        let before = Surroundings::now();
        for round in 0..3 {
            let mut talk = start(str::to_string);
            let question = round.to_string();
            expect(&question, &question, &asked(&mut talk, &question));
            closed(talk);
        }
        let change = before.change();
        assert!(change.is_none(), "{}", change.unwrap_or_default());
    });
}

/// 파이프의 한쪽이 닫힌 다음에 다른 쪽도 닫힙니다. 그때까지 기다리되, 거두지는 않습니다.
#[cfg(target_os = "linux")]
fn until_it_has_ended() {
    use process::nix::sys::wait::{Id, WaitPidFlag, waitid};

    let _ = waitid(Id::All, WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT);
}

#[cfg(not(target_os = "linux"))]
fn until_it_has_ended() {}

fn tells_who_is_gone() {
    advise("`read_line`이 `Ok(0)`을 주거나, 읽은 것이 줄바꿈으로 끝나지 않으면 `UnexpectedEof`입니다.");
    case(|| {
        let mut talk = start(|question| match question {
            "끝" => std::process::exit(3),
            question => question.to_string(),
        });
        expect("있음", "있음", &asked(&mut talk, "있음"));
        for question in ["끝", "아직 있음", ""] {
            let found = talk.ask(question).map_err(|error| error.kind());
            until_it_has_ended();
            expect_a_broken_pipe(&format!("자식이 없는데 물음 {question:?}의 답"), &found);
        }
        let status = talk.close().unwrap_or_else(|error| panic!("`close`가 오류입니다: {error}"));
        assert!(status.code() == Some(3), "자식의 반환 코드는 3인데 {status}입니다.");
    });
    #[cfg(target_os = "linux")]
    case(|| {
        let mut talk = start(half_an_answer);
        let found = talk.ask("무엇").map_err(|error| error.kind());
        expect_a_broken_pipe("줄바꿈을 쓰기 전에 자식이 죽은 답", &found);
        let signal = talk.close().ok().and_then(|status| status.signal());
        assert!(signal == Some(6), "자식은 신호 6번으로 끝나야 하는데 {signal:?}입니다.");
    });
    case(|| {
        let mut talk = start(|_| panic!("자식의 패닉"));
        assert!(talk.ask("무엇").is_err(), "자식이 패닉했는데 오류가 없습니다.");
        let signal = talk.close().ok().and_then(|status| status.signal());
        assert!(signal == Some(6), "패닉한 자식은 신호 6번으로 끝나야 하는데 {signal:?}입니다.");
    });
}

/// 답을 쓰다가 죽은 것처럼, 답이 나가는 파이프에 직접 씁니다. 자식에서 쓸 수 있는 파이프는 그것뿐입니다.
#[cfg(target_os = "linux")]
fn half_an_answer(_question: &str) -> String {
    use std::io::Write;

    for entry in std::fs::read_dir("/proc/self/fd").into_iter().flatten().flatten() {
        let number = entry.file_name().to_string_lossy().into_owned();
        let info = std::fs::read_to_string(format!("/proc/self/fdinfo/{number}")).unwrap_or_default();
        let flags = info.lines().find_map(|line| line.strip_prefix("flags:")).unwrap_or_default();
        let target = std::fs::read_link(entry.path()).unwrap_or_default();
        if flags.ends_with('1') && target.to_string_lossy().starts_with("pipe:") {
            let answers = std::fs::File::options().write(true).open(entry.path());
            let _ = answers.and_then(|mut answers| answers.write_all("반쪽".as_bytes()));
        }
    }
    std::process::abort()
}

fn refuses_two_lines() {
    advise(
        "쓰기 전에 `question.contains('\\n')`을 봅니다. 한 글자도 보내지 않고 `InvalidInput`을 돌려줍니다.",
    );
    case(|| {
        let mut talk = start(str::to_string);
        for question in ["하나\n둘", "\n", "끝\n"] {
            let found = talk.ask(question).map_err(|error| error.kind());
            process::expect(format!("물음 {question:?}의 답"), Err(ErrorKind::InvalidInput), found);
        }
        expect("셋", "셋", &asked(&mut talk, "셋"));
        closed(talk);
    });
}
