//! Pictures of every screen for the README.
fn main() {}
