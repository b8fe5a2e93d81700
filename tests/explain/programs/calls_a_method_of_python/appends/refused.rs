pub fn keep(names: &mut Vec<String>, name: String) {
    names.append(name);
}
