pub enum TransferError {
    SameAccount,
}

pub fn transfer(from: usize, to: usize) -> Result<(), TransferError> {
    if from == to {
        return Err(TransferError::SameAccount);
    }
    Ok(())
}
