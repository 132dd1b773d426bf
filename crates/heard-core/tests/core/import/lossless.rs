//! Our own files: what leaves comes back as it was, in any order, in parts, and however often.

use heard_core::codec;
use heard_core::event::kind::EventKind;
use heard_core::event::settings::Setting;
use heard_core::transfer::export::{Wanted, json};
use heard_core::{EventId, Notebook};
use proptest::prelude::*;

use crate::deeds::{any_steps, config, lived};
use crate::import::{FIRST, exported, file, imported, joined, later, preview};
use crate::scene::{Scene, opening};

/// A notebook with a client, settings and a few random meetings.
fn any_notebook() -> impl Strategy<Value = Scene> {
    (any_steps(), 0..4_u8).prop_map(|(steps, said)| {
        let mut scene = lived(&steps, |_, _, _| {});
        if scene.notebook.running().is_some() {
            let running = scene.notebook.running().unwrap().id;
            scene.meeting = running;
            scene.wait(5).ends();
        }
        let (zoo, mill) = (scene.adds("Zoo"), scene.adds("Mill"));
        scene.meets(mill, "said at the mill");
        // Nothing; a name; they are one; they were one.
        if said > 0 {
            scene.renames(zoo, "Menagerie").unwrap();
        }
        if said > 1 {
            scene.merges(mill, zoo).unwrap();
        }
        if said > 2 {
            scene.undoes_of(zoo).unwrap();
        }
        let client = Some(zoo);
        scene.says(EventKind::MeetingOpened(heard_core::event::kind::Opening {
            client,
            ..opening()
        }));
        scene.catches("said at the zoo");
        scene.says(EventKind::SettingChanged(Setting::Aim(Some(40))));
        scene.says(EventKind::FileSaved);
        scene
    })
}

/// The file with one meeting, or with everything.
fn part(notebook: &Notebook, meeting: Option<EventId>) -> String {
    json(notebook, Wanted { meeting, ..Wanted::default() }, later(), 60)
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_notebook_that_leaves_comes_back_the_same(scene in any_notebook()) {
        let left = exported(&scene.notebook);
        let back = imported(&left);
        prop_assert_eq!(&back, &scene.notebook);
        prop_assert_eq!(exported(&back), left);
    }

    #[test]
    fn a_file_is_known_where_it_comes_from(scene in any_notebook()) {
        let left = exported(&scene.notebook);
        prop_assert_eq!(file(&left).events(&scene.notebook), vec![]);
        let preview = preview(&scene.notebook, &left);
        prop_assert_eq!(preview.meetings_known, scene.notebook.logs().len());
        prop_assert_eq!((preview.meetings_new, preview.meetings_grown, preview.damaged), (0, 0, 0));
    }

    #[test]
    fn parts_in_any_order_and_any_number_of_times_make_the_whole(
        (scene, order) in any_notebook().prop_flat_map(|scene| {
            let meetings: Vec<_> = scene.notebook.meetings().map(|meeting| Some(meeting.id)).collect();
            let parts = [meetings.clone(), meetings, vec![None]].concat();
            let files: Vec<String> = parts.iter().map(|id| part(&scene.notebook, *id)).collect();
            (Just(std::rc::Rc::new(scene)), Just(files).prop_shuffle())
        }),
    ) {
        let notebook = order.iter().fold(Notebook::default(), |notebook, file| joined(&notebook, file));
        prop_assert_eq!(&notebook, &scene.notebook);
    }

    #[test]
    fn what_happened_in_two_places_since_comes_together_either_way(
        steps in any_steps(),
        cut in any::<proptest::sample::Index>(),
    ) {
        let scene = lived(&steps, |_, _, _| {});
        let cut = cut.index(scene.events.len());
        let early = Notebook::from_events(scene.events[..=cut].to_vec());
        let late = Notebook::from_events([&scene.events[..1], &scene.events[cut..]].concat());
        let (a, b) = (exported(&early), exported(&late));
        prop_assert_eq!(&joined(&early, &b), &joined(&late, &a));
        prop_assert_eq!(&joined(&early, &b), &scene.notebook);
    }
}

/// `Rc` has no `Debug` of a scene to show: its events say all.
impl std::fmt::Debug for Scene {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.events.iter().map(codec::write)).finish()
    }
}

#[test]
fn a_file_of_the_first_heard_leaves_byte_by_byte_as_it_came() {
    let notebook = imported(FIRST);
    assert_eq!(notebook.meetings().count(), 4);
    assert_eq!(exported(&notebook), FIRST);
    assert_eq!(file(FIRST).events(&notebook), []);
}

#[test]
fn a_file_of_the_first_heard_comes_to_what_its_events_came_to() {
    let lines = include_str!("../../golden/events-v1.jsonl").lines();
    let events = Notebook::from_events(lines.map(|line| codec::read(line).unwrap()));
    for (from_file, lived) in imported(FIRST).meetings().zip(events.meetings()) {
        let (from_file, lived) =
            (crate::scene::told(from_file, later()), crate::scene::told(lived, later()));
        assert_eq!(from_file, lived);
    }
    assert_eq!(preview(&events, FIRST).meetings_known, 4, "and so it is known beside them");
    assert_eq!(file(FIRST).events(&events), []);
}

#[test]
fn undo_goes_on_in_the_notebook_that_a_file_made() {
    let mut scene = Scene::opened();
    scene.catches("first");
    scene.catches("second");
    scene.undoes().unwrap();
    scene.notebook = imported(&exported(&scene.notebook));
    scene.redoes().unwrap();
    let words: Vec<_> = scene.meeting().captures.iter().map(|c| c.words.as_str()).collect();
    assert_eq!(words, ["first", "second"]);
}
