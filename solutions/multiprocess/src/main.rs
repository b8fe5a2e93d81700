//! 부모와 자식들: 복사된 값은 자식에서만 바뀌고, 결과는 파이프로, 끝은 반환 코드로 옵니다.

#[cfg(unix)]
fn main() -> std::io::Result<()> {
    use std::process::exit;

    use solution_multiprocess::fork::{Outcome, rehearse};
    use solution_multiprocess::pipe::Conversation;
    use solution_multiprocess::pool::map;

    let mut visits = 0;
    let outcome = rehearse(&mut visits, |visits| {
        *visits += 99;
        println!("자식이 본 값: {visits}");
        7
    })?;
    let code = match outcome {
        Outcome::Told(code) => i32::from(code),
        Outcome::Killed(signal) => -signal,
    };
    println!("부모가 본 값: {visits}, 자식의 반환 코드: {code}");

    let mut total = 0;
    let mut adder = Conversation::start(|line| {
        total += line.parse::<i64>().unwrap_or(0);
        total.to_string()
    })?;
    for number in ["3", "4", "5"] {
        println!("파이프로 보낸 수 {number}, 받은 합 {}", adder.ask(number)?);
    }
    println!("대화를 마친 자식의 반환 코드: {}", adder.close()?.code().unwrap_or(-1));

    let squares = map(&[1, 2, 3, 4, 5], 2, |number| if number == 4 { exit(3) } else { number * number })?;
    let shown = |square: Option<u64>| square.map_or("실패".to_string(), |square| square.to_string());
    println!("자식들이 구한 제곱: {}", squares.into_iter().map(shown).collect::<Vec<_>>().join(", "));
    Ok(())
}

#[cfg(not(unix))]
fn main() {
    println!("유닉스의 fork를 쓰는 프로그램입니다. 윈도에서는 WSL 안에서 같은 명령을 실행합니다.");
}
