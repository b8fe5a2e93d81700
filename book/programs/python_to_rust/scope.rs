struct Door;

impl Drop for Door {
    fn drop(&mut self) {
        println!("닫습니다");
    }
}

fn open() -> Door {
    println!("엽니다");
    Door
}

fn main() {
    {
        let _door = open();
        println!("들어갑니다");
    }
    println!("떠납니다");
}
