pub fn tell(i: usize) {
    println!("작업 {i} 시작");
}
