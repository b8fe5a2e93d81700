pub struct Permit;

impl Drop for Permit {
    fn drop(self) {
        println!("돌려줍니다");
    }
}
