pub fn repeat(times: usize) {
    for number in times {
        println!("{number}");
    }
}
