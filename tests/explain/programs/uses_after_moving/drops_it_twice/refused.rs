pub struct Permit<'a>(&'a str);

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        println!("{} 반환", self.0);
    }
}

pub fn work(name: &str) {
    let permit = Permit(name);
    drop(permit);
    println!("{name} 끝");
    drop(permit);
}
