pub fn double(n: i32) -> i32 {
    println!("{}", n * 2);
    n * 2
}
