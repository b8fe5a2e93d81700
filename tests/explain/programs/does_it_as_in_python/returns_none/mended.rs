pub fn close(file: std::fs::File) {
    drop(file);
}
