//! Tests of merging clients, in any order of events, and of undoing it.

use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::{Event, EventId, Notebook, Refusal};
use proptest::prelude::*;

use crate::random_actions::config;
use crate::scene::{Scene, captured};

/// Three clients with a meeting each.
fn three() -> (Scene, [EventId; 3], Vec<EventId>) {
    let mut scene = Scene::empty();
    let ids = ["Harbour Trust", "Harbour", "Mill"].map(|name| scene.add_client(name));
    let meetings = ids.iter().map(|id| scene.hold_meeting(*id, "Tickets vanish")).collect();
    (scene, ids, meetings)
}

fn whose(notebook: &Notebook, meetings: &[EventId]) -> Vec<Option<EventId>> {
    meetings.iter().map(|id| notebook.client_of(notebook.meeting(*id).unwrap())).collect()
}

#[test]
fn meetings_and_loops_of_a_merged_client_belong_to_the_remaining_one() {
    let (mut scene, [first, second, third], meetings) = three();
    scene.merge(second, first).unwrap();
    assert_eq!(scene.names(), ["Harbour Trust", "Mill"]);
    assert_eq!(scene.notebook.client(second), scene.notebook.client(first));
    assert_eq!(scene.notebook.resolved_client(second), first);
    assert_eq!(whose(&scene.notebook, &meetings), [Some(first), Some(first), Some(third)]);
    assert_eq!(scene.notebook.loops_of(Some(first)).count(), 2);
    assert_eq!(scene.notebook.loops_of(Some(second)).count(), 0);
    let merged: Vec<_> = scene.notebook.merged_into(first).map(|client| &*client.name).collect();
    assert_eq!(merged, ["Harbour"]);
    scene.reload();
}

#[test]
fn a_merge_is_followed_through_later_merges() {
    let (mut scene, [first, second, third], meetings) = three();
    scene.merge(first, second).unwrap();
    scene.merge(second, third).unwrap();
    assert_eq!(scene.names(), ["Mill"]);
    assert_eq!(whose(&scene.notebook, &meetings), [Some(third); 3]);
    assert_eq!(
        scene.merge(first, third),
        Err(Refusal::Unknown),
        "a merged client can not be merged again"
    );
    assert_eq!(scene.merge(third, first), Err(Refusal::Unknown));
    assert_eq!(scene.merge(third, third), Err(Refusal::Unknown));
    assert_eq!(scene.rename(first, "Port"), Err(Refusal::Unknown));
}

#[test]
fn undoing_a_merge_restores_both_clients() {
    let (mut scene, [first, second, third], meetings) = three();
    scene.merge(second, first).unwrap();
    scene.merge(third, first).unwrap();
    scene.undo_client_change(first).unwrap();
    assert_eq!(scene.names(), ["Harbour Trust", "Mill"], "the last one is taken back first");
    scene.undo_client_change(first).unwrap();
    assert_eq!(whose(&scene.notebook, &meetings), [Some(first), Some(second), Some(third)]);
    assert_eq!(scene.undo_client_change(first), Err(Refusal::NothingToUndo));
    scene.reload();
}

#[test]
fn the_name_of_a_merged_client_finds_the_remaining_one_and_can_be_reused() {
    let (mut scene, [first, second, _], _) = three();
    scene.merge(second, first).unwrap();
    assert_eq!(scene.notebook.client_named("harbour").map(|client| client.id), Some(first));
    scene.rename(first, "Harbour").unwrap();
    assert_eq!(scene.notebook.client_named("Harbour").map(|client| client.id), Some(first));
    let added = scene.add_client("Harbour Trust");
    for name in ["Harbour Trust", " harbour  trust ", "Harbour\u{a0}Trust", "HARBOUR\u{2003}TRUST"]
    {
        assert_eq!(scene.notebook.client_named(name).map(|client| client.id), Some(added));
    }
    for other in ["HarbourTrust", "Harbour", "Harbour Trust Ltd", ""] {
        assert_ne!(scene.notebook.client_named(other).map(|client| client.id), Some(added));
    }
}

#[test]
fn two_devices_that_each_added_a_client_become_one() {
    let mut scene = Scene::empty();
    let here = scene.add_client("Mill");
    let kind = EventKind::ClientAdded { name: "Mill".to_owned() };
    let mut theirs = scene.in_another_tab(2, here, kind);
    theirs.of = heard_core::Record::Begun(theirs.id());
    scene.notebook = scene.notebook.merged(&theirs);
    assert_eq!(scene.names(), ["Mill", "Mill"]);
    scene.merge(theirs.id(), here).unwrap();
    assert_eq!(scene.names(), ["Mill"]);
    assert_eq!(scene.notebook.client_named("Mill").map(|client| client.id), Some(here));
}

#[test]
fn a_meeting_may_run_with_a_client_while_they_are_merged() {
    let (mut scene, [first, second, _], _) = three();
    let opening =
        heard_core::event::kind::Opening { client: Some(second), ..crate::scene::opening() };
    scene.record(EventKind::MeetingOpened(opening));
    scene.merge(second, first).unwrap();
    scene.record(captured(Kind::Promise, "A list by Friday"));
    scene.end_meeting();
    assert_eq!(scene.notebook.client_of(scene.meeting()), Some(first));
    assert_eq!(scene.notebook.loops_of(Some(first)).count(), 3);
}

#[test]
fn loops_of_merged_clients_can_be_joined_until_the_merge_is_undone() {
    let (mut scene, [first, second, _], _) = three();
    let loops: Vec<_> = scene.notebook.loops().iter().map(|one| one.id).collect();
    let likened = EventKind::Likened { capture: loops[1], to: Some(loops[0]) };
    let meeting = scene.notebook.find_loop(loops[1]).unwrap().home;
    assert_eq!(scene.try_record_for(meeting, likened.clone()), Err(Refusal::Unknown));
    scene.merge(second, first).unwrap();
    scene.try_record_for(meeting, likened).unwrap();
    assert!(scene.the_loop(loops[0]).is_raised_twice());
    scene.take_step(loops[0], StepKind::Acknowledge, "");
    scene.undo_client_change(first).unwrap();
    assert!(!scene.the_loop(loops[0]).is_raised_twice());
    assert_eq!(scene.the_loop(loops[1]).client, Some(second));
}

#[test]
fn in_a_cycle_of_merges_the_client_added_first_remains() {
    let (scene, [first, second, third], meetings) = three();
    let mine = scene.in_another_tab(5, first, EventKind::ClientMerged { into: second });
    let theirs = scene.in_another_tab(6, second, EventKind::ClientMerged { into: first });
    let late = scene.in_another_tab(7, third, EventKind::ClientMerged { into: second });
    let one = scene.notebook.merged(&mine).merged(&theirs).merged(&late);
    assert_eq!(one, scene.notebook.merged(&late).merged(&theirs).merged(&mine));
    assert_eq!(whose(&one, &meetings), [Some(first); 3]);
    assert_eq!(one.clients().len(), 1);
}

#[test]
fn a_merge_into_itself_or_an_unknown_client_changes_nothing() {
    let (scene, [first, ..], meetings) = three();
    let nobody = EventId { n: 999, ..first };
    for into in [first, nobody, meetings[0]] {
        let notebook = scene.notebook.merged(&scene.in_another_tab(
            5,
            first,
            EventKind::ClientMerged { into },
        ));
        assert_eq!(notebook.clients().len(), 3);
        assert_eq!(whose(&notebook, &meetings)[0], Some(first));
    }
}

/// A random event about clients: the index of a client, of another client, and of the record.
fn any_merges() -> impl Strategy<Value = Vec<(usize, Option<usize>)>> {
    prop::collection::vec((0..6_usize, prop::option::weighted(0.8, 0..6_usize)), 0..14)
}

/// Six clients, and events of several tabs that merge them and take the last merge back, wildly.
fn wild(said: &[(usize, Option<usize>)]) -> (Vec<EventId>, Vec<Event>) {
    let mut scene = Scene::empty();
    let ids: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(|name| scene.add_client(name)).into();
    let mut events = scene.events.clone();
    for (boot, (of, to)) in (10..).zip(said) {
        let last = events.iter().rev().find(|event| {
            event.of == heard_core::Record::Begun(ids[*of]) && event.id() != ids[*of]
        });
        let kind = match (to, last) {
            (Some(to), _) => EventKind::ClientMerged { into: ids[*to] },
            (None, Some(last)) => EventKind::Undone { event: last.id() },
            (None, None) => continue,
        };
        let event = scene.in_another_tab(boot, ids[*of], kind);
        scene.notebook = scene.notebook.merged(&event);
        events.push(event);
    }
    (ids, events)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn every_client_resolves_to_a_remaining_client(
        (said, order) in any_merges().prop_flat_map(|said| {
            let places: Vec<usize> = (0..said.len() + 6).collect();
            (Just(said), Just(places).prop_shuffle())
        }),
    ) {
        let (ids, events) = wild(&said);
        let notebook = Notebook::from_events(events.clone());
        let mixed = order.iter().filter_map(|place| events.get(*place));
        let mixed = mixed.fold(Notebook::default(), |notebook, event| notebook.merged(event));
        prop_assert_eq!(&mixed, &notebook);
        for id in &ids {
            let standing = notebook.resolved_client(*id);
            prop_assert_eq!(mixed.resolved_client(*id), standing);
            prop_assert_eq!(notebook.resolved_client(standing), standing);
            prop_assert!(notebook.clients().iter().any(|client| client.id == standing));
        }
        let standing = notebook.clients().iter().map(|client| client.id);
        let under: usize = standing.map(|id| 1 + notebook.merged_into(id).count()).sum();
        prop_assert_eq!(under, ids.len());
    }
}
