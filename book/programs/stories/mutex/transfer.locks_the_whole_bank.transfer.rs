pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let _bank = BANK.lock();
    let left = from.balance.load().checked_sub(amount).ok_or(TransferError::NotEnough)?;
    from.balance.store(left);
    to.balance.store(to.balance.load() + amount);
    Ok(())
}
