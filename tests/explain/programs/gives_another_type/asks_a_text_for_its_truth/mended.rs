pub fn shown(line: &str) -> &str {
    if !line.is_empty() { line } else { "비었습니다" }
}
