pub fn enter(active: &mut Vec<String>, name: &str) {
    active.append(name);
}
