pub fn told(names: Vec<String>) -> String {
    names.join(", ")
}
