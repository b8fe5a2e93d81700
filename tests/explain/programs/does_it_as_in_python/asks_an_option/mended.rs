pub fn any(job: Option<u64>) -> u64 {
    if job.is_some() { 1 } else { 0 }
}
