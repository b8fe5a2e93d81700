pub fn enter(active: &mut Vec<String>, name: &str) {
    active.push(name.to_owned());
}
