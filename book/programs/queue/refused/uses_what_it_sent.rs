use std::sync::mpsc;

fn main() {
    let (jobs, waiting) = mpsc::channel();
    let job = String::from("사진 줄이기");
    jobs.send(job).unwrap();
    println!("보냈습니다: {job}");
    println!("{}", waiting.recv().unwrap());
}
