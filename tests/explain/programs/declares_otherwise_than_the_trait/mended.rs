pub struct Permit;

impl Drop for Permit {
    fn drop(&mut self) {
        println!("돌려줍니다");
    }
}
