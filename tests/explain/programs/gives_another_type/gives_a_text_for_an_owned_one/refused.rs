const NO_MESSAGE: &str = "메시지 없음";

pub fn message(text: Option<&String>) -> &str {
    text.unwrap_or(NO_MESSAGE)
}
