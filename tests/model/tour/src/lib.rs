//! The stand-ins and the libraries they stand for must agree; see `tests`.
