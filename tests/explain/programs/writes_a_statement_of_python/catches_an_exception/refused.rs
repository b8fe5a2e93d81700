pub fn read(text: &str) -> u64 {
    try {
        return text.parse();
    } except ValueError as error {
        return 0;
    }
}
