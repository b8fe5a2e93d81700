pub fn longer(one: &str, two: &str) -> &str {
    if one.len() > two.len() { one } else { two }
}
