//! Notebooks of many closed meetings, stored as archives.

use heard_core::codec;
use heard_core::codec::archive::{self, Checked};
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::{Event, EventId, Notebook, Party, Record};

use crate::scene::{Scene, captured, opening};

/// A client with closed meetings, each with this many turns and one capture.
pub(crate) fn closed_meetings(meetings: usize, turns: usize) -> Scene {
    let mut scene = Scene::empty();
    let client = Some(scene.record(EventKind::ClientAdded { name: "Harbour Trust".to_owned() }));
    for _ in 0..meetings {
        scene.wait(1_000).record(EventKind::MeetingOpened(Opening { client, ..opening() }));
        for party in [Party::Consultant, Party::Client].into_iter().cycle().take(turns) {
            scene.wait(700).take_floor(party);
        }
        scene.record(captured(Kind::Promise, "A list by Friday,\n[see \"above\"]"));
        scene.wait(700).end_meeting();
    }
    scene
}

/// The events written as lines.
pub(crate) fn written(events: &[Event]) -> Vec<String> {
    events.iter().map(codec::write).collect()
}

/// The archive of a meeting's events.
pub(crate) fn archive_of(scene: &Scene, meeting: EventId) -> String {
    let own = scene.events.iter().filter(|event| event.of == Record::Begun(meeting));
    let lines = own.map(codec::write).collect::<Vec<_>>();
    archive::write(lines.iter().map(String::as_str))
}

/// The ids of all meetings, including withdrawn ones.
pub(crate) fn meetings(scene: &Scene) -> Vec<EventId> {
    let opened = |event: &&Event| matches!(event.kind, EventKind::MeetingOpened(_));
    scene.events.iter().filter(opened).map(Event::id).collect()
}

/// The same notebook loaded from archives of its meetings.
pub(crate) fn from_archives(scene: &Scene) -> Notebook {
    let texts: Vec<_> = meetings(scene).iter().map(|id| archive_of(scene, *id)).collect();
    let meeting =
        |event: &Event| matches!(event.of, Record::Begun(id) if scene.notebook.log(id).is_some());
    let loose = scene.events.iter().filter(|event| !meeting(event)).cloned().collect();
    notebook_of(loose, texts.iter().map(|text| archive::check(text)))
}

/// The notebook of loose events and of checked archives.
pub(crate) fn notebook_of<'a>(
    mut loose: Vec<Event>,
    found: impl Iterator<Item = Checked<'a>>,
) -> Notebook {
    let (mut packed, mut newer) = (Vec::new(), Vec::new());
    for found in found {
        packed.extend(found.packed);
        loose.extend(found.loose);
        newer.extend(found.newer);
    }
    Notebook::from_events(loose).with_packed(packed).with_newer(newer)
}
