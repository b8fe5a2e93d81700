pub fn leave(active: &mut Vec<String>, name: &str) {
    active.remove(name);
}
