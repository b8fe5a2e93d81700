pub fn line(question: &str) -> String {
    format!("{question}\n")
}
