//! Broken files are not valid.

use serde_json::json as j;

use super::{Validator, Value, any_file, exported, faults, value, written_file};
use crate::export_schema::samples::own;

/// The export of a meeting with every note that a review can have.
fn reviewed() -> Value {
    let (_, notebook) = own().into_iter().find(|(name, _)| *name == "a reviewed meeting").unwrap();
    value(&exported(&notebook))
}

/// The export of loops with every step.
fn tracked() -> Value {
    let (_, notebook) = own().into_iter().find(|(name, _)| *name == "tracked loops").unwrap();
    value(&exported(&notebook))
}

/// A copy of a file with the value at a JSON pointer replaced or added.
fn with(file: &Value, place: &str, new: Value) -> Value {
    let mut file = file.clone();
    let (parent, name) = place.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).expect(place) {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = new,
        object => object[name] = new,
    }
    file
}

/// A copy of a file without the property at a JSON pointer.
fn without(file: &Value, place: &str) -> Value {
    let mut file = file.clone();
    let (parent, name) = place.rsplit_once('/').unwrap();
    let object = file.pointer_mut(parent).and_then(Value::as_object_mut).expect(place);
    object.remove(name).expect(place);
    file
}

/// Asserts that a validator refuses a file, for errors at this place only.
fn assert_refused(validator: &Validator, file: &Value, place: &str) {
    let faults = faults(validator, file);
    assert!(!faults.is_empty(), "{place} is not refused");
    assert!(faults.iter().all(|fault| fault.starts_with(place)), "{place}: {faults:?}");
}

#[test]
fn a_file_with_a_wrong_value_is_refused() {
    let file = reviewed();
    assert!(any_file().is_valid(&file));
    let long = |times: usize| j!("x".repeat(times));
    for (place, new) in [
        ("/heard", j!(2)),
        ("/heard", j!("1")),
        ("/exported_at", j!("yesterday")),
        ("/clients", j!({})),
        ("/meetings/0/id", j!("")),
        ("/meetings/0/id", long(201)),
        ("/meetings/0/client", j!(5)),
        ("/meetings/0/us", j!(0)),
        ("/meetings/0/them", j!(256)),
        ("/meetings/0/started_at", j!("2026-11-21T21:00:00")),
        ("/meetings/0/started_at", j!(null)),
        ("/meetings/0/ended_at", j!(1_795_291_200_000_u64)),
        ("/meetings/0/turns/0/party", j!("chair")),
        ("/meetings/0/turns/0/start_ms", j!(-1)),
        ("/meetings/0/turns/0/end_ms", j!(0.5)),
        ("/meetings/0/turns/0/end_ms", j!(1_u64 << 44)),
        ("/meetings/0/turns/0/source", j!(5)),
        ("/meetings/0/marks/0/floor", j!("chair")),
        ("/meetings/0/captures/0/kind", j!(null)),
        ("/meetings/0/captures/0/at_ms", j!("5")),
        ("/meetings/0/captures/0/words", long(20_001)),
        ("/meetings/0/captures/0/said_by", long(201)),
        ("/meetings/0/captures/0/rank", j!(0)),
        ("/meetings/0/captures/0/by_when", j!("soon")),
        ("/meetings/0/captures/0/by_when", j!("2026-02-30")),
        ("/meetings/0/tallies/asked", j!(-1)),
        ("/meetings/0/guess_talk_percent", j!(101)),
        ("/meetings/0/felt_heard", j!(6)),
        ("/meetings/0/measures/talk_share_of_speech", j!(1.5)),
        ("/log/0/id", j!("1")),
        ("/log/0/id", j!("x-1")),
        ("/log/0/wall", j!(null)),
        ("/log/0/mono", j!(-1)),
        ("/log/0/act", j!({})),
        ("/log/0/act", j!({ "struck": { "what": "1-1" }, "undone": { "event": "1-1" } })),
        ("/log/0/act", j!({ "struck": {} })),
        ("/log/0/act", j!({ "guessed": { "percent": 101 } })),
    ] {
        assert_refused(any_file(), &with(&file, place, new), place.trim_end_matches("/asked"));
    }
}

#[test]
fn a_loop_with_a_wrong_value_is_refused() {
    let file = tracked();
    assert!(any_file().is_valid(&file));
    for (place, new) in [
        ("/loops/0/id", j!(1)),
        ("/loops/0/raised_at", j!("2026-11-21")),
        ("/loops/0/times_raised", j!(0)),
        ("/loops/0/promised_by", j!("Friday")),
        ("/loops/0/history/0/at", j!(null)),
        ("/clients/0/name", j!(" ")),
    ] {
        assert_refused(any_file(), &with(&file, place, new), place);
    }
}

#[test]
fn a_file_without_a_required_property_is_refused() {
    let (reviewed, tracked) = (reviewed(), tracked());
    for (file, place) in [
        (&reviewed, "/heard"),
        (&tracked, "/clients/0/id"),
        (&tracked, "/clients/0/name"),
        (&reviewed, "/meetings/0/id"),
        (&reviewed, "/meetings/0/started_at"),
        (&reviewed, "/meetings/0/turns/0/party"),
        (&reviewed, "/meetings/0/turns/0/end_ms"),
        (&reviewed, "/meetings/0/marks/0/at_ms"),
        (&reviewed, "/meetings/0/captures/0/id"),
        (&reviewed, "/meetings/0/captures/0/kind"),
        (&reviewed, "/meetings/0/captures/0/words"),
        (&reviewed, "/meetings/0/cost/0/kind"),
        (&reviewed, "/meetings/0/notices/0/what"),
        (&tracked, "/loops/0/id"),
        (&tracked, "/loops/0/history/0/what"),
        (&reviewed, "/log/0/id"),
        (&reviewed, "/log/0/act"),
    ] {
        let (parent, _) = place.rsplit_once('/').unwrap();
        assert_refused(any_file(), &without(file, place), parent);
    }
}

#[test]
fn the_strict_form_refuses_missing_properties_and_unknown_words() {
    let (reviewed, tracked) = (reviewed(), tracked());
    for (file, place) in [
        (&reviewed, "/exported_at"),
        (&reviewed, "/journal"),
        (&reviewed, "/meetings/0/measures"),
        (&reviewed, "/meetings/0/measures/longest_talk_ms"),
        (&reviewed, "/meetings/0/captures/0/rank"),
        (&reviewed, "/meetings/0/turns/0/source"),
        (&tracked, "/loops/0/state"),
        (&reviewed, "/journal/0/meeting"),
    ] {
        let changed = without(file, place);
        assert!(any_file().is_valid(&changed) && !written_file().is_valid(&changed), "{place}");
    }
    for (file, place, new) in [
        (&reviewed, "/meetings/0/kind", j!("retrospective")),
        (&reviewed, "/meetings/0/captures/0/kind", j!("hunch")),
        (&reviewed, "/meetings/0/captures/0/confirmed", j!("no")),
        (&reviewed, "/meetings/0/turns/0/source", j!("telepathy")),
        (&reviewed, "/meetings/0/cost/0/kind", j!("time")),
        (&tracked, "/loops/0/state", j!("stuck")),
        (&tracked, "/loops/0/reason", j!("only a declined loop has one")),
        (&tracked, "/loops/1/reason", j!(null)),
        (&tracked, "/loops/0/history/0/what", j!("forgotten")),
        (&reviewed, "/log/1/act", j!("room-left")),
        (&reviewed, "/log/1/act", j!({ "room-left": {} })),
        (&reviewed, "/log/1/of", j!("journal")),
    ] {
        let changed = with(file, place, new);
        assert!(any_file().is_valid(&changed) && !written_file().is_valid(&changed), "{place}");
    }
}
