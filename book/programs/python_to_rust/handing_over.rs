fn finish(diary: &mut Vec<&str>) -> usize {
    diary.push("끝");
    diary.len()
}

fn main() {
    let mut diary = vec!["월요일", "화요일"];
    println!("{}", finish(&mut diary));
    println!("{diary:?}");
}
