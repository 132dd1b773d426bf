//! What the core promises, as claims: a module for each subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test that can not go on has failed; claims speak for themselves"
)]

mod backfill;
mod captures;
mod clocks;
mod csv;
mod deeds;
mod edits;
mod events;
mod export;
mod golden;
mod import;
mod json;
mod merging;
mod openings;
mod reference;
mod refusals;
mod scene;
mod script;
mod settings;
mod shares;
mod totals;
mod undoing;
mod whole_meeting;
mod wire;
mod words;
