use std::fmt::Debug;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, mpsc};
use std::{panic, thread};

/// `unwrap`이 적을 말을 출력합니다.
fn fails<T, E: Debug>(mistake: &str, result: Result<T, E>) {
    if let Err(error) = result {
        println!("{mistake}: called `Result::unwrap()` on an `Err` value: {error:?}");
    }
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    let lock = Arc::new(Mutex::new(0));
    let held = Arc::clone(&lock);
    let broken = thread::spawn(move || {
        let _guard = held.lock();
        panic!("쥔 채로 실패");
    });
    fails("패닉한 스레드를 기다림", broken.join());
    fails("쥔 채로 패닉한 잠금", lock.lock());

    let (sender, receiver) = mpsc::channel::<i32>();
    drop(sender);
    fails("넣는 끝이 모두 사라짐", receiver.recv());
    let (sender, receiver) = mpsc::channel::<i32>();
    drop(receiver);
    fails("받는 끝이 사라짐", sender.send(1));
    let (sender, receiver) = mpsc::sync_channel::<i32>(1);
    fails("아직 아무것도 없음", receiver.try_recv());
    sender.send(1).unwrap();
    fails("가득 찬 채널", sender.try_send(2));

    fails("없는 프로그램", Command::new("no-such-program").status());
    fails("없는 폴더", Command::new("true").current_dir("no-such-folder").status());
    let mut child = Command::new("true").stdin(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    child.wait().unwrap();
    fails("읽지 않고 끝난 자식에게 씀", input.write_all(b"?"));
    fails("UTF-8이 아닌 바이트", String::from_utf8(vec![0xb0, 0xa1]));
}
