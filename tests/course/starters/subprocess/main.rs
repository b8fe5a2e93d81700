//! 노트의 `run`과 `check_output`을 인수마다 한 번씩 써 봅니다. 유닉스의 `echo`, `cat`, `sh`, `sleep`을 실행합니다.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use lesson_subprocess::check::CalledProcessError;
use lesson_subprocess::environment::Args::{Line, List};
use lesson_subprocess::run::Stream;
use lesson_subprocess::text::Errors;
use lesson_subprocess::timeout::TimeoutExpired;
use lesson_subprocess::{Completed, Run};

fn shown(bytes: Option<Vec<u8>>) -> String {
    bytes.map_or("없음".into(), |bytes| String::from_utf8_lossy(&bytes).trim_end().replace('\n', " / "))
}

fn tell(title: &str, completed: Completed) {
    let Completed { returncode, stdout, stderr, .. } = completed;
    println!("{title}: 반환 코드 {returncode}, 출력 {}, 오류 {}", shown(stdout), shown(stderr));
}

fn main() -> Result<(), Box<dyn Error>> {
    if cfg!(not(unix)) {
        println!("유닉스의 명령을 실행하는 프로그램입니다. 윈도에서는 WSL 안에서 같은 명령을 실행합니다.");
        return Ok(());
    }
    let capture = Run { capture_output: true, text: true, ..Run::default() };
    let merged = Run { stdout: Stream::Pipe, merge: true, shell: true, text: true, ..Run::default() };
    let both = "echo 출력; echo 오류 >&2";
    tell("args", capture.run(List(&["echo", "빈칸 있는 인수", "$HOME"]))?);
    tell("stdin", Run { stdin: Stream::DevNull, ..capture }.run(List(&["cat"]))?);
    tell("input", Run { input: Some("하나\n둘\n".as_bytes()), ..capture }.run(List(&["cat"]))?);
    tell("stdout", Run { stdout: Stream::DevNull, ..Run::default() }.run(List(&["echo", "안 보임"]))?);
    tell("stderr", merged.run(Line(both))?);
    tell("shell", Run { shell: true, ..capture }.run(Line(both))?);
    tell("cwd", Run { cwd: Some(Path::new("/")), ..capture }.run(List(&["pwd"]))?);
    tell("env", Run { env: Some(&[("이름", "값")]), ..capture }.run(List(&["/usr/bin/env"]))?);
    tell("신호", Run { shell: true, ..capture }.run(Line("kill -9 $$"))?);
    tell("encoding", Run { encoding: Some("cp949"), ..capture }.run(List(&["printf", r"\307\321\261\333"]))?);
    tell("errors", Run { errors: Some(Errors::Replace), ..capture }.run(List(&["printf", r"\307!"]))?);

    let patient = Run { timeout: Some(Duration::from_millis(300)), shell: true, ..capture };
    let error = patient.run(Line("echo 먼저; exec sleep 60")).unwrap_err();
    let expired = error.downcast::<TimeoutExpired>()?;
    println!("timeout: 한도가 지났습니다. 그때까지의 출력 {}", shown(Some(expired.stdout)));

    let strict = Run { check: true, shell: true, ..capture };
    let failed = strict.run(Line("echo 까닭 >&2; exit 3")).unwrap_err().downcast::<CalledProcessError>()?;
    println!("check: 반환 코드 {}, 오류 {}", failed.returncode, shown(failed.stderr));

    let out =
        Run { shell: true, encoding: Some("UTF-8"), ..Run::default() }.check_output(Line("echo 돌려줌"))?;
    println!("check_output: {}", shown(Some(out)));
    Ok(())
}
