pub fn semaphore(permits: u64) -> u64 {
    todo!(
        "허가 {permits}장으로 시작하는 세마포어를 만드세요. 허가가 남지 않았으면 누군가 돌려줄 때까지 기다립니다."
    )
}
