pub fn any(job: Option<u64>) -> u64 {
    if job { 1 } else { 0 }
}
