//! A sort and a map stored as a sorted list. Both are smaller in WebAssembly than the standard library's.

mod map;
mod sort;

pub use map::Map;
pub use sort::{first_of_each, last_of_each, sort};

#[cfg(test)]
mod tests;
