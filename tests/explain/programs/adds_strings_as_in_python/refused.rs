pub fn line(question: &str) -> String {
    question + "\n"
}
