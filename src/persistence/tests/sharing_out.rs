//! How localStorage's room is shared out: the newest meetings lie there too, older ones in the database alone.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

/// From here on it is said that room runs short: closed meetings stop short of it.
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
fn as_room_runs_short_the_oldest_go_first_and_to_the_character() {
    let [old, new] = [closed(&meeting(2)), closed(&meeting(12))];
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
    // What has gone comes back when there is room again.
    assert_eq!(plan(&[], &both, 0, true).local, [new.clone(), old.clone()]);
    assert_eq!(plan(&[], &both, others, true).local, [new]);
}

#[wasm_bindgen_test]
fn without_a_database_nothing_goes_however_tight_it_is() {
    let texts = [closed(&meeting(2)), closed(&meeting(12))];
    assert!(plan(&texts, &[], 2 * TIGHT, false).local_gone.is_empty());
}

#[wasm_bindgen_test]
fn nothing_goes_from_the_one_that_is_not_in_the_other() {
    let only_local = [closed(&meeting(2))];
    let tight = plan(&only_local, &[], 2 * TIGHT, true);
    assert_eq!(
        (&tight.durable, &tight.local_gone),
        (&only_local.to_vec(), &vec![only_local[0].0.clone()])
    );
}

#[wasm_bindgen_test]
fn single_events_are_never_held_back_for_want_of_room() {
    let event = kept(&client(1, "a"));
    assert_eq!(plan(&[], std::slice::from_ref(&event), 2 * TIGHT, true).local, [event]);
}

#[wasm_bindgen_test]
fn a_file_brings_closed_meetings_as_one_text_each_and_as_many_as_there_is_room_for() {
    let [old, new] = [meeting(2), meeting(12)];
    let events: Vec<_> =
        [client(1, "a")].into_iter().chain(old.clone()).chain(new.clone()).collect();
    let brought = |used, durable| Plan::bringing(&Notebook::default(), &events, used, durable);
    let all = vec![kept(&client(1, "a")), closed(&new), closed(&old)];
    assert_eq!((brought(0, true).durable, brought(0, true).local), (all.clone(), all.clone()));
    let tight = TIGHT - quota::weight(&closed(&new).1) - 1;
    assert_eq!(
        (brought(tight, true).durable, brought(tight, true).local),
        (all.clone(), all[..2].to_vec())
    );
    assert_eq!(brought(2 * TIGHT, false).local, all, "without a database all of it or nothing");
    let gone = brought(0, true);
    assert_eq!((gone.durable_gone.len(), gone.local_gone.len()), (0, 0));

    // What is known here already comes as single events.
    let known = Notebook::gather(new[..1].iter().cloned());
    let singly: Vec<_> = new[1..].iter().map(kept).collect();
    assert_eq!(Plan::bringing(&known, &new[1..], 0, true).durable, singly);
}

#[wasm_bindgen_test]
fn when_a_page_was_last_awake_is_asked_only_while_a_meeting_runs() {
    let beat = ("p:beef".to_owned(), r#"{"boot":"beef","wall":5,"mono":5}"#.to_owned());
    let running: Vec<_> = meeting(2)[..2].iter().map(kept).collect();
    let with_beat: Vec<_> = running.iter().cloned().chain([beat.clone()]).collect();
    assert!(plan(&with_beat, &running, 0, true).is_empty());
    assert_eq!(plan(std::slice::from_ref(&beat), &[], 0, true).local_gone, [beat.0]);
}
