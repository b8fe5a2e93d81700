fn half(text: &str) -> Result<i32, String> {
    let number: i32 = text.parse().map_err(|_| format!("숫자가 아닙니다: {text}"))?;
    if number % 2 != 0 {
        return Err(format!("{number}은 홀수입니다."));
    }
    Ok(number / 2)
}

fn main() {
    for text in ["10", "7", "열"] {
        match half(text) {
            Ok(half) => println!("{half}"),
            Err(reason) => println!("실패: {reason}"),
        }
    }
}
