//! Notebooks of many closed meetings, as the ropes hold them.

use heard_core::codec;
use heard_core::codec::archive::{self, Checked};
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::{Event, EventId, Notebook, Party, Record};

use crate::scene::{Scene, caught, opening};

/// A client, and meetings with them that are closed, each with so many turns and with words caught in it.
pub(crate) fn lived(meetings: usize, turns: usize) -> Scene {
    let mut scene = Scene::empty();
    let client = Some(scene.says(EventKind::ClientAdded { name: "Harbour Trust".to_owned() }));
    for _ in 0..meetings {
        scene.wait(1_000).says(EventKind::MeetingOpened(Opening { client, ..opening() }));
        for party in [Party::Consultant, Party::Client].into_iter().cycle().take(turns) {
            scene.wait(700).takes(party);
        }
        scene.says(caught(Kind::Promise, "A list by Friday,\n[see \"above\"]"));
        scene.wait(700).ends();
    }
    scene
}

/// The lines of events.
pub(crate) fn written(events: &[Event]) -> Vec<String> {
    events.iter().map(codec::write).collect()
}

/// The lines of a meeting's own events as a segment.
pub(crate) fn segment_of(scene: &Scene, meeting: EventId) -> String {
    let own = scene.events.iter().filter(|event| event.of == Record::Begun(meeting));
    let lines = own.map(codec::write).collect::<Vec<_>>();
    archive::write(lines.iter().map(String::as_str))
}

/// The meetings that were opened, withdrawn ones too.
pub(crate) fn meetings(scene: &Scene) -> Vec<EventId> {
    let opened = |event: &&Event| matches!(event.kind, EventKind::MeetingOpened(_));
    scene.events.iter().filter(opened).map(Event::id).collect()
}

/// The notebook of a notebook whose meetings all come as segments.
pub(crate) fn from_segments(scene: &Scene) -> Notebook {
    let texts: Vec<_> = meetings(scene).iter().map(|id| segment_of(scene, *id)).collect();
    let meeting =
        |event: &Event| matches!(event.of, Record::Begun(id) if scene.notebook.log(id).is_some());
    let loose = scene.events.iter().filter(|event| !meeting(event)).cloned().collect();
    desk_of(loose, texts.iter().map(|text| archive::check(text)))
}

/// The notebook of loose events and of what was found in segments.
pub(crate) fn desk_of<'a>(
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
