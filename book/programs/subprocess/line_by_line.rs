use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};

fn main() -> io::Result<()> {
    let mut command = Command::new("sh");
    command.args(["-c", "echo 하나; read answer; echo 둘"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (mut to, from) = (child.stdin.take(), child.stdout.take().unwrap());
    for line in BufReader::new(from).lines() {
        let line = line?;
        println!("받은 줄: {line}");
        if line == "하나" {
            // 블록 끝에서 사라지며 닫힙니다.
            to.take().unwrap().write_all("계속\n".as_bytes())?;
        }
    }
    println!("반환 코드: {:?}", child.wait()?.code());
    Ok(())
}
