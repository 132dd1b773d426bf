//! What the core promises, as claims: a module for each subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test that can not go on has failed; claims speak for themselves"
)]

mod after;
mod ages;
mod away;
mod away_counted;
mod away_log;
mod backfill;
mod captures;
mod card;
mod clients;
mod clocks;
mod csv;
mod deeds;
mod edits;
mod erasing;
mod events;
mod export;
mod export_schema;
mod golden;
mod import;
mod incremental;
mod loops;
mod merging;
mod met;
mod openings;
mod packing;
mod page;
mod picture;
mod recap;
mod reference;
mod refusals;
mod rope;
mod rot;
mod scene;
mod schedules;
mod script;
mod segments;
mod settings;
mod shares;
mod sheet;
mod stories;
mod totals;
mod trend;
mod undoing;
mod whole_meeting;
mod wire;
mod words;
mod years;
