//! The built widget under faults outside its control. Each file covers one fault, tried at random times.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]
#![allow(clippy::print_stdout, reason = "every test prints what it measured")]

#[path = "../e2e/drive/mod.rs"]
mod drive;
#[path = "../e2e/fixtures.rs"]
mod fixtures;

mod a_year;
mod browsers;
mod corruption;
mod json_diff;
mod play;
mod rounds;
mod stored;
mod termination;

mod browser_kill;
mod corrupted_records;
mod host_pages;
mod leave_while_typing;
mod many_tabs;
mod one_storage_wiped;
mod page_crash;
mod storage_faults;
mod ten_years;
