fn finish(mut diary: Vec<&str>) -> usize {
    diary.push("끝");
    diary.len()
}

fn main() {
    let diary = vec!["월요일", "화요일"];
    println!("{}", finish(diary));
    println!("{diary:?}");
}
