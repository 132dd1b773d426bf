//! Repair: the changes after which both stores hold the same, damaged entries are replaced, and closed meetings archived.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::persistence::keys::{Kind, kind};
use crate::persistence::merge::merge;
use crate::persistence::plan::Plan;
use crate::persistence::repair::StoreContents;

/// The plan for stores with these entries, and how many damaged entries have no sound copy.
fn planned(local: &[(String, String)], durable: &[(String, String)]) -> (Plan, usize) {
    let (local, durable) = (found(local), found(durable));
    let notebook = notebook(&local, &durable);
    let stores = StoreContents {
        local: &local,
        durable: &durable,
        notebook: &notebook,
        used: 0,
        has_durable: true,
    };
    (Plan::of(&stores), stores.lost())
}

fn damaged(event: &Event) -> (String, String) {
    let (name, text) = entry(event);
    (name, text[..text.len() / 2].to_owned())
}

#[wasm_bindgen_test]
fn stores_that_hold_the_same_need_no_changes() {
    let texts = [entry(&client(1, "a")), archive(&meeting(2))];
    let (plan, lost) = planned(&texts, &texts);
    assert!(plan.is_empty(), "{plan:?}");
    assert_eq!(lost, 0);
    assert!(planned(&[], &[]).0.is_empty());
}

#[wasm_bindgen_test]
fn each_store_gets_the_entries_that_only_the_other_has() {
    let [a, b, c] = [client(1, "a"), client(2, "b"), client(3, "c")].map(|event| entry(&event));
    let (plan, lost) = planned(&[a.clone(), b.clone()], &[b.clone(), c.clone()]);
    assert_eq!((plan.durable, plan.local), (vec![a.clone()], vec![c.clone()]));
    assert_eq!((plan.durable_gone.len(), plan.local_gone.len(), lost), (0, 0, 0));
    // The same holds if one store is empty.
    assert_eq!(planned(&[], &[a.clone(), c.clone()]).0.local, [a.clone(), c.clone()]);
    assert_eq!(planned(&[a.clone(), c.clone()], &[]).0.durable, [a, c]);
}

#[wasm_bindgen_test]
fn a_damaged_entry_is_replaced_from_the_other_store_and_its_bytes_are_quarantined() {
    let event = client(1, "a");
    for local_is_damaged in [true, false] {
        let (whole, half) = ([entry(&event)], [damaged(&event)]);
        let (plan, lost) =
            if local_is_damaged { planned(&half, &whole) } else { planned(&whole, &half) };
        let (repaired, other) = if local_is_damaged {
            (&plan.local, plan.durable.as_slice())
        } else {
            (&plan.durable, plan.local.as_slice())
        };
        assert!(repaired.contains(&whole[0]) && !other.contains(&whole[0]), "{plan:?}");
        let aside: Vec<_> =
            plan.durable.iter().filter(|(name, _)| kind(name) == Kind::Quarantine).collect();
        let bytes = half[0].1.replace('"', "\\\"");
        assert!(aside.len() == 1 && aside[0].1.contains(&bytes), "{aside:?}");
        assert_eq!(lost, 0, "nothing is lost");
    }
}

#[wasm_bindgen_test]
fn an_entry_damaged_in_both_stores_counts_once_and_stays() {
    let half = [damaged(&client(1, "a"))];
    let (plan, lost) = planned(&half, &half);
    assert_eq!(lost, 1);
    assert_eq!((plan.local, plan.local_gone, plan.durable_gone), (vec![], vec![], vec![]));
    assert!(plan.durable.iter().all(|(name, _)| kind(name) == Kind::Quarantine));
}

#[wasm_bindgen_test]
fn damaged_bytes_are_quarantined_only_once() {
    let half = [damaged(&client(1, "a"))];
    let (plan, _) = planned(&half, &[]);
    let (again, _) = planned(&half, &plan.durable);
    assert!(again.is_empty(), "{again:?}");
}

#[wasm_bindgen_test]
fn a_meeting_that_has_ended_is_archived_and_its_single_events_are_removed() {
    let events = meeting(2);
    let texts: Vec<_> = events.iter().map(entry).collect();
    let whole = archive(&events);
    // One store lacks an event that the other has.
    let (plan, _) = planned(&texts[..2], &texts);
    assert_eq!((&plan.durable, &plan.local), (&vec![whole.clone()], &vec![whole.clone()]));
    let names = |texts: &[(String, String)]| -> Vec<String> {
        texts.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!((plan.local_gone, plan.durable_gone), (names(&texts[..2]), names(&texts)));

    let local = found(&texts);
    let closing = Plan::closing(&notebook(&local, &Found::default()), id(2), 0, true);
    assert_eq!((closing.durable, closing.local), (vec![whole.clone()], vec![whole]));
    assert_eq!((&closing.local_gone, &closing.durable_gone), (&names(&texts), &names(&texts)));
}

#[wasm_bindgen_test]
fn a_running_meeting_is_not_archived() {
    let texts: Vec<_> = meeting(2)[..2].iter().map(entry).collect();
    assert!(planned(&texts, &texts).0.is_empty());
}

#[wasm_bindgen_test]
fn a_late_event_of_a_closed_meeting_is_added_to_its_archive() {
    let events = meeting(2);
    let late = event(9, Record::Begun(id(2)), EventKind::Struck { what: id(3) });
    let all: Vec<_> = events.iter().cloned().chain([late.clone()]).collect();
    let (plan, _) = planned(&[archive(&events), entry(&late)], &[archive(&events)]);
    assert_eq!((&plan.durable, &plan.local), (&vec![archive(&all)], &vec![archive(&all)]));
    assert_eq!(plan.local_gone, [entry(&late).0]);
}

#[wasm_bindgen_test]
fn an_archive_damaged_differently_in_both_stores_is_complete_again_in_both() {
    let whole = archive(&meeting(2));
    let without = |what: &str| (whole.0.clone(), whole.1.replacen(what, "", 1));
    let (one, other) = (without("moment-marked"), without("meeting-opened"));
    let (plan, lost) = planned(std::slice::from_ref(&one), std::slice::from_ref(&other));
    assert!(plan.durable.contains(&whole) && plan.local.contains(&whole), "{plan:?}");
    let aside = plan.durable.iter().filter(|(name, _)| kind(name) == Kind::Quarantine).count();
    assert_eq!((aside, merge(&whole.0, &one.1, &whole.1)), (2, whole.1.clone()));
    assert_eq!(lost, 2, "a damaged line no longer tells its event");
}

#[wasm_bindgen_test]
fn lines_of_a_newer_version_are_copied_unchanged() {
    let newer = ("t:beef:7".to_owned(), r#"{"v":99,"id":"beef-7","felt":1}"#.to_owned());
    let only = std::slice::from_ref(&newer);
    assert_eq!(planned(only, &[]).0.durable, *only);
    assert_eq!(planned(&[], only).0.local, *only);
}

#[wasm_bindgen_test]
fn archives_are_merged_and_other_entries_replaced() {
    let events = meeting(2);
    let (some, all) = (archive(&events[..2]).1, archive(&events).1);
    assert_eq!(merge("m:beef-2", &all, &some), all);
    assert_eq!(merge("m:beef-2", &some, &all), all);
    assert_eq!(merge("t:beef:1", "stored", "new"), "new");
}
