pub fn repeat(times: usize) {
    for number in 0..times {
        println!("{number}");
    }
}
