//! 프로세스 풀
//!
//! 파이썬의 `multiprocessing.Pool(n).map(f, items)`와 `ProcessPoolExecutor(n).map`이 하는 일입니다. 둘은 일감과 결과를 피클해서 나르고,
//! 자식이 갑자기 죽으면 `Pool`은 그 일감의 결과를 영영 기다리고 `ProcessPoolExecutor`는 `BrokenProcessPool`로 모두 실패합니다.
//! **스레드는 함께 죽지만 프로세스는 하나만 죽습니다. 무엇을 하다 죽었는지는 부모가 알아내야 합니다.**
//!
//! - `fork_child`: `lib.rs`에 있습니다. 자식은 일감을 복사해 가지므로 결과만 보내면 됩니다.
//! - [`std::io::pipe`]: 결과가 오는 길입니다. 부모는 쓰는 쪽을 닫아야 끝을 봅니다.
//! - [`u64::to_le_bytes`]와 [`u64::from_le_bytes`]: 수와 여덟 바이트를 서로 바꿉니다. 파이썬의 피클 대신입니다.

#![cfg(unix)]

use std::io::{self, PipeReader, Read, Write, pipe};

use super::{Forked, fork_child};

/// 일감마다 `work`를 한 결과를 일감의 차례대로 돌려줍니다. 두 번 해도 자식이 죽은 일감은 `None`입니다.
///
/// - `work`는 자식에서 실행합니다. 자식 `workers`개가 함께 하고, 자식 하나가 일감 여럿을 맡습니다. `workers`는 1 이상입니다.
///   일감이 자식 수로 나누어떨어지지 않으면 더 적은 자식이 해도 됩니다.
/// - 자식이 죽으면, 하던 일감은 새 자식에서 한 번만 더 해 봅니다. 다른 일감은 한 번만 하고 모두 끝냅니다.
/// - 돌아올 때 자식은 모두 거두어져 있습니다. 부른 쪽의 다른 자식은 거두지 않습니다.
/// - 자식을 만들지 못하면 그 오류를 돌려줍니다.
pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = vec![None; items.len()];
    let mut deaths = vec![0; items.len()];
    let all: Vec<usize> = (0..items.len()).collect();
    let mut shares: Vec<Vec<usize>> =
        (0..workers).map(|worker| all.iter().copied().skip(worker).step_by(workers).collect()).collect();
    shares.retain(|share| !share.is_empty());
    while !shares.is_empty() {
        let children: Vec<_> = shares.iter().map(|share| start(share, items, &work)).collect();
        let mut failed = None;
        for (share, child) in shares.iter_mut().zip(children) {
            // 하나를 만들지 못해도, 만든 자식은 모두 거둔 다음에 돌아갑니다.
            let (child, mut from) = match child {
                Ok(started) => started,
                Err(error) => {
                    failed.get_or_insert(error);
                    continue;
                }
            };
            let mut bytes = Vec::new();
            from.read_to_end(&mut bytes)?;
            child.wait()?;
            let values = bytes.as_chunks().0;
            for (index, value) in share.drain(..values.len()).zip(values) {
                results[index] = Some(u64::from_le_bytes(*value));
            }
            if let Some(&index) = share.first() {
                deaths[index] += 1;
                if deaths[index] == 2 {
                    share.remove(0);
                }
            }
        }
        if let Some(error) = failed {
            return Err(error);
        }
        shares.retain(|share| !share.is_empty());
    }
    Ok(results)
}

fn start(share: &[usize], items: &[u64], work: &impl Fn(u64) -> u64) -> io::Result<(Forked, PipeReader)> {
    let (from, mut to) = pipe()?;
    let child = fork_child(move || {
        for &index in share {
            if to.write_all(&work(items[index]).to_le_bytes()).is_err() {
                return 1;
            }
        }
        0
    })?;
    Ok((child, from))
}
