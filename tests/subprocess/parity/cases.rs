//! 비교하는 경우들

use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use process::{Program, program};
use solution_subprocess::Run;
use solution_subprocess::environment::Args;
use solution_subprocess::run::Stream::{self, DevNull, Inherit, Pipe};
use solution_subprocess::text::Errors::{Replace, Strict};

pub struct Case {
    pub name: String,
    pub run: Run<'static>,
    words: Vec<&'static str>,
    line: bool,
}

impl Case {
    pub fn args(&self) -> Args<'_> {
        if self.line { Args::Line(self.words[0]) } else { Args::List(&self.words) }
    }

    /// 열 배의 한도로 다시 합니다.
    pub fn patient(mut self) -> Case {
        self.run.timeout = self.run.timeout.map(|limit| 10 * limit);
        self
    }
}

#[derive(Default)]
struct Table(Vec<Case>);

impl Table {
    fn list(&mut self, name: &str, words: &[&str], run: Run<'static>) {
        let words = words.iter().map(|word| kept(word)).collect();
        self.0.push(Case { name: name.into(), run, words, line: false });
    }

    fn line(&mut self, name: &str, line: &str, run: Run<'static>) {
        self.0.push(Case { name: name.into(), run, words: vec![kept(line)], line: true });
    }

    fn program(&mut self, program: Program, run: Run<'static>) {
        let more = if run.check { " check" } else { "" };
        self.list(&format!("{program}{more}"), &program.words(), run);
    }
}

/// 표는 시험이 끝날 때까지 삽니다.
fn kept(text: &str) -> &'static str {
    text.to_string().leak()
}

/// 파이썬 쪽에도 같은 것이 있어, 길이만 건넵니다.
pub fn long(length: usize) -> &'static [u8] {
    static ALL: LazyLock<Vec<u8>> =
        LazyLock::new(|| (0..=250).collect::<Vec<u8>>().repeat((8 << 20) / 251 + 1));
    &ALL[..length]
}

fn streams(stdin: Stream, stdout: Stream, stderr: Stream) -> Run<'static> {
    Run { stdin, stdout, stderr, ..Run::default() }
}

pub fn cases() -> Vec<Case> {
    let mut table = Table::default();
    arguments_and_codes(&mut table);
    pipes(&mut table);
    times(&mut table);
    surroundings(&mut table);
    texts(&mut table);
    contradictions(&mut table);
    table.0
}

fn arguments_and_codes(table: &mut Table) {
    let capture = Run { capture_output: true, ..Run::default() };
    let check = Run { check: true, ..capture };
    for words in [
        &[][..],
        &["두 낱말", ""],
        &["$HOME", "*", "a;b", "'\"", "\\"],
        &["-n", "--", "한글🙂"],
        &["줄\n바꿈", "\t"],
    ] {
        table.program(program("arguments", words), capture);
    }
    for code in ["0", "1", "2", "127", "255"] {
        table.program(program("say", &["값", "경고", code]), capture);
        table.program(program("say", &["값", "경고", code]), check);
    }
    for signal in ["1", "2", "6", "9", "15"] {
        table.program(program("signal", &[signal]), capture);
    }
    table.program(program("signal", &["9"]), check);
    table.list("없는 프로그램", &["이런-프로그램은-없음"], capture);
    table.list("없는 경로", &["/없는/경로"], capture);
    table.list("실행할 수 없는 파일", &["/etc/passwd"], capture);
    table.list("폴더", &["/"], capture);
    table.list("빈 목록", &[], capture);
    table.list("빈 이름", &[""], capture);
    table.list("NUL이 든 인수", &["echo", "a\0b"], capture);
    table.line("셸 없는 문자열", "echo 안녕", capture);
}

fn pipes(table: &mut Table) {
    let capture = Run { capture_output: true, ..Run::default() };
    for length in [0, 1, 4095, 4096, 65_535, 65_536, 65_537, 1 << 20, 8 << 20] {
        let name = format!("cat에 {length}바이트");
        table.list(&name, &program("cat", &[]).words(), Run { input: Some(long(length)), ..capture });
    }
    for (out, err) in
        [(0, 1), (65_537, 0), (0, 65_537), (1 << 20, 1 << 20), (8 << 20, 1 << 20), (1 << 20, 8 << 20)]
    {
        table.program(program("fill", &[&format!("{out}"), &format!("{err}")]), capture);
    }
    for name in ["deaf", "count"] {
        table.list(
            &format!("{name}에 1 MiB"),
            &program(name, &["8"]).words(),
            Run { input: Some(long(1 << 20)), ..capture },
        );
    }
    table.list("sip에 1 MiB", &program("sip", &["5"]).words(), Run { input: Some(long(1 << 20)), ..capture });
    let turns = program("turns", &["6"]);
    for (name, run) in [
        ("출력만", streams(DevNull, Pipe, DevNull)),
        ("오류만", streams(DevNull, DevNull, Pipe)),
        ("합침", Run { merge: true, ..streams(DevNull, Pipe, Inherit) }),
        ("둘 다 버림", streams(DevNull, DevNull, DevNull)),
        ("버림에 합침", Run { merge: true, ..streams(DevNull, DevNull, Inherit) }),
    ] {
        table.list(name, &turns.words(), run);
    }
    let count = program("count", &[]);
    table.list("입력이 DEVNULL", &count.words(), streams(DevNull, Pipe, Inherit));
    table.list("입력이 PIPE", &count.words(), streams(Pipe, Pipe, Inherit));
}

fn times(table: &mut Table) {
    let limited =
        |limit| Run { capture_output: true, timeout: Some(Duration::from_millis(limit)), ..Run::default() };
    table.list("제때 끝남", &program("say", &["값", "경고", "3"]).words(), limited(50_000));
    table.list(
        "제때 끝남 check",
        &program("say", &["값", "경고", "3"]).words(),
        Run { check: true, ..limited(50_000) },
    );
    table.list(
        "한도 안의 1 MiB",
        &program("cat", &[]).words(),
        Run { input: Some(long(1 << 20)), ..limited(50_000) },
    );
    table.list("한도가 지남", &program("linger", &["여기까지"]).words(), limited(700));
    table.list("출력 없이 지남", &program("linger", &[""]).words(), limited(200));
    table.list("SIGTERM을 무시함", &program("stubborn", &["여기까지"]).words(), limited(700));
    table.list("출력을 닫고 버팀", &program("mute", &["여기까지"]).words(), limited(700));
    table.list(
        "글자로 받다가 지남",
        &program("linger", &["여기까지"]).words(),
        Run { text: true, ..limited(700) },
    );
    table.list(
        "입력을 읽지 않음",
        &program("linger", &[""]).words(),
        Run { input: Some(long(1 << 20)), ..limited(300) },
    );
}

fn surroundings(table: &mut Table) {
    let capture = Run { capture_output: true, ..Run::default() };
    let shell = Run { shell: true, ..capture };
    for (name, cwd) in
        [("뿌리", "/"), ("usr", "/usr"), ("없는 cwd", "/없는/폴더"), ("파일인 cwd", "/etc/passwd")]
    {
        table.list(name, &program("place", &[]).words(), Run { cwd: Some(Path::new(cwd)), ..capture });
    }
    let environment = program("environment", &[]);
    table.list("빈 env", &environment.words(), Run { env: Some(&[]), ..capture });
    table.list("env 둘", &environment.words(), Run { env: Some(&[("나", "둘 둘"), ("가", "")]), ..capture });
    table.list(
        "이름에 =가 든 환경 변수",
        &environment.words(),
        Run { env: Some(&[("a=b", "c")]), ..capture },
    );
    table.list("NUL이 든 환경 변수", &environment.words(), Run { env: Some(&[("가", "a\0b")]), ..capture });
    table.list("물려받은 env", &program("variable", &["HOME"]).words(), capture);
    table.list(
        "env의 PATH로 찾음",
        &["sh", "-c", "echo $PATH"],
        Run { env: Some(&[("PATH", "/usr/bin:/bin")]), ..capture },
    );
    table.list(
        "env의 PATH에 없음",
        &["sh", "-c", "echo"],
        Run { env: Some(&[("PATH", "/없는")]), ..capture },
    );
    table.list("PATH 없는 env", &["sh", "-c", "echo 찾음"], Run { env: Some(&[("가", "나")]), ..capture });
    for line in [
        "echo 하나; echo 둘 >&2; exit 4",
        "exit 300",
        "kill -9 $$",
        "sh -c 'kill -9 $$'; exit $?",
        "없는-명령",
        "echo \"$0\" $#",
        "cat | wc -c",
        "",
    ] {
        table.line(&format!("셸: {line}"), line, Run { input: Some(b"12345"), ..shell });
    }
    table.line("셸과 env", "echo [$NAME] [$HOME]", Run { env: Some(&[("NAME", "값")]), ..shell });
    table.list("셸에 목록", &["echo", "안녕"], shell);
    table.list("셸에 목록과 $1", &["echo \"$0\" \"$1\"", "이름", "두 낱말"], shell);
}

fn texts(table: &mut Table) {
    let capture = Run { capture_output: true, ..Run::default() };
    let text = Run { text: true, ..capture };
    for (name, hex, run) in [
        ("한글", "ed959ceab880", text),
        ("빈 글", "", text),
        ("줄 끝", "610d0a620d630a0d0d0a", text),
        ("줄 끝을 두고 바이트로", "610d0a620d63", capture),
        ("BOM", "efbbbf61", text),
        ("틀린 바이트", "6162ff63", text),
        ("끊긴 글자", "ed959ced95", text),
        ("틀린 이어짐", "61e1802162", text),
        ("서로게이트", "eda080", text),
        ("긴 부호", "c080", text),
        ("틀린 바이트를 바꿈", "6162ff63", Run { errors: Some(Replace), ..capture }),
        ("끊긴 글자를 바꿈", "ed959ced95", Run { errors: Some(Replace), ..capture }),
        ("틀린 이어짐을 바꿈", "61e18021f09f8262", Run { errors: Some(Replace), ..capture }),
        ("서로게이트를 바꿈", "eda08061", Run { errors: Some(Replace), ..capture }),
        ("엄격하게", "ff", Run { errors: Some(Strict), ..capture }),
        ("cp949", "c7d1b1db8c63b9e6", Run { encoding: Some("cp949"), ..capture }),
        ("cp949 줄 끝", "c7d10d0ab1db0d", Run { encoding: Some("CP949"), ..capture }),
        ("cp949 틀린 바이트", "c7d1ffb1db", Run { encoding: Some("cp949"), ..capture }),
        ("cp949 끊긴 글자", "c7d1b1", Run { encoding: Some("cp949"), ..capture }),
        (
            "cp949 틀린 바이트를 바꿈",
            "c7d1ff21",
            Run { encoding: Some("cp949"), errors: Some(Replace), ..capture },
        ),
        ("UTF_8", "ed959c", Run { encoding: Some("UTF_8"), ..capture }),
        ("모르는 인코딩", "61", Run { encoding: Some("없는-인코딩"), ..capture }),
    ] {
        table.list(name, &program("bytes", &[hex]).words(), run);
    }
    table.list(
        "글자를 주고받음",
        &program("cat", &[]).words(),
        Run { input: Some("가나다\n".as_bytes()), ..text },
    );
    table.list(
        "실패의 글자",
        &program("say", &["값\r\n", "경고\r", "2"]).words(),
        Run { check: true, ..text },
    );
}

fn contradictions(table: &mut Table) {
    let program = program("say", &["값", "경고", "0"]);
    let capture = Run { capture_output: true, ..Run::default() };
    for (name, run) in [
        ("input과 stdin=PIPE", Run { input: Some(b"a"), stdin: Pipe, ..Run::default() }),
        ("input과 stdin=DEVNULL", Run { input: Some(b""), stdin: DevNull, ..capture }),
        ("capture_output과 stdout", Run { stdout: Pipe, ..capture }),
        ("capture_output과 stderr", Run { merge: true, ..capture }),
        ("capture_output과 둘 다", Run { stdout: DevNull, stderr: DevNull, ..capture }),
    ] {
        table.list(name, &program.words(), run);
    }
}
