pub fn line(text: String) -> String {
    text + &end()
}

fn end() -> String {
    "n".to_owned()
}
