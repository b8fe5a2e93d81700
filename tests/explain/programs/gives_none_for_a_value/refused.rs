use std::sync::mpsc::Sender;

pub fn hand_out(jobs: Sender<u64>) {
    for job in 0..20 {
        jobs.send(job).unwrap();
    }
    jobs.send(None).unwrap();
}
