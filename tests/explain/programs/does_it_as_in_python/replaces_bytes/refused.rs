pub fn plain(text: &str) -> String {
    text.replace(b"\r\n", b"\n")
}
