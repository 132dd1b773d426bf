//! What is done when a meeting is over, a file for each: cards of the review screen, and what they do.

pub(crate) mod recap;
