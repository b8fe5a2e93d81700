pub fn leave(active: &mut Vec<String>, name: &str) {
    active.retain(|other| other != name);
}
