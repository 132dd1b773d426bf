//! Tests of reading and writing event lines, including damaged and newer ones.

use heard_core::codec::{DecodeError, id, read, write};
use heard_core::event::kind::EventKind;
use heard_core::{DocumentId, Event, EventId, Record, Timestamp};
use proptest::prelude::*;

use crate::events::any_event;
use crate::random_actions::config;
use crate::scene::{Scene, captured};

/// A line with some text replaced and a valid checksum.
fn resealed(line: &str, from: &str, to: &str) -> String {
    let (line, _) = line.rsplit_once(",\"sum\":\"").unwrap();
    assert!(line.contains(from), "{line}");
    sealed(&line.replace(from, to))
}

/// Completes a line with its checksum, computed independently of the core.
pub(crate) fn sealed(line: &str) -> String {
    let sum = line
        .bytes()
        .fold(2_166_136_261_u64, |sum, byte| ((sum ^ u64::from(byte)) * 16_777_619) % (1 << 32));
    format!("{line},\"sum\":\"{sum:08x}\"}}")
}

fn marked(n: u64) -> Event {
    let at = Timestamp { boot: DocumentId::from_random(0xbeef), wall_ms: 5, mono_ms: 3 };
    let of = Record::Begun(EventId { n: 1, boot: at.boot });
    Event { n, at, of, kind: EventKind::MomentMarked, raw: None }
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
    fn a_read_event_is_written_to_the_same_line(event in any_event()) {
        let line = write(&event);
        prop_assert_eq!(write(&read(&line).unwrap()), line);
    }

    #[test]
    fn a_truncated_line_is_damaged(event in any_event(), at in any::<prop::sample::Index>()) {
        let line = write(&event);
        let cuts: Vec<_> = line.char_indices().map(|(at, _)| at).collect();
        let cut = &line[..cuts[at.index(cuts.len())]];
        prop_assert_eq!(read(cut), Err(DecodeError::Damaged), "{}", cut);
    }

    #[test]
    fn a_line_with_a_flipped_byte_is_damaged(
        event in any_event(),
        at in any::<prop::sample::Index>(),
        flip in 1_u8..,
    ) {
        let mut bytes = write(&event).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        prop_assert_eq!(read(&String::from_utf8_lossy(&bytes)), Err(DecodeError::Damaged));
    }

    #[test]
    fn reading_any_text_does_not_panic(bytes in any::<Vec<u8>>(), text in "[\\[\\]{}\":,0-9a-z\\\\ -]{0,80}") {
        prop_assert_eq!(read(&String::from_utf8_lossy(&bytes)).ok(), None);
        prop_assert_eq!(read(&text).ok(), None);
    }

    #[test]
    fn reading_a_line_with_changed_added_or_removed_bytes_does_not_panic(
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
        r#"{"v":2,"id":"beef-12","wall":5,"mono":3,"of":"beef-1","act":"moment-marked","sum":"08a30e0e"}"#
    );
    assert_eq!(write(&marked(12)), resealed(&write(&marked(12)), "beef-12", "beef-12"));
}

#[test]
fn absent_values_are_omitted_from_a_line() {
    let scene = Scene::opened();
    let line = write(&scene.stamped(captured(heard_core::event::capture::Kind::Issue, "x")));
    assert!(line.contains(r#""act":{"captured":{"kind":"issue","words":"x"}},"sum":"#), "{line}");
}

#[test]
fn a_line_of_a_newer_version_is_newer_whatever_its_content() {
    let line = write(&marked(12));
    assert_eq!(read(&resealed(&line, "\"v\":2", "\"v\":3")), Err(DecodeError::Newer));
    assert_eq!(
        read(&line.replace("\"v\":2", "\"v\":3")),
        Err(DecodeError::Damaged),
        "an invalid checksum is damage in any version"
    );
    let strange = r#"{"v":7,"id":"beef-12","felt":[1,{"deep":null}]}"#;
    assert_eq!(read(strange), Err(DecodeError::Newer));
}

#[test]
fn an_act_kind_or_record_that_this_build_does_not_know_is_newer() {
    let line = write(&marked(12));
    for kind in [
        r#""room-left""#,
        r#"{"read-back":{"capture":"beef-3"}}"#,
        r#"{"captured":{"kind":"hunch","words":"x"}}"#,
        r#"{"floor-taken":{"by":"chair"}}"#,
        r#"{"setting-changed":{"font":"large"}}"#,
    ] {
        let line = resealed(&line, "\"moment-marked\"", kind);
        assert_eq!(read(&line), Err(DecodeError::Newer), "{line}");
    }
    let elsewhere = resealed(&line, "\"of\":\"beef-1\"", "\"of\":\"journal\"");
    assert_eq!(read(&elsewhere), Err(DecodeError::Newer));
}

#[test]
fn a_line_without_an_id_or_version_is_damaged() {
    let line = write(&marked(12));
    for damaged in [
        String::new(),
        "null".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        format!("{line}{line}"),
        resealed(&line, "beef-12", "beef"),
        resealed(&line, "beef-12", "beef-1.2"),
        resealed(&line, "\"v\":2,", ""),
        resealed(&line, "\"v\":2", "\"v\":0"),
        resealed(&line, "\"v\":2", "\"v\":-1"),
        resealed(&resealed(&line, "\"v\":2", "\"v\":0"), "moment-marked", "room-left"),
        "[".repeat(100_000),
    ] {
        assert_eq!(read(&damaged), Err(DecodeError::Damaged), "{damaged:.90}");
        assert_eq!(id(&damaged), None, "{damaged:.90}");
    }
}

#[test]
fn a_line_without_its_checksum_is_damaged_except_in_version_1() {
    let line = write(&marked(12));
    let (bare, _) = line.split_once(",\"sum\"").unwrap();
    let bare = format!("{bare}}}");
    assert_eq!(read(&bare), Err(DecodeError::Damaged));
    assert_eq!(read(&bare.replace("\"v\":2", "\"v\":1")), Ok(marked(12)));
    assert_eq!(read(&line.replace("\"v\":2", "\"v\":1")), Err(DecodeError::Damaged), "a wrong one");
}

#[test]
fn unknown_fields_are_kept_at_any_level() {
    let line = write(&marked(12));
    for (from, to) in [
        ("\"moment-marked\"", r#""moment-marked","mood":{"felt":[1e3]}"#),
        ("\"moment-marked\"", r#"{"captured":{"kind":"issue","words":"x","weight":7}}"#),
        ("\"wall\":5", "\"wall\" : 5"),
    ] {
        let line = resealed(&line, from, to);
        let event = read(&line).unwrap();
        assert_eq!(event.raw.as_deref(), Some(&*line));
        assert_eq!(write(&event), line);
        assert_eq!(id(&line), Some(event.id()));
    }
}

#[test]
fn equal_events_compare_equal_in_any_spelling() {
    let spelled = read(&resealed(&write(&marked(12)), "\"v\":2", "\"mood\":1,\"v\":2")).unwrap();
    assert!(spelled.raw.is_some() && spelled == marked(12));
    assert_ne!(spelled, marked(13));
}

#[test]
fn an_event_number_above_the_limit_is_damaged() {
    assert!(read(&write(&marked(1 << 40))).is_ok());
    for n in [(1 << 40) + 1, u64::MAX] {
        assert_eq!(read(&write(&marked(n))), Err(DecodeError::Damaged));
        assert_eq!(id(&write(&marked(n))), None);
    }
}

#[test]
fn a_line_without_a_source_is_read_as_a_touch() {
    let line = resealed(&write(&marked(12)), "\"moment-marked\"", r#"{"floor-left":{}}"#);
    let touch = EventKind::FloorLeft { source: heard_core::event::floor::Source::Touch };
    assert_eq!(read(&line).map(|event| event.kind), Ok(touch));
}

#[test]
fn a_checksum_has_eight_digits_and_differs_between_texts() {
    let sums = ["", "a", "b", "a longer text"].map(heard_core::codec::sum_of);
    assert!(
        sums.iter().all(|sum| sum.len() == 8 && sum.bytes().all(|b| b.is_ascii_hexdigit())),
        "{sums:?}"
    );
    let different: std::collections::BTreeSet<_> = sums.iter().collect();
    assert_eq!(different.len(), 4);
}

/// A line of version 2 with this kind in it, and its checksum.
fn with_kind(kind: &str) -> String {
    resealed(&write(&marked(12)), "\"moment-marked\"", kind)
}

#[test]
fn the_last_of_repeated_fields_is_used() {
    let line = with_kind(r#"{"client-added":{"name":"a","name":"b"}}"#);
    let event = read(&line).unwrap();
    assert_eq!(event.kind, EventKind::ClientAdded { name: "b".to_owned() });
    assert_eq!(write(&event), line);
    let line = resealed(&write(&marked(12)), "\"wall\":5", "\"wall\":5,\"wall\":7");
    assert_eq!(read(&line).map(|event| event.at.wall_ms), Ok(7));
    let twice = with_kind(r#"{"guessed":{"percent":1},"guessed":{"percent":2}}"#);
    assert_eq!(read(&twice), Err(DecodeError::Newer), "an event with two kinds is unknown");
    let twice = with_kind(r#"{"setting-changed":{"aim":1,"aim":2}}"#);
    assert_eq!(read(&twice), Err(DecodeError::Newer), "a change of two settings is unknown");
}

#[test]
fn a_line_nested_too_deep_or_with_half_a_surrogate_pair_is_damaged() {
    let nested = |depth: usize| {
        let list = ["[".repeat(depth), "0".to_owned(), "]".repeat(depth)].concat();
        read(&with_kind(&format!("\"moment-marked\",\"more\":{list}")))
    };
    assert!(nested(63).is_ok());
    assert_eq!(nested(64), Err(DecodeError::Damaged));
    for half in [r#""moment-marked","more":"\ud800""#, r#"{"client-added":{"name":"\udc00"}}"#] {
        assert_eq!(read(&with_kind(half)), Err(DecodeError::Damaged), "{half}");
    }
    let whole = with_kind(r#"{"client-added":{"name":"\ud83d\udc4b"}}"#);
    let waving = EventKind::ClientAdded { name: "👋".to_owned() };
    assert_eq!(read(&whole).map(|event| event.kind), Ok(waving));
}

#[test]
fn a_number_is_exact_or_the_line_is_newer() {
    let moved =
        |ms: &str| read(&with_kind(&format!(r#"{{"turn-split":{{"at_ms":{ms},"to":"open"}}}}"#)));
    for ms in [9_007_199_254_740_993, u64::MAX] {
        let to = heard_core::Floor::Open;
        assert_eq!(
            moved(&ms.to_string()).map(|e| e.kind),
            Ok(EventKind::TurnSplit { at_ms: ms, to })
        );
    }
    for ms in ["18446744073709551616", "-1", "-0", "1.0", "1e3", "1e999", "\"1\"", "null"] {
        assert_eq!(moved(ms), Err(DecodeError::Newer), "{ms}");
    }
    let wall = |wall: &str| read(&resealed(&write(&marked(12)), "\"wall\":5", wall));
    assert_eq!(wall("\"wall\":-9223372036854775808").map(|e| e.at.wall_ms), Ok(i64::MIN));
    assert_eq!(wall("\"wall\":9223372036854775808"), Err(DecodeError::Newer));
    assert!(wall("\"wall\":5,\"more\":1e999").is_ok());
}

#[test]
fn optional_fields_may_be_null() {
    let kinds = [
        (r#"{"floor-left":{"source":null}}"#, r#"{"floor-left":{}}"#),
        (
            r#"{"captured":{"kind":"issue","words":"x","said_by":null,"mark":null,"ago_ms":null}}"#,
            r#"{"captured":{"kind":"issue","words":"x"}}"#,
        ),
        (
            r#"{"meeting-opened":{"client":null,"kind":"demo","us":1,"them":1,"began_ms_ago":null,"utc_offset_min":null}}"#,
            r#"{"meeting-opened":{"kind":"demo","us":1,"them":1}}"#,
        ),
        (
            r#"{"cost-noted":{"cost":null,"kind":"pain","whom":null,"note":null}}"#,
            r#"{"cost-noted":{"kind":"pain"}}"#,
        ),
    ];
    for (null, left_out) in kinds {
        assert!(read(&with_kind(null)).is_ok(), "{null}");
        assert_eq!(read(&with_kind(null)), read(&with_kind(left_out)), "{null}");
    }
    assert_eq!(read(&with_kind(r#"{"client-added":{"name":null}}"#)), Err(DecodeError::Newer));
}

#[test]
fn a_kind_of_another_form_is_newer() {
    for kind in [
        r#"{"break-taken":null}"#,
        r#"{"break-taken":{}}"#,
        r#""captured""#,
        r#"{"client-added":["a"]}"#,
        r#"{"captured":["issue","x"]}"#,
        r#"{"captured":{"kind":{"issue":null},"words":"x"}}"#,
        r#"{"away-found":{"since":["beef",1,2]}}"#,
        r#"{"tallied":{"asked":null}}"#,
        r#"{"client-brought":[]}"#,
        r#"{"setting-changed":{}}"#,
        "null",
        "{}",
        "[]",
        "7",
    ] {
        assert_eq!(read(&with_kind(kind)), Err(DecodeError::Newer), "{kind}");
    }
    let list = r#"[2,"beef-12",5,3,"beef-1","moment-marked"#;
    assert_eq!(read(&sealed(list)), Err(DecodeError::Damaged));
}

#[test]
fn an_imported_object_keeps_its_text() {
    let object = r#"{"id":"x","b":1.50,"a":18446744073709551616,"b":1e999}"#;
    let line = with_kind(&format!(r#"{{"client-brought":{object}}}"#));
    let event = read(&line).unwrap();
    assert_eq!((event.raw.as_deref(), write(&event)), (None, line));
    match event.kind {
        EventKind::ClientImported(kept) => assert_eq!(kept.get(), object),
        other => panic!("{other:?}"),
    }
}

#[test]
fn lines_of_the_fuzz_corpus_are_written_unchanged() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/line");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines() {
            if let Ok(event) = read(line) {
                assert_eq!(write(&event), line);
                count += 1;
            }
        }
    }
    assert!(count > 0, "the corpus has no line that can be read");
}
