pub fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
}
