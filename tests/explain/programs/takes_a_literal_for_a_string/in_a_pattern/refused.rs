pub fn known(name: String) -> bool {
    match name {
        "utf8" => true,
        _ => false,
    }
}
