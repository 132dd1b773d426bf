//! What has to be written so that both ropes hold the same: repair, healing, and meetings put together.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

/// The plan for what both ropes hold, and how many notes are nowhere any more.
fn planned(local: &[(String, String)], durable: &[(String, String)]) -> (Plan, usize) {
    let (local, durable) = (found(local), found(durable));
    let notebook = notebook(&local, &durable);
    let ropes = StoreContents {
        local: &local,
        durable: &durable,
        notebook: &notebook,
        used: 0,
        has_durable: true,
    };
    (Plan::of(&ropes), ropes.lost())
}

fn damaged(event: &Event) -> (String, String) {
    let (name, text) = kept(event);
    (name, text[..text.len() / 2].to_owned())
}

#[wasm_bindgen_test]
fn there_is_nothing_to_do_where_both_hold_the_same() {
    let texts = [kept(&client(1, "a")), closed(&meeting(2))];
    let (plan, lost) = planned(&texts, &texts);
    assert!(plan.is_empty(), "{plan:?}");
    assert_eq!(lost, 0);
    assert!(planned(&[], &[]).0.is_empty());
}

#[wasm_bindgen_test]
fn each_rope_is_given_what_only_the_other_holds() {
    let [a, b, c] = [client(1, "a"), client(2, "b"), client(3, "c")].map(|event| kept(&event));
    let (plan, lost) = planned(&[a.clone(), b.clone()], &[b.clone(), c.clone()]);
    assert_eq!((plan.durable, plan.local), (vec![a.clone()], vec![c.clone()]));
    assert_eq!((plan.durable_gone.len(), plan.local_gone.len(), lost), (0, 0, 0));
    // One side empty is a repair like any other.
    assert_eq!(planned(&[], &[a.clone(), c.clone()]).0.local, [a.clone(), c.clone()]);
    assert_eq!(planned(&[a.clone(), c.clone()], &[]).0.durable, [a, c]);
}

#[wasm_bindgen_test]
fn what_is_damaged_is_healed_from_the_other_rope_and_its_bytes_are_set_aside() {
    let event = client(1, "a");
    for local_is_damaged in [true, false] {
        let (whole, half) = ([kept(&event)], [damaged(&event)]);
        let (plan, lost) =
            if local_is_damaged { planned(&half, &whole) } else { planned(&whole, &half) };
        let (healed, other) = if local_is_damaged {
            (&plan.local, plan.durable.as_slice())
        } else {
            (&plan.durable, plan.local.as_slice())
        };
        assert!(healed.contains(&whole[0]) && !other.contains(&whole[0]), "{plan:?}");
        let aside: Vec<_> =
            plan.durable.iter().filter(|(name, _)| kind(name) == Kind::Quarantine).collect();
        let bytes = half[0].1.replace('"', "\\\"");
        assert!(aside.len() == 1 && aside[0].1.contains(&bytes), "{aside:?}");
        assert_eq!(lost, 0, "nobody has to hear of it");
    }
}

#[wasm_bindgen_test]
fn what_is_damaged_on_both_is_lost_once_and_stays_where_it_is() {
    let half = [damaged(&client(1, "a"))];
    let (plan, lost) = planned(&half, &half);
    assert_eq!(lost, 1);
    assert_eq!((plan.local, plan.local_gone, plan.durable_gone), (vec![], vec![], vec![]));
    assert!(plan.durable.iter().all(|(name, _)| kind(name) == Kind::Quarantine));
}

#[wasm_bindgen_test]
fn what_was_set_aside_before_is_not_set_aside_again() {
    let half = [damaged(&client(1, "a"))];
    let (plan, _) = planned(&half, &[]);
    let (again, _) = planned(&half, &plan.durable);
    assert!(again.is_empty(), "{again:?}");
}

#[wasm_bindgen_test]
fn a_meeting_that_has_ended_is_put_together_and_its_single_events_go() {
    let events = meeting(2);
    let texts: Vec<_> = events.iter().map(kept).collect();
    let whole = closed(&events);
    // On one rope an event is missing, which the other has.
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
fn a_meeting_that_runs_stays_as_single_events() {
    let texts: Vec<_> = meeting(2)[..2].iter().map(kept).collect();
    assert!(planned(&texts, &texts).0.is_empty());
}

#[wasm_bindgen_test]
fn a_late_event_of_a_closed_meeting_joins_it() {
    let events = meeting(2);
    let late = event(9, Record::Begun(id(2)), EventKind::Struck { what: id(3) });
    let all: Vec<_> = events.iter().cloned().chain([late.clone()]).collect();
    let (plan, _) = planned(&[closed(&events), kept(&late)], &[closed(&events)]);
    assert_eq!((&plan.durable, &plan.local), (&vec![closed(&all)], &vec![closed(&all)]));
    assert_eq!(plan.local_gone, [kept(&late).0]);
}

#[wasm_bindgen_test]
fn a_closed_meeting_damaged_at_two_places_is_whole_again_on_both() {
    let whole = closed(&meeting(2));
    let without = |what: &str| (whole.0.clone(), whole.1.replacen(what, "", 1));
    let (one, other) = (without("moment-marked"), without("meeting-opened"));
    let (plan, lost) = planned(std::slice::from_ref(&one), std::slice::from_ref(&other));
    assert!(plan.durable.contains(&whole) && plan.local.contains(&whole), "{plan:?}");
    let aside = plan.durable.iter().filter(|(name, _)| kind(name) == Kind::Quarantine).count();
    assert_eq!((aside, unite(&whole.0, &one.1, &whole.1)), (2, whole.1.clone()));
    assert_eq!(lost, 2, "of a line that is none any more, only its bytes are known");
}

#[wasm_bindgen_test]
fn newer_lines_come_to_both_as_they_are() {
    let newer = ("t:beef:7".to_owned(), r#"{"v":99,"id":"beef-7","felt":1}"#.to_owned());
    let only = std::slice::from_ref(&newer);
    assert_eq!(planned(only, &[]).0.durable, *only);
    assert_eq!(planned(&[], only).0.local, *only);
}

#[wasm_bindgen_test]
fn where_two_texts_meet_a_closed_meeting_grows_and_anything_else_is_replaced() {
    let events = meeting(2);
    let (some, all) = (closed(&events[..2]).1, closed(&events).1);
    assert_eq!(unite("m:beef-2", &all, &some), all);
    assert_eq!(unite("m:beef-2", &some, &all), all);
    assert_eq!(unite("t:beef:1", "standing", "new"), "new");
}
