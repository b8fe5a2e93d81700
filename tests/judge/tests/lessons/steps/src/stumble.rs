struct Clumsy;

impl Drop for Clumsy {
    fn drop(&mut self) {
        panic!("정리하다가 넘어졌습니다.");
    }
}

pub fn stumble() {
    let _clumsy = Clumsy;
    panic!("먼저 난 패닉입니다.");
}
