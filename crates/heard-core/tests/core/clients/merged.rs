//! Clients who are the same: who stands, in whatever order it was said, and how it is taken back.

use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::{Event, EventId, Notebook, Refusal};
use proptest::prelude::*;

use crate::deeds::config;
use crate::scene::{Scene, caught};

/// Three clients with a meeting each.
fn three() -> (Scene, [EventId; 3], Vec<EventId>) {
    let mut scene = Scene::empty();
    let ids = ["Harbour Trust", "Harbour", "Mill"].map(|name| scene.adds(name));
    let meetings = ids.iter().map(|id| scene.meets(*id, "Tickets vanish")).collect();
    (scene, ids, meetings)
}

fn whose(notebook: &Notebook, meetings: &[EventId]) -> Vec<Option<EventId>> {
    meetings.iter().map(|id| notebook.client_of(notebook.meeting(*id).unwrap())).collect()
}

#[test]
fn everything_of_a_merged_client_is_shown_under_the_one_that_stands() {
    let (mut scene, [first, second, third], meetings) = three();
    scene.merges(second, first).unwrap();
    assert_eq!(scene.names(), ["Harbour Trust", "Mill"]);
    assert_eq!(scene.notebook.client(second), scene.notebook.client(first));
    assert_eq!(scene.notebook.standing_client(second), first);
    assert_eq!(whose(&scene.notebook, &meetings), [Some(first), Some(first), Some(third)]);
    assert_eq!(scene.notebook.loops_of(Some(first)).count(), 2);
    assert_eq!(scene.notebook.loops_of(Some(second)).count(), 0);
    let merged: Vec<_> = scene.notebook.merged_into(first).map(|client| &*client.name).collect();
    assert_eq!(merged, ["Harbour"]);
    scene.reloads();
}

#[test]
fn a_merge_is_followed_through_every_other_one() {
    let (mut scene, [first, second, third], meetings) = three();
    scene.merges(first, second).unwrap();
    scene.merges(second, third).unwrap();
    assert_eq!(scene.names(), ["Mill"]);
    assert_eq!(whose(&scene.notebook, &meetings), [Some(third); 3]);
    assert_eq!(scene.merges(first, third), Err(Refusal::Unknown), "it stands no longer");
    assert_eq!(scene.merges(third, first), Err(Refusal::Unknown));
    assert_eq!(scene.merges(third, third), Err(Refusal::Unknown));
    assert_eq!(scene.renames(first, "Port"), Err(Refusal::Unknown));
}

#[test]
fn a_merge_is_taken_back_and_all_is_as_it_was() {
    let (mut scene, [first, second, third], meetings) = three();
    scene.merges(second, first).unwrap();
    scene.merges(third, first).unwrap();
    scene.undoes_of(first).unwrap();
    assert_eq!(scene.names(), ["Harbour Trust", "Mill"], "the last one is taken back first");
    scene.undoes_of(first).unwrap();
    assert_eq!(whose(&scene.notebook, &meetings), [Some(first), Some(second), Some(third)]);
    assert_eq!(scene.undoes_of(first), Err(Refusal::NothingToUndo));
    scene.reloads();
}

#[test]
fn a_merged_name_still_finds_whom_it_was_merged_into_and_may_be_taken_up_again() {
    let (mut scene, [first, second, _], _) = three();
    scene.merges(second, first).unwrap();
    assert_eq!(scene.notebook.client_named("harbour").map(|client| client.id), Some(first));
    scene.renames(first, "Harbour").unwrap();
    assert_eq!(scene.notebook.client_named("Harbour").map(|client| client.id), Some(first));
    let added = scene.adds("Harbour Trust");
    assert_eq!(scene.notebook.client_named("Harbour Trust").map(|client| client.id), Some(added));
}

#[test]
fn two_devices_that_each_added_a_client_become_one() {
    let mut scene = Scene::empty();
    let here = scene.adds("Mill");
    let kind = EventKind::ClientAdded { name: "Mill".to_owned() };
    let mut theirs = scene.elsewhere(2, here, kind);
    theirs.of = heard_core::Record::Begun(theirs.id());
    scene.notebook = scene.notebook.merged(&theirs);
    assert_eq!(scene.names(), ["Mill", "Mill"]);
    scene.merges(theirs.id(), here).unwrap();
    assert_eq!(scene.names(), ["Mill"]);
    assert_eq!(scene.notebook.client_named("Mill").map(|client| client.id), Some(here));
}

#[test]
fn a_meeting_may_run_with_a_client_while_they_are_merged() {
    let (mut scene, [first, second, _], _) = three();
    let opening =
        heard_core::event::kind::Opening { client: Some(second), ..crate::scene::opening() };
    scene.says(EventKind::MeetingOpened(opening));
    scene.merges(second, first).unwrap();
    scene.says(caught(Kind::Promise, "A list by Friday"));
    scene.ends();
    assert_eq!(scene.notebook.client_of(scene.meeting()), Some(first));
    assert_eq!(scene.notebook.loops_of(Some(first)).count(), 3);
}

#[test]
fn loops_of_clients_who_became_one_can_be_likened_and_part_again_with_them() {
    let (mut scene, [first, second, _], _) = three();
    let loops: Vec<_> = scene.notebook.loops().iter().map(|one| one.id).collect();
    let likened = EventKind::Likened { capture: loops[1], to: Some(loops[0]) };
    let meeting = scene.notebook.find_loop(loops[1]).unwrap().home;
    assert_eq!(scene.tries_of(meeting, likened.clone()), Err(Refusal::Unknown));
    scene.merges(second, first).unwrap();
    scene.tries_of(meeting, likened).unwrap();
    assert!(scene.the_loop(loops[0]).is_raised_twice());
    scene.steps(loops[0], StepKind::Acknowledge, "");
    scene.undoes_of(first).unwrap();
    assert!(!scene.the_loop(loops[0]).is_raised_twice());
    assert_eq!(scene.the_loop(loops[1]).client, Some(second));
}

#[test]
fn of_a_circle_that_two_tabs_made_the_client_added_first_stands() {
    let (scene, [first, second, third], meetings) = three();
    let mine = scene.elsewhere(5, first, EventKind::ClientMerged { into: second });
    let theirs = scene.elsewhere(6, second, EventKind::ClientMerged { into: first });
    let late = scene.elsewhere(7, third, EventKind::ClientMerged { into: second });
    let one = scene.notebook.merged(&mine).merged(&theirs).merged(&late);
    assert_eq!(one, scene.notebook.merged(&late).merged(&theirs).merged(&mine));
    assert_eq!(whose(&one, &meetings), [Some(first); 3]);
    assert_eq!(one.clients().len(), 1);
}

#[test]
fn a_merge_into_oneself_or_into_nobody_changes_nothing() {
    let (scene, [first, ..], meetings) = three();
    let nobody = EventId { n: 999, ..first };
    for into in [first, nobody, meetings[0]] {
        let notebook =
            scene.notebook.merged(&scene.elsewhere(5, first, EventKind::ClientMerged { into }));
        assert_eq!(notebook.clients().len(), 3);
        assert_eq!(whose(&notebook, &meetings)[0], Some(first));
    }
}

/// What may be said of clients, anywhere and by anybody: which of them, of which other one, or to which the event goes.
fn any_merges() -> impl Strategy<Value = Vec<(usize, Option<usize>)>> {
    prop::collection::vec((0..6_usize, prop::option::weighted(0.8, 0..6_usize)), 0..14)
}

/// Six clients, and events of several tabs that merge them and take the last merge back, wildly.
fn wild(said: &[(usize, Option<usize>)]) -> (Vec<EventId>, Vec<Event>) {
    let mut scene = Scene::empty();
    let ids: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(|name| scene.adds(name)).into();
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
        let event = scene.elsewhere(boot, ids[*of], kind);
        scene.notebook = scene.notebook.merged(&event);
        events.push(event);
    }
    (ids, events)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn whatever_is_said_everybody_stands_under_somebody_who_stands(
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
            let standing = notebook.standing_client(*id);
            prop_assert_eq!(mixed.standing_client(*id), standing);
            prop_assert_eq!(notebook.standing_client(standing), standing);
            prop_assert!(notebook.clients().iter().any(|client| client.id == standing));
        }
        let standing = notebook.clients().iter().map(|client| client.id);
        let under: usize = standing.map(|id| 1 + notebook.merged_into(id).count()).sum();
        prop_assert_eq!(under, ids.len());
    }
}
