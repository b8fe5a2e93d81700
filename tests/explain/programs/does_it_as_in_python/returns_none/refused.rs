pub fn close(file: std::fs::File) -> None {
    drop(file);
}
