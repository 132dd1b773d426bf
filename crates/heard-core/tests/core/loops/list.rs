//! Tests of the loop list: its order, its filters and its search.

use std::rc::Rc;

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture, Opening};
use heard_core::loops::{
    Found, ListedLoop, Loop, LoopKind, LoopList, Query, State, StateKind, StepKind, Whose,
};
use heard_core::time::{Day, Local};
use heard_core::{EventId, Record};

use crate::loops::scene_steps::DAY_MS;
use crate::scene::{Scene, opening};

const NAMES: [&str; 3] = ["Harbour Trust", "Nurses", "Åland Ferries"];
const NOUNS: [&str; 5] = ["printer", "ROSTER", "portal", "lift", "Übergabe"];
const WHO: [Option<&str>; 3] = [None, Some("Maria"), Some("Tom O'Neill")];
const OWNERS: [Option<&str>; 3] = [None, Some("Ann"), Some("ann b.")];

/// Pseudo-random numbers from a fixed seed.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Forty loops of three clients and of none, raised on different days, with random steps.
fn forty(seed: u64) -> Scene {
    let (mut scene, mut random) = (Scene::empty(), Random(seed));
    let mut clients = vec![None];
    for name in NAMES {
        clients.push(Some(scene.record(EventKind::ClientAdded { name: name.into() })));
    }
    let mut loops = Vec::new();
    for _ in 0..8 {
        scene.record(EventKind::MeetingOpened(Opening {
            client: random.one_of(&clients),
            ..opening()
        }));
        for _ in 0..5 {
            let kind = random.one_of(&[Kind::Issue, Kind::Promise]);
            let words = format!("The {} fails in week {}", random.one_of(&NOUNS), random.below(9));
            let said_by = random.one_of(&WHO).map(str::to_owned);
            loops.push(scene.record(EventKind::Captured(NewCapture {
                kind,
                words,
                said_by,
                ago_ms: 0,
                mark: None,
            })));
        }
        scene.end_meeting();
        scene.wait(u64::try_from(random.below(6)).unwrap() * DAY_MS);
        for _ in 0..7 {
            let which = random.one_of(&loops);
            let kind = random.one_of(&StepKind::ALL);
            // One that does not lead on is refused, and that is well.
            let _ = scene.try_step(which, kind, "by telephone");
        }
        for _ in 0..3 {
            let which = random.one_of(&loops);
            let owner = random.one_of(&OWNERS).map(str::to_owned);
            let days = u64::try_from(random.below(20)).unwrap();
            let by = Some(days_from(scene.here(), days)).filter(|_| days > 3);
            let home = scene.the_loop(which).home;
            // What is so already is refused.
            let _ = scene.try_record_for(home, EventKind::LoopAssigned { which, owner, by });
        }
    }
    scene
}

fn days_from(here: Local, days: u64) -> Day {
    let ms = i64::try_from(days * DAY_MS).unwrap();
    Local { wall_ms: here.wall_ms + ms, ..here }.day()
}

/// Every text of a loop that a search looks at.
fn texts(scene: &Scene, one: &Loop) -> Vec<String> {
    let mut texts = vec![one.words.clone()];
    texts.extend(one.owner.clone());
    texts.extend(one.raised_by().map(str::to_owned));
    let client = one.client.and_then(|id| scene.notebook.client(id));
    texts.extend(client.map(|client| client.name.to_string()));
    texts
}

/// Whether a loop matches a query, computed in the simplest way.
fn fits(scene: &Scene, query: &Query, one: &Loop) -> bool {
    let client = match &query.client {
        Whose::Any => true,
        Whose::Nobodys => one.client.is_none(),
        Whose::Of(id) => one.client == Some(*id),
    };
    let owner = match &query.owner {
        Whose::Any => true,
        Whose::Nobodys => one.owner.is_none(),
        Whose::Of(name) => one.owner.as_deref() == Some(&**name),
    };
    let texts = texts(scene, one);
    let words = query.words.split(' ').filter(|word| !word.is_empty()).all(|word| {
        texts.iter().any(|text| text.to_ascii_lowercase().contains(&word.to_ascii_lowercase()))
    });
    let state = query.state.is_none_or(|state| StateKind::of(&one.state) == state);
    client && owner && words && state && query.kind.is_none_or(|kind| one.kind == kind)
}

fn any_query(random: &mut Random, scene: &Scene) -> Query {
    let mut clients = vec![Whose::Any, Whose::Any, Whose::Nobodys];
    clients.extend(scene.notebook.clients().iter().map(|client| Whose::Of(client.id)));
    let owners = [Whose::Any, Whose::Any, Whose::Nobodys, Whose::Of(Rc::from("Ann"))];
    let states = [None, None, None, Some(StateKind::Heard), Some(StateKind::Doing)];
    let words =
        ["", "", "", "PRINTER", "maria  fails", "  week 3 ", "harbour", "Übergabe", "nobody"];
    Query {
        client: clients[random.below(clients.len())].clone(),
        owner: owners[random.below(owners.len())].clone(),
        state: random.one_of(&states),
        kind: random.one_of(&[None, None, Some(LoopKind::Issue), Some(LoopKind::Promise)]),
        words: random.one_of(&words).to_owned(),
        closed: random.below(2) == 1,
    }
}

fn shown<'a>(list: &'a LoopList, found: &Found) -> Vec<&'a ListedLoop> {
    found.places.iter().map(|place| list.get(*place).unwrap()).collect()
}

#[test]
fn a_query_finds_exactly_the_matching_loops_longest_silence_first() {
    let mut matched = 0;
    for seed in 1..=12 {
        let scene = forty(seed);
        let (list, today) = (scene.notebook.loop_list(), scene.here().day());
        let mut random = Random(seed * 77);
        for _ in 0..40 {
            let query = any_query(&mut random, &scene);
            let found = list.find(&query, today);
            let mut ids: Vec<EventId> = shown(&list, &found).iter().map(|one| one.one.id).collect();
            let fitting = || scene.notebook.loops().iter().filter(|one| fits(&scene, &query, one));
            let wanted = fitting().filter(|one| query.closed || one.closed.is_none());
            ids.sort();
            assert_eq!(ids, wanted.map(|one| one.id).collect::<Vec<_>>(), "{query:?}");
            let hidden = fitting().filter(|one| !query.closed && one.closed.is_some()).count();
            assert_eq!(found.closed, hidden, "{query:?}");
            matched += ids.len();

            let rest = &shown(&list, &found)[found.due..];
            let group = |one: &Loop| (one.closed.is_some(), !one.awaits_word());
            for pair in rest.windows(2) {
                let [one, other] = [&pair[0].one, &pair[1].one];
                assert!(group(one) <= group(other), "{query:?}");
                if group(one) == group(other) && one.closed.is_none() {
                    assert!(one.silence_days(today) >= other.silence_days(today), "{query:?}");
                }
            }
        }
    }
    assert!(matched > 1_000, "something was found at all: {matched}");
}

#[test]
fn at_most_five_loops_due_soon_come_first_in_order_of_their_days() {
    let mut met = [0; 7];
    for seed in 1..=30 {
        let scene = forty(seed);
        let (list, today) = (scene.notebook.loop_list(), scene.here().day());
        let found = list.find(&Query::default(), today);
        let all = shown(&list, &found);
        let (due, rest) = all.split_at(found.due);
        let days = |one: &&ListedLoop| one.one.due_in_days(today);
        assert!(due.iter().all(|one| days(one).is_some_and(|days| days <= 7)));
        assert!(due.is_sorted_by_key(days));
        let near = rest.iter().filter(|one| days(one).is_some_and(|days| days <= 7));
        let near: Vec<_> = near.map(days).collect();
        assert!(near.is_empty() || due.len() == 5, "none is left while there is room");
        assert!(near.iter().all(|left| *left >= due.last().and_then(days)));
        met[due.len()] += 1;
    }
    assert!(met[0] < 30 && met[5] > 0, "some are due, and sometimes five: {met:?}");
}

#[test]
fn a_finished_or_closed_loop_is_never_due() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The lift is slow");
    let today = scene.here().day();
    let by = Some(days_from(scene.here(), 2));
    scene
        .try_record_for(
            scene.the_loop(id).home,
            EventKind::LoopAssigned { which: id, owner: None, by },
        )
        .unwrap();
    assert_eq!(scene.the_loop(id).due_in_days(today), Some(2));
    assert_eq!(scene.notebook.loop_list().find(&Query::default(), today).due, 1);
    scene.take_step(id, StepKind::Finish, "");
    assert_eq!(scene.the_loop(id).due_in_days(today), None);
    assert_eq!(scene.notebook.loop_list().find(&Query::default(), today).due, 0);
}

#[test]
fn a_search_covers_the_client_the_owner_and_the_original_words() {
    let mut scene = Scene::empty();
    let client = scene.record(EventKind::ClientAdded { name: "Harbour Trust".into() });
    scene.record(EventKind::MeetingOpened(Opening { client: Some(client), ..opening() }));
    let id = scene.raise_issue("The prinetr jams");
    scene.record(crate::scene::amended(id, "The printer jams"));
    scene.record(EventKind::Attributed { capture: id, to: Some("Maria".into()) });
    let home = Record::Begun(scene.meeting);
    let owner = Some("Ann".to_owned());
    scene.try_record_for(home, EventKind::LoopAssigned { which: id, owner, by: None }).unwrap();
    let (list, today) = (scene.notebook.loop_list(), scene.here().day());
    let count = |words: &str| {
        let query = Query { words: words.into(), ..Query::default() };
        list.find(&query, today).places.len()
    };
    for words in ["printer", "PRINETR", "trust maria", "ann", "jams\tjams", " ", "harbour  ann"] {
        assert_eq!(count(words), 1, "{words:?}");
    }
    for words in ["printer tom", "jamst", "trustmaria", "mariaann"] {
        assert_eq!(count(words), 0, "{words:?}");
    }
    assert_eq!(list.owners(), [Rc::from("Ann")]);
    assert_eq!(list.clients(), [(Rc::from("Harbour Trust"), client)]);
}

#[test]
fn a_held_loop_stays_in_its_row_after_any_change() {
    let mut scene = Scene::opened();
    let ids: Vec<EventId> = ["one", "two", "three"].map(|words| scene.raise_issue(words)).into();
    scene.wait(20 * DAY_MS);
    let (before, today) = (scene.notebook.loop_list(), scene.here().day());
    let found = before.find(&Query::default(), today);
    assert_eq!(shown(&before, &found).iter().map(|one| one.one.id).collect::<Vec<_>>(), ids);
    scene.take_step(ids[0], StepKind::TellBack, "by mail");
    let list = scene.notebook.loop_list();
    let mut moved = list.find(&Query::default(), today);
    let order = |found: &Found| -> Vec<EventId> {
        shown(&list, found).iter().map(|one| one.one.id).collect()
    };
    assert_eq!(order(&moved), [ids[1], ids[2], ids[0]]);
    let place = list.place_of(ids[0]).unwrap();
    moved.hold(place, 0, false);
    assert_eq!(order(&moved), ids);
    // One that fits no longer is held as well, among the promised ones if it lay there.
    let heard = Query { state: Some(StateKind::Done), ..Query::default() };
    let mut none = list.find(&heard, today);
    none.hold(place, 4, true);
    assert_eq!((order(&none), none.due), (vec![ids[0]], 1));
    none.hold(place, 0, false);
    assert_eq!((order(&none), none.due), (vec![ids[0]], 0));
}

#[test]
fn closed_loops_come_last_the_most_recently_closed_first() {
    let mut scene = Scene::opened();
    let ids: Vec<EventId> = ["one", "two", "three"].map(|words| scene.raise_issue(words)).into();
    scene.take_step(ids[0], StepKind::Close, "");
    scene.wait(DAY_MS);
    scene.take_step(ids[2], StepKind::Close, "");
    let list = scene.notebook.loop_list();
    let query = Query { closed: true, ..Query::default() };
    let found = list.find(&query, scene.here().day());
    let order: Vec<EventId> = shown(&list, &found).iter().map(|one| one.one.id).collect();
    assert_eq!(order, [ids[1], ids[2], ids[0]]);
    assert!(query.is_open() && !Query { words: "x".into(), ..query }.is_open());
}

#[test]
fn every_state_has_its_kind() {
    let because = heard_core::loops::Phrase::new("no").unwrap();
    let states =
        [State::Heard, State::Acknowledged, State::Doing, State::Done, State::NotDoing { because }];
    assert_eq!(states.map(|state| StateKind::of(&state)), StateKind::ALL);
}

#[test]
fn the_black_hole_uses_the_days_of_the_setting() {
    let mut scene = Scene::opened();
    let ids = ["one", "two"].map(|words| scene.raise_issue(words));
    scene.wait(13 * DAY_MS);
    assert_eq!(scene.notebook.count_in_black_hole(scene.here().day()), 0);
    scene.wait(DAY_MS);
    assert_eq!(scene.notebook.count_in_black_hole(scene.here().day()), 2);
    scene.take_step(ids[0], StepKind::TellBack, "by mail");
    assert!(scene.notebook.has_loops_at_hand());
    assert_eq!(scene.notebook.count_in_black_hole(scene.here().day()), 1);
}
