pub fn line(visits: u64) -> String {
    visits.to_string()
}
