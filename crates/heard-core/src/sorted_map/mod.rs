//! Sorting, and a map that is a sorted list: smaller in WebAssembly than the standard library's sort and maps.

mod map;
mod sort;

pub use map::Map;
pub use sort::{first_of_each, last_of_each, sort};

#[cfg(test)]
mod tests;
