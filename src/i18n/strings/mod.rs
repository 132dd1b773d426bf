//! Every text that a screen may show, grouped by the screen that shows it.

pub(super) mod after;
pub(super) mod client;
pub(super) mod hand_over;
pub(super) mod loops;
pub(super) mod opening;
pub(super) mod picture;
pub(super) mod recap;
pub(super) mod sheet;
pub(super) mod trends;

use heard_core::Refusal;
use heard_core::act::MeetingKind;
use heard_core::away::Counted;
use heard_core::band::{Band, BandSource};
use heard_core::capture::{Kind, Tally};
use heard_core::import::{Preview, Unfit};

use crate::item::Item;
use crate::mode::Mode;
use after::After;
use client::Client;
use hand_over::HandOver;
use loops::Loops;
use opening::Opening;
use picture::Picture;
use recap::Recap;
use sheet::Sheet;
use trends::Trends;

/// All texts of one language.
pub(crate) struct Strings {
    pub(crate) nav: Nav,
    pub(crate) start: Start,
    pub(crate) live: Live,
    pub(crate) capture: Capture,
    pub(crate) review: Review,
    pub(crate) past: Past,
    pub(crate) settings: Settings,
    pub(crate) keys: Keys,
    pub(crate) kept: Kept,
    pub(crate) away: Away,
    pub(crate) after: After,
    pub(crate) client: Client,
    pub(crate) store: Store,
    pub(crate) picture: Picture,
    pub(crate) hand_over: HandOver,
    pub(crate) recap: Recap,
    pub(crate) loops: Loops,
    pub(crate) opening: Opening,
    pub(crate) sheet: Sheet,
    pub(crate) trends: Trends,
    pub(crate) kind: fn(Kind) -> &'static str,
    pub(crate) kinds: fn(Kind) -> &'static str,
    pub(crate) meeting_kind: fn(MeetingKind) -> &'static str,
    pub(crate) tally: fn(Tally) -> &'static str,
    pub(crate) refusal: fn(Refusal) -> &'static str,
    pub(crate) percent: fn(u64) -> String,
    pub(crate) someone: &'static str,
}

pub(crate) struct Nav {
    pub(crate) name: &'static str,
    pub(crate) past: &'static str,
    pub(crate) settings: &'static str,
    pub(crate) keys: &'static str,
    pub(crate) close: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) redo: &'static str,
    pub(crate) more: &'static str,
}

pub(crate) struct Start {
    pub(crate) who: &'static str,
    pub(crate) name: &'static str,
    pub(crate) name_hint: &'static str,
    pub(crate) what: &'static str,
    pub(crate) people: &'static str,
    pub(crate) us: &'static str,
    pub(crate) them: &'static str,
    pub(crate) fewer: fn(&str) -> String,
    pub(crate) one_more: fn(&str) -> String,
    pub(crate) aim: &'static str,
    pub(crate) aim_is: fn(u64) -> String,
    pub(crate) talk_less: &'static str,
    pub(crate) talk_more: &'static str,
    pub(crate) band: fn(Band) -> String,
    pub(crate) source: fn(BandSource) -> &'static str,
    pub(crate) began: &'static str,
    pub(crate) just_now: &'static str,
    pub(crate) minutes_ago: fn(u64) -> String,
    pub(crate) minutes_unit: &'static str,
    pub(crate) aloud: &'static str,
    pub(crate) aloud_line: &'static str,
    pub(crate) go: &'static str,
    pub(crate) promise: &'static str,
    pub(crate) last_time: &'static str,
}

pub(crate) struct Live {
    pub(crate) listening: &'static str,
    pub(crate) talking: &'static str,
    pub(crate) resting: &'static str,
    pub(crate) open: &'static str,
    pub(crate) hint_listening: &'static str,
    pub(crate) hint_talking: &'static str,
    pub(crate) hint_resting: &'static str,
    pub(crate) them: &'static str,
    pub(crate) you: &'static str,
    pub(crate) elapsed: &'static str,
    pub(crate) strip: &'static str,
    pub(crate) nudge: fn(u64) -> String,
    pub(crate) mark: &'static str,
    pub(crate) take_break: &'static str,
    pub(crate) resume: &'static str,
    pub(crate) end: &'static str,
    pub(crate) marked: fn(&str) -> String,
    pub(crate) marked_key: &'static str,
    pub(crate) caught: fn(Kind) -> &'static str,
    pub(crate) counted: fn(&str, u32) -> String,
    pub(crate) began: &'static str,
    pub(crate) ended: &'static str,
    pub(crate) undone: &'static str,
    pub(crate) redone: &'static str,
    pub(crate) struck: &'static str,
    pub(crate) amended: &'static str,
    pub(crate) corrected: &'static str,
    pub(crate) minutes: fn(u64) -> String,
}

pub(crate) struct Capture {
    pub(crate) line: &'static str,
    pub(crate) line_held: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) said_by: &'static str,
    pub(crate) keep: &'static str,
    pub(crate) too_long: fn(usize) -> String,
    pub(crate) amend: &'static str,
    pub(crate) strike: &'static str,
    pub(crate) save: &'static str,
    pub(crate) first: &'static str,
    pub(crate) held_without: &'static str,
    pub(crate) held: &'static str,
    pub(crate) actions_for: fn(&str, &str) -> String,
}

pub(crate) struct Review {
    pub(crate) talked: fn(&str) -> String,
    pub(crate) unknown: &'static str,
    pub(crate) within: fn(Band) -> String,
    pub(crate) over: fn(Band) -> String,
    pub(crate) under: fn(Band) -> String,
    pub(crate) longest_turn: &'static str,
    pub(crate) opening_story: &'static str,
    pub(crate) opening_whole: &'static str,
    pub(crate) longest_story: &'static str,
    pub(crate) changes: &'static str,
    pub(crate) held: &'static str,
    pub(crate) talk: &'static str,
    pub(crate) listen: &'static str,
    pub(crate) of_meeting: &'static str,
    pub(crate) rest: &'static str,
    pub(crate) marks: &'static str,
    pub(crate) nothing_caught: &'static str,
    pub(crate) turns: &'static str,
    pub(crate) turns_hint: &'static str,
    pub(crate) turn_of: fn(&str, &str) -> String,
    pub(crate) starts: &'static str,
    pub(crate) holder: &'static str,
    pub(crate) split: &'static str,
    pub(crate) split_at: &'static str,
    pub(crate) done: &'static str,
    pub(crate) file: &'static str,
    pub(crate) add: &'static str,
}

pub(crate) struct Past {
    pub(crate) title: &'static str,
    pub(crate) none: &'static str,
    pub(crate) caught: fn(usize) -> String,
}

pub(crate) struct Settings {
    pub(crate) title: &'static str,
    pub(crate) aim: &'static str,
    pub(crate) aim_band: &'static str,
    pub(crate) nudge: &'static str,
    pub(crate) nudge_hint: &'static str,
    pub(crate) never: &'static str,
    pub(crate) face: &'static str,
    pub(crate) face_hint: &'static str,
    pub(crate) quiet: &'static str,
    pub(crate) detailed: &'static str,
    pub(crate) theme: &'static str,
    pub(crate) auto: &'static str,
    pub(crate) light: &'static str,
    pub(crate) dark: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) mode: fn(Mode) -> &'static str,
    pub(crate) file: &'static str,
    pub(crate) erase: &'static str,
    pub(crate) erase_sure: &'static str,
    pub(crate) erase_what: &'static str,
    pub(crate) erase_for_good: &'static str,
    pub(crate) erase_go: &'static str,
}

pub(crate) struct Keys {
    pub(crate) title: &'static str,
    pub(crate) space: &'static str,
    pub(crate) floor: &'static str,
    pub(crate) mark: &'static str,
    pub(crate) rest: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) redo: &'static str,
    pub(crate) line: &'static str,
    pub(crate) tally: &'static str,
    pub(crate) enter: &'static str,
    pub(crate) escape: &'static str,
    pub(crate) help: &'static str,
}

pub(crate) struct Kept {
    pub(crate) mode: fn(Mode, bool) -> &'static str,
    pub(crate) notice: fn(Mode) -> Option<&'static str>,
    pub(crate) unread: fn(usize) -> String,
    pub(crate) unread_file: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) room: fn(usize) -> String,
    pub(crate) backup: fn(usize) -> String,
    pub(crate) elsewhere: &'static str,
    pub(crate) take_over: &'static str,
    pub(crate) file: &'static str,
}

/// Time that nobody can vouch for.
pub(crate) struct Away {
    pub(crate) title: &'static str,
    pub(crate) found: fn(&str, &str) -> String,
    pub(crate) why: &'static str,
    pub(crate) counted: &'static str,
    pub(crate) left_out: &'static str,
    pub(crate) noticed: &'static str,
    pub(crate) told: &'static str,
    pub(crate) word: fn(Counted) -> &'static str,
}

/// What is kept here, record by record.
pub(crate) struct Store {
    pub(crate) title: &'static str,
    pub(crate) see: &'static str,
    pub(crate) item: fn(&Item) -> &'static str,
    pub(crate) local: fn(usize) -> String,
    pub(crate) durable: fn(usize) -> String,
    pub(crate) quarantine: &'static str,
    pub(crate) erase: &'static str,
    pub(crate) erase_of: fn(&str) -> String,
    pub(crate) erase_meeting: &'static str,
    pub(crate) erase_client: &'static str,
    pub(crate) erase_quarantine: &'static str,
    pub(crate) retention: &'static str,
    pub(crate) for_ever: &'static str,
    pub(crate) retention_hint: &'static str,
    pub(crate) months: fn(u16) -> String,
    pub(crate) bring: &'static str,
    pub(crate) reading: &'static str,
    pub(crate) sure: &'static str,
    pub(crate) preview: fn(&Preview) -> String,
    pub(crate) nothing_new: &'static str,
    pub(crate) go: &'static str,
    pub(crate) bringing: &'static str,
    pub(crate) brought: fn(&Preview) -> String,
    pub(crate) unfit: fn(Unfit) -> &'static str,
    pub(crate) table: &'static str,
}
