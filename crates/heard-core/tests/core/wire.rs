//! How events are written down, and that what is cut, flipped or newer is never taken for something else.

use heard_core::act::Act;
use heard_core::wire::{Unread, read, write};
use heard_core::{Boot, Event, EventId, Moment, Record};
use proptest::prelude::*;

use crate::deeds::config;
use crate::events::any_event;
use crate::scene::{Scene, caught};

/// Where in a line the event's name stands, its quotes left aside.
fn name_in(line: &str) -> std::ops::Range<usize> {
    let start = line.find("\"id\":\"").unwrap() + 6;
    start..start + line[start..].find('"').unwrap()
}

fn marked(n: u64) -> Event {
    let at = Moment { boot: Boot::from_random(0xbeef), wall_ms: 5, mono_ms: 3 };
    let of = Record::Begun(EventId { n: 1, boot: at.boot });
    Event { n, at, of, act: Act::MomentMarked }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn every_event_reads_back_as_written(event in any_event()) {
        let line = write(&event);
        prop_assert!(!line.contains(['\n', '\r']), "more than one line");
        prop_assert_eq!(read(&line), Ok(event));
    }

    #[test]
    fn what_was_read_is_written_the_same_again(event in any_event()) {
        let line = write(&event);
        prop_assert_eq!(write(&read(&line).unwrap()), line);
    }

    #[test]
    fn a_line_cut_short_anywhere_is_damaged(event in any_event(), at in any::<prop::sample::Index>()) {
        let line = write(&event);
        let cuts: Vec<_> = line.char_indices().map(|(at, _)| at).collect();
        let cut = &line[..cuts[at.index(cuts.len())]];
        prop_assert_eq!(read(cut), Err(Unread::Damaged), "{}", cut);
    }

    #[test]
    fn a_byte_flipped_in_an_event_never_gives_it_another_name(
        event in any_event(),
        at in any::<prop::sample::Index>(),
        flip in 1_u8..,
    ) {
        let mut bytes = write(&event).into_bytes();
        let at = at.index(bytes.len());
        let in_name = name_in(&write(&event)).contains(&at);
        bytes[at] ^= flip;
        if let Ok(Ok(other)) = String::from_utf8(bytes).map(|text| read(&text)) {
            if in_name {
                // A name can not vouch for itself, but what the event says stays what it was.
                prop_assert_eq!((other.of, other.act), (event.of, event.act));
            } else {
                prop_assert_eq!(other.id(), event.id());
            }
        }
    }

    #[test]
    fn no_text_makes_reading_panic(bytes in any::<Vec<u8>>(), text in "[\\[\\]{}\":,0-9a-z\\\\ -]{0,80}") {
        prop_assert_eq!(read(&String::from_utf8_lossy(&bytes)).ok(), None);
        prop_assert_eq!(read(&text).ok(), None);
    }

    #[test]
    fn no_line_with_bytes_changed_put_in_or_left_out_makes_reading_panic(
        event in any_event(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 1..6),
    ) {
        let mut bytes = write(&event).into_bytes();
        for (at, how, byte) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        if let Ok(event) = read(&String::from_utf8_lossy(&bytes)) {
            prop_assert_eq!(read(&write(&event)), Ok(event));
        }
    }
}

#[test]
fn an_event_is_one_line_of_plain_json() {
    assert_eq!(
        write(&marked(12)),
        r#"{"v":1,"id":"beef-12","wall":5,"mono":3,"of":"beef-1","act":"moment-marked"}"#
    );
}

#[test]
fn what_is_not_known_is_left_out_of_a_line() {
    let scene = Scene::opened();
    let line = write(&scene.stamped(caught(heard_core::capture::Kind::Issue, "x")));
    assert!(line.ends_with(r#""act":{"captured":{"kind":"issue","words":"x"}}}"#), "{line}");
}

#[test]
fn a_newer_version_is_newer_whatever_it_says() {
    let line = write(&marked(12));
    assert_eq!(read(&line.replace("\"v\":1", "\"v\":2")), Err(Unread::Newer));
    let strange = r#"{"v":7,"id":"beef-12","felt":[1,{"deep":null}]}"#;
    assert_eq!(read(strange), Err(Unread::Newer));
}

#[test]
fn an_act_kind_or_record_that_this_build_does_not_know_is_newer() {
    let line = write(&marked(12));
    for act in [
        r#""room-left""#,
        r#"{"read-back":{"capture":"beef-3"}}"#,
        r#"{"captured":{"kind":"hunch","words":"x"}}"#,
        r#"{"floor-taken":{"by":"chair"}}"#,
        r#"{"setting-changed":{"font":"large"}}"#,
    ] {
        let line = line.replace("\"moment-marked\"", act);
        assert_eq!(read(&line), Err(Unread::Newer), "{line}");
    }
    let elsewhere = line.replace("\"of\":\"beef-1\"", "\"of\":\"journal\"");
    assert_eq!(read(&elsewhere), Err(Unread::Newer));
}

#[test]
fn what_has_no_name_or_no_version_is_damaged() {
    let line = write(&marked(12));
    for damaged in [
        String::new(),
        "null".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        format!("{line}{line}"),
        line.replace("beef-12", "beef"),
        line.replace("beef-12", "beef-1.2"),
        line.replace("\"v\":1,", ""),
        line.replace("\"v\":1", "\"v\":0"),
        line.replace("\"v\":1", "\"v\":-1"),
        line.replace("\"v\":1", "\"v\":0").replace("moment-marked", "room-left"),
        "[".repeat(100_000),
    ] {
        assert_eq!(read(&damaged), Err(Unread::Damaged), "{damaged:.90}");
    }
}

#[test]
fn a_number_that_nobody_could_have_counted_to_is_damage() {
    assert!(read(&write(&marked(1 << 40))).is_ok());
    assert_eq!(read(&write(&marked((1 << 40) + 1))), Err(Unread::Damaged));
    assert_eq!(read(&write(&marked(u64::MAX))), Err(Unread::Damaged));
}

#[test]
fn a_line_without_a_source_was_a_touch() {
    let line = write(&marked(12)).replace("\"moment-marked\"", r#"{"floor-left":{}}"#);
    let touch = Act::FloorLeft { source: heard_core::floor::Source::Touch };
    assert_eq!(read(&line).map(|event| event.act), Ok(touch));
}
