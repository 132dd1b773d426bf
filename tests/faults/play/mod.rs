//! A meeting that plays itself in a bare browser, and what of it must be back afterwards.

mod back;
mod ledger;
mod tally;
mod trial;

pub(crate) use {tally::Tally, trial::Trial};
