pub fn first(words: &[String]) -> Option<&String> {
    if words.is_empty() { None } else { words.first() }
}
