pub fn known(name: String) -> bool {
    match name.as_str() {
        "utf8" => true,
        _ => false,
    }
}
