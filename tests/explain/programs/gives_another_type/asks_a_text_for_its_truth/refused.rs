pub fn shown(line: &str) -> &str {
    if line { line } else { "비었습니다" }
}
