//! Tests of the core, a module for each subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test fails by panicking, and its name documents it"
)]

mod after;
mod archive;
mod archived_meetings;
mod away;
mod away_counted;
mod away_log;
mod backfill;
mod captures;
mod chart;
mod clients;
mod clocks;
mod codec;
mod csv;
mod damaged_storage;
mod edits;
mod erasing;
mod events;
mod export;
mod export_schema;
mod file_names;
mod golden;
mod import;
mod incremental;
mod loops;
mod merging;
mod opening_card;
mod openings;
mod packed_meetings;
mod past_meetings;
mod random_actions;
mod recap;
mod reference;
mod refusals;
mod retention;
mod scene;
mod schedules;
mod scripted_meeting;
mod settings;
mod sheet;
mod simulated_page;
mod storage_damage;
mod stories;
mod talk_share;
mod totals;
mod trends;
mod undoing;
mod whole_meeting;
mod words;
mod workbook;
