//! The quota of localStorage: archives of the newest meetings are stored there too, older ones in the database only.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::persistence::plan::Plan;
use crate::persistence::quota;
use crate::persistence::repair::StoreContents;

/// The number of characters from which on the widget warns. Archives stay below it.
const TIGHT: usize = 5 * 1_024 * 1_024 * 60 / 100;

fn plan(local: &[(String, String)], durable: &[(String, String)], used: usize, has: bool) -> Plan {
    let (local, durable) = (found(local), found(durable));
    let notebook = notebook(&local, &durable);
    Plan::of(&StoreContents {
        local: &local,
        durable: &durable,
        notebook: &notebook,
        used,
        has_durable: has,
    })
}

#[wasm_bindgen_test]
fn the_oldest_archives_are_removed_first_and_exactly_at_the_limit() {
    let [old, new] = [archive(&meeting(2)), archive(&meeting(12))];
    let both = [old.clone(), new.clone()];
    let own = quota::weight(&old.1) + quota::weight(&new.1);
    let others = TIGHT - own;
    let keeps_all = plan(&both, &both, others - 1 + own, true);
    assert!(keeps_all.is_empty(), "{keeps_all:?}");
    let tight = plan(&both, &both, others + own, true);
    assert_eq!((&tight.local_gone, &tight.local), (&vec![old.0.clone()], &vec![]));
    assert!(tight.durable.is_empty() && tight.durable_gone.is_empty());
    let full = plan(&both, &both, TIGHT + own, true);
    assert_eq!(full.local_gone, [new.0.clone(), old.0.clone()]);
    // An archive that was removed comes back when there is space again.
    assert_eq!(plan(&[], &both, 0, true).local, [new.clone(), old.clone()]);
    assert_eq!(plan(&[], &both, others, true).local, [new]);
}

#[wasm_bindgen_test]
fn without_a_database_no_archive_is_removed() {
    let texts = [archive(&meeting(2)), archive(&meeting(12))];
    assert!(plan(&texts, &[], 2 * TIGHT, false).local_gone.is_empty());
}

#[wasm_bindgen_test]
fn an_archive_is_written_to_the_database_before_it_is_removed() {
    let only_local = [archive(&meeting(2))];
    let tight = plan(&only_local, &[], 2 * TIGHT, true);
    assert_eq!(
        (&tight.durable, &tight.local_gone),
        (&only_local.to_vec(), &vec![only_local[0].0.clone()])
    );
}

#[wasm_bindgen_test]
fn single_events_are_written_whatever_the_quota() {
    let event = entry(&client(1, "a"));
    assert_eq!(plan(&[], std::slice::from_ref(&event), 2 * TIGHT, true).local, [event]);
}

#[wasm_bindgen_test]
fn closed_meetings_of_a_file_are_stored_as_archives_as_far_as_the_quota_allows() {
    let [old, new] = [meeting(2), meeting(12)];
    let events: Vec<_> =
        [client(1, "a")].into_iter().chain(old.clone()).chain(new.clone()).collect();
    let imported = |used, durable| Plan::importing(&Notebook::default(), &events, used, durable);
    let all = vec![entry(&client(1, "a")), archive(&new), archive(&old)];
    assert_eq!((imported(0, true).durable, imported(0, true).local), (all.clone(), all.clone()));
    let tight = TIGHT - quota::weight(&archive(&new).1) - 1;
    assert_eq!(
        (imported(tight, true).durable, imported(tight, true).local),
        (all.clone(), all[..2].to_vec())
    );
    assert_eq!(
        imported(2 * TIGHT, false).local,
        all,
        "without a database everything goes to localStorage"
    );
    let gone = imported(0, true);
    assert_eq!((gone.durable_gone.len(), gone.local_gone.len()), (0, 0));

    // The events of a meeting that is known already are stored singly.
    let known = Notebook::from_events(new[..1].iter().cloned());
    let singly: Vec<_> = new[1..].iter().map(entry).collect();
    assert_eq!(Plan::importing(&known, &new[1..], 0, true).durable, singly);
}

#[wasm_bindgen_test]
fn heartbeats_are_kept_only_while_a_meeting_runs() {
    let heartbeat = ("p:beef".to_owned(), r#"{"boot":"beef","wall":5,"mono":5}"#.to_owned());
    let running: Vec<_> = meeting(2)[..2].iter().map(entry).collect();
    let with_heartbeat: Vec<_> = running.iter().cloned().chain([heartbeat.clone()]).collect();
    assert!(plan(&with_heartbeat, &running, 0, true).is_empty());
    assert_eq!(plan(std::slice::from_ref(&heartbeat), &[], 0, true).local_gone, [heartbeat.0]);
}
