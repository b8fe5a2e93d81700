pub fn first(words: &[String]) -> Option<&String> {
    let words = words.to_vec().len();
    if words { None } else { None }
}
