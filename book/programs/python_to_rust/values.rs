fn area(width: i32, height: i32) -> i32 {
    width * height
}

fn main() {
    let mut total = 0;
    for width in 1..4 {
        total += area(width, 2);
    }
    println!("모두 {total}");
}
