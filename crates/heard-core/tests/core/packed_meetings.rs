//! Tests that packed meetings behave like loose events and are read on demand.

use heard_core::codec::archive::{self, check};
use heard_core::event::kind::EventKind;
use heard_core::transfer::export::{Wanted, json};
use heard_core::{DocumentId, Event, Notebook, Party, Record};

use crate::archived_meetings::{
    archive_of, closed_meetings, from_archives, meetings, notebook_of, written,
};
use crate::scene::{Scene, opening};

/// Ten years: two hundred meetings in each, with a hundred events a meeting.
const TEN_YEARS: (usize, usize) = (2_000, 200_000);

fn unread(notebook: &Notebook) -> usize {
    notebook.logs().iter().filter(|log| !log.is_read()).count()
}

#[test]
fn ten_years_of_meetings_are_loaded_and_continued_without_reading_one() {
    let (meetings, events) = TEN_YEARS;
    // Archives made from the lines of one meeting, with other event numbers.
    let model = closed_meetings(1, 97);
    let lines = written(&model.events[1..]);
    assert_eq!(lines.len() * meetings, events);
    let texts: Vec<_> = (0..meetings).map(|nth| renumbered(&model.events[1..], nth)).collect();
    let mut notebook =
        notebook_of(model.events[..1].to_vec(), texts.iter().map(|text| check(text)));
    assert_eq!((notebook.logs().len(), unread(&notebook)), (meetings, meetings));

    // A whole new meeting is recorded, stored and exported.
    assert_eq!((notebook.running(), notebook.redoing(None).is_err()), (None, true));
    assert_eq!(notebook.ended_since_file(), meetings);
    assert_eq!((notebook.expired(0).len(), notebook.newer().len()), (0, 0));
    assert!(notebook.next_n() > u64::try_from(events).unwrap());
    let mut scene = Scene::empty();
    scene.notebook = notebook;
    scene.now.boot = DocumentId::from_random(9);
    scene.record(EventKind::MeetingOpened(opening()));
    scene.take_floor(Party::Consultant);
    scene.end_meeting();
    notebook = scene.notebook.without_meeting(scene.meeting);
    assert_eq!(notebook.lines().len(), events + 1);
    assert_eq!(notebook.without_client(scene.meeting).logs().len(), meetings);
    assert_eq!((notebook.logs().len(), unread(&notebook)), (meetings, meetings));

    // Asked for one, it reads one.
    assert_eq!(notebook.meetings().next_back().map(|meeting| meeting.captures.len()), Some(1));
    assert_eq!(unread(&notebook), meetings - 1);
}

/// The `nth` meeting like this one.
fn renumbered(events: &[Event], nth: usize) -> String {
    let step = u64::try_from(events.len() * nth).unwrap();
    let later = |event: &Event| {
        let Record::Begun(mut of) = event.of else { unreachable!() };
        of.n += step;
        Event { n: event.n + step, of: Record::Begun(of), ..event.clone() }
    };
    let lines = written(&events.iter().map(later).collect::<Vec<_>>());
    archive::write(lines.iter().map(String::as_str))
}

#[test]
fn a_notebook_of_packed_meetings_equals_one_of_loose_events() {
    let scene = closed_meetings(5, 4);
    let packed = from_archives(&scene);
    assert_eq!(unread(&packed), 5);
    assert_eq!(packed.lines(), written(&scene.events));
    assert_eq!(packed.next_n(), scene.notebook.next_n());
    assert_eq!(unread(&packed), 5, "lines are given without reading");
    assert_eq!(packed, scene.notebook);
    assert_eq!(unread(&packed), 0);
}

#[test]
fn packed_meetings_are_exported_like_loose_events() {
    let scene = closed_meetings(3, 4);
    let actual = |notebook: &Notebook| json(notebook, Wanted::default(), scene.now, 60);
    assert_eq!(actual(&from_archives(&scene)), actual(&scene.notebook));
}

#[test]
fn each_packed_record_has_the_events_and_lines_of_the_loose_one() {
    let scene = closed_meetings(2, 1);
    let packed = from_archives(&scene);
    let own = |of: Record| scene.events.iter().filter(move |event| event.of == of);
    for of in [Record::Settings, scene.events[0].of, scene.events[1].of] {
        assert!(packed.events_of(of).eq(own(of)), "{of}");
        assert!(scene.notebook.events_of(of).eq(own(of)), "{of}");
    }
    let lines: Vec<_> = own(scene.events[1].of).map(heard_core::codec::write).collect();
    assert_eq!(packed.lines_of(meetings(&scene)[0]), lines);
    assert_eq!(scene.notebook.lines_of(meetings(&scene)[0]), lines);
}

#[test]
fn a_packed_meeting_that_comes_twice_stays_packed() {
    let scene = closed_meetings(1, 2);
    let text = archive_of(&scene, scene.meeting);
    let notebook =
        Notebook::default().with_packed(check(&text).packed).with_packed(check(&text).packed);
    assert_eq!((notebook.logs().len(), unread(&notebook)), (1, 1));
}

#[test]
fn adding_to_a_packed_meeting_unpacks_only_that_meeting() {
    let mut scene = closed_meetings(2, 2);
    scene.notebook = from_archives(&scene);
    scene.capture_outcome("Found in the notes");
    assert_eq!(unread(&scene.notebook), 1);
    assert_eq!(scene.meeting().captures.len(), 2);
    assert_eq!(scene.notebook, Notebook::from_events(scene.events.iter().cloned()));
}

#[test]
fn a_packed_meeting_can_be_reopened() {
    let mut scene = closed_meetings(1, 2);
    scene.notebook = from_archives(&scene);
    scene.undo().unwrap();
    assert_eq!(scene.notebook.running().map(|meeting| meeting.id), Some(scene.meeting));
}

#[test]
fn loose_events_and_archives_with_different_parts_are_united() {
    let scene = closed_meetings(1, 6);
    let lines = written(&scene.events[1..]);
    let without = |gone: usize| {
        let kept = lines.iter().enumerate().filter(|(at, _)| *at != gone);
        archive::write(kept.map(|(_, line)| line.as_str()))
    };
    let (one, other) = (without(3), without(4));
    let two = [check(&one), check(&other)];
    assert_eq!(notebook_of(scene.events[..1].to_vec(), two.into_iter()), scene.notebook);
    let one = [check(&one)].into_iter();
    assert_eq!(notebook_of(scene.events[..5].to_vec(), one), scene.notebook);
}

#[test]
fn newer_lines_are_kept_in_their_place() {
    let scene = closed_meetings(1, 2);
    let newer = r#"{"v":7,"id":"1-4","of":"1-2","felt":1}"#;
    let late = r#"{"v":7,"id":"1-99","of":"1-2","felt":2}"#;
    let notebook = scene.notebook.with_newer([late, newer, late]);
    let ids: Vec<_> =
        notebook.lines().iter().map(|line| heard_core::codec::id(line).unwrap()).collect();
    assert!(ids.is_sorted() && notebook.lines().iter().any(|line| line == newer));
    assert_eq!((notebook.newer().len(), notebook.lines().len()), (2, scene.events.len() + 2));
    assert_eq!(notebook.lines_of(scene.meeting).len(), scene.events.len() + 1);
    assert_eq!(notebook.next_n(), 100, "what comes next comes after all that was seen");
    assert_eq!(notebook.with_newer([newer]), notebook);
}

#[test]
fn a_packed_line_with_an_unknown_word_is_kept() {
    let scene = closed_meetings(1, 2);
    let mut strange = scene.events[2].clone();
    strange.n = 50;
    let line = heard_core::codec::write(&strange);
    let line = line.replace("\"consultant\"", "\"chair\"");
    let (head, _) = line.rsplit_once(",\"sum\"").unwrap();
    let line = crate::codec::sealed(head);
    let lines = written(&scene.events[1..]);
    let text = archive::write(lines.iter().map(String::as_str).chain([&*line]));
    let notebook = notebook_of(Vec::new(), [check(&text)].into_iter());
    assert_eq!(notebook.lines().last().unwrap(), &line);
    let log = notebook.log(scene.meeting).unwrap();
    assert_eq!(log.unread(), &[line.as_str().into()][..]);
    assert_eq!(log.events(), &scene.events[1..]);
    let mark = Event { n: 60, kind: EventKind::MomentMarked, ..strange };
    let notebook = notebook.merged(&mark);
    assert!(notebook.lines().iter().any(|known| *known == line), "united, it is still there");
}
