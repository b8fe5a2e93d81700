pub fn told(names: Vec<String>) -> String {
    format!("{names}")
}
