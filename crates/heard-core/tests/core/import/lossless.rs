//! Tests that exports are imported without loss, in any order, in parts and repeatedly.

use heard_core::codec;
use heard_core::event::kind::EventKind;
use heard_core::event::settings::Setting;
use heard_core::transfer::export::{Wanted, json};
use heard_core::{EventId, Notebook};
use proptest::prelude::*;

use crate::import::{FIRST, exported, file, imported, joined, later, preview};
use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, opening};

/// A notebook with a client, settings and a few random meetings.
fn any_notebook() -> impl Strategy<Value = Scene> {
    (any_steps(), 0..4_u8).prop_map(|(steps, said)| {
        let mut scene = perform_all(&steps, |_, _, _| {});
        if scene.notebook.running().is_some() {
            let running = scene.notebook.running().unwrap().id;
            scene.meeting = running;
            scene.wait(5).end_meeting();
        }
        let (zoo, mill) = (scene.add_client("Zoo"), scene.add_client("Mill"));
        scene.hold_meeting(mill, "said at the mill");
        // Nothing; a name; they are one; they were one.
        if said > 0 {
            scene.rename(zoo, "Menagerie").unwrap();
        }
        if said > 1 {
            scene.merge(mill, zoo).unwrap();
        }
        if said > 2 {
            scene.undo_client_change(zoo).unwrap();
        }
        let client = Some(zoo);
        scene.record(EventKind::MeetingOpened(heard_core::event::kind::Opening {
            client,
            ..opening()
        }));
        scene.capture_outcome("said at the zoo");
        scene.record(EventKind::SettingChanged(Setting::Aim(Some(40))));
        scene.record(EventKind::FileSaved);
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
    fn a_notebook_is_unchanged_by_export_and_import(scene in any_notebook()) {
        let left = exported(&scene.notebook);
        let back = imported(&left);
        prop_assert_eq!(&back, &scene.notebook);
        prop_assert_eq!(exported(&back), left);
    }

    #[test]
    fn a_file_adds_nothing_to_its_own_notebook(scene in any_notebook()) {
        let left = exported(&scene.notebook);
        prop_assert_eq!(file(&left).events(&scene.notebook), vec![]);
        let preview = preview(&scene.notebook, &left);
        prop_assert_eq!(preview.meetings_known, scene.notebook.logs().len());
        prop_assert_eq!((preview.meetings_new, preview.meetings_grown, preview.damaged), (0, 0, 0));
    }

    #[test]
    fn partial_files_in_any_order_and_repeated_give_the_whole_notebook(
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
    fn changes_made_in_two_notebooks_merge_the_same_either_way(
        steps in any_steps(),
        cut in any::<proptest::sample::Index>(),
    ) {
        let scene = perform_all(&steps, |_, _, _| {});
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
fn a_version_1_file_is_exported_byte_for_byte() {
    let notebook = imported(FIRST);
    assert_eq!(notebook.meetings().count(), 4);
    assert_eq!(exported(&notebook), FIRST);
    assert_eq!(file(FIRST).events(&notebook), []);
}

#[test]
fn a_version_1_file_gives_the_same_figures_as_its_events() {
    let lines = include_str!("../../golden/events-v1.jsonl").lines();
    let events = Notebook::from_events(lines.map(|line| codec::read(line).unwrap()));
    for (from_file, perform_all) in imported(FIRST).meetings().zip(events.meetings()) {
        let (from_file, perform_all) = (
            crate::scene::summary(from_file, later()),
            crate::scene::summary(perform_all, later()),
        );
        assert_eq!(from_file, perform_all);
    }
    assert_eq!(preview(&events, FIRST).meetings_known, 4, "and so it is known beside them");
    assert_eq!(file(FIRST).events(&events), []);
}

#[test]
fn undo_works_in_an_imported_notebook() {
    let mut scene = Scene::opened();
    scene.capture_outcome("first");
    scene.capture_outcome("second");
    scene.undo().unwrap();
    scene.notebook = imported(&exported(&scene.notebook));
    scene.redo().unwrap();
    let words: Vec<_> = scene.meeting().captures.iter().map(|c| c.words.as_str()).collect();
    assert_eq!(words, ["first", "second"]);
}
