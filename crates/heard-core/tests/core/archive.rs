//! Tests of archives: JSON arrays with one event per line, where damage affects single lines only.

use heard_core::codec;
use heard_core::codec::archive::{check, lines, union, write};
use heard_core::{Event, Record};

use crate::archived_meetings::{archive_of, closed_meetings, meetings, written};
use crate::scene::Scene;

/// The lines of one closed meeting.
fn meeting() -> Vec<String> {
    let scene = closed_meetings(1, 3);
    written(&scene.events[1..])
}

fn text(lines: &[String]) -> String {
    write(lines.iter().map(String::as_str))
}

#[test]
fn an_archive_is_a_json_array_of_the_events() {
    let values: Vec<serde_json::Value> = serde_json::from_str(&text(&meeting())).unwrap();
    assert_eq!(values.len(), meeting().len());
    assert!(values.iter().all(|event| event["v"] == 2));
    assert_eq!(serde_json::from_str::<Vec<u8>>(&write([])).unwrap(), [0_u8; 0]);
}

#[test]
fn an_archive_has_the_lines_it_was_written_from() {
    assert!(lines(&text(&meeting())).eq(meeting()));
    assert_eq!((lines(&write([])).count(), lines("").count()), (0, 0));
}

#[test]
fn an_undamaged_archive_is_packed_unchanged() {
    let archive_text = text(&meeting());
    let found = check(&archive_text);
    let packed = &found.packed[0];
    assert_eq!((found.loose.len(), found.newer.len(), found.damaged.len()), (0, 0, 0));
    assert_eq!((&**packed.text(), packed.of().n, packed.highest_n()), (&*archive_text, 2, 7));
}

#[test]
fn a_union_has_every_event_once_in_order_of_its_id() {
    let lines = meeting();
    let (front, back) = (text(&lines[..4]), text(&lines[2..]));
    for texts in [[&front, &back], [&back, &front]] {
        let united =
            union(texts.into_iter().flat_map(|text| heard_core::codec::archive::lines(text)));
        assert_eq!(united, text(&lines));
    }
}

#[test]
fn a_union_omits_damaged_lines_and_keeps_newer_ones() {
    let newer = r#"{"v":7,"id":"1-3","felt":1}"#;
    let damaged = meeting()[0].replace("discovery", "demo");
    assert_eq!(union([&*damaged, newer, "{"]), write([newer]));
}

#[test]
fn a_union_keeps_the_same_one_of_two_lines_of_an_event_in_any_order() {
    let line = meeting().remove(3);
    let (bare, _) = line.split_once(",\"sum\"").unwrap();
    let old = format!("{}}}", bare.replace("\"v\":2", "\"v\":1"));
    assert_eq!(union([&*line, &old]), write([&*line]));
    assert_eq!(union([&*old, &line]), write([&*line]));
}

#[test]
fn a_damaged_line_is_returned_and_the_other_lines_are_packed() {
    let mut lines = meeting();
    lines[2] = lines[2].replace("touch", "tough");
    let archive_text = text(&lines);
    let found = check(&archive_text);
    assert_eq!(found.damaged, [&*lines.remove(2)]);
    assert_eq!(&**found.packed[0].text(), text(&lines));
}

#[test]
fn a_truncated_text_yields_its_complete_lines_and_the_remaining_piece() {
    let archive_text = text(&meeting());
    let cut = &archive_text[..archive_text.len() - 9];
    let found = check(cut);
    let whole = &meeting()[..meeting().len() - 1];
    assert_eq!(written(&found.loose), whole, "a meeting without its end is not packed");
    assert_eq!(found.damaged, [lines(cut).last().unwrap()]);
}

#[test]
fn joined_lines_are_separated() {
    let lines = meeting();
    for between in ["", ",", "x", ",\u{fffd}", "}\r", " , "] {
        let merged = lines.join(between);
        let found = check(&merged);
        assert_eq!(&**found.packed[0].text(), text(&lines), "{between:?}");
        let left = found.damaged.concat();
        assert!(left.is_empty() || between.contains(['x', '\u{fffd}', '}']), "{left}");
    }
}

#[test]
fn half_a_line_before_a_complete_line_does_not_hide_it() {
    let lines = meeting();
    let merged = format!("{}{}", &lines[1][..60], lines[2]);
    let found = check(&merged);
    assert_eq!(
        (written(&found.loose), &found.damaged[..]),
        (vec![lines[2].clone()], &[&lines[1][..60]][..])
    );
}

#[test]
fn a_newer_line_is_returned_and_is_not_damaged() {
    let newer = r#"{"v":7,"id":"1-9","felt":1}"#.to_owned();
    let archive_text = text(&[meeting(), vec![newer.clone()]].concat());
    let found = check(&archive_text);
    assert_eq!((&found.newer[..], found.damaged.len()), (&[&*newer][..], 0));
    assert_eq!(&**found.packed[0].text(), text(&meeting()));
}

#[test]
fn lines_of_version_1_are_packed_unchanged() {
    let old: Vec<_> =
        include_str!("../golden/events-v1.jsonl").lines().map(str::to_owned).collect();
    let archive_text = text(&old);
    let found = check(&archive_text);
    assert_eq!(found.packed.len(), 4);
    let kept = found.packed.iter().flat_map(|packed| lines(packed.text()).map(str::to_owned));
    let mut all: Vec<_> = kept.chain(written(&found.loose)).collect();
    all.sort_by_key(|line| codec::id(line));
    assert_eq!(all, old);
}

#[test]
fn unordered_and_repeated_lines_are_packed_in_order_and_once() {
    let mut mixed = [meeting(), meeting()].concat();
    mixed.reverse();
    let archive_text = text(&mixed);
    assert_eq!(&**check(&archive_text).packed[0].text(), text(&meeting()));
}

#[test]
fn each_meeting_is_packed_separately_and_other_events_are_loose() {
    let scene = closed_meetings(3, 2);
    let archive_text = text(&written(&scene.events));
    let found = check(&archive_text);
    let texts: Vec<_> = found.packed.iter().map(|packed| packed.text().to_string()).collect();
    let own: Vec<_> = meetings(&scene).iter().map(|id| archive_of(&scene, *id)).collect();
    assert_eq!((texts, written(&found.loose)), (own, written(&scene.events[..1])));
}

#[test]
fn a_meeting_whose_end_or_opening_was_undone_is_not_packed() {
    let reopened = |scene: &mut Scene| scene.undo().unwrap();
    let withdrawn = |scene: &mut Scene| {
        while scene.notebook.meeting(scene.meeting).is_some() {
            scene.undo().unwrap();
        }
        scene.events.last().unwrap().id()
    };
    for undo in [&reopened as &dyn Fn(&mut Scene) -> _, &withdrawn] {
        let mut scene = closed_meetings(1, 1);
        undo(&mut scene);
        let own =
            scene.events.iter().filter(|event| event.of != Record::Begun(scene.events[0].id()));
        let archive_text = archive_of(&scene, scene.meeting);
        let found = check(&archive_text);
        assert!(found.packed.is_empty() && found.loose.iter().eq(own));
    }
}

#[test]
fn a_meeting_whose_capture_was_undone_after_its_end_is_packed() {
    let mut scene = closed_meetings(1, 1);
    let id = scene.capture_outcome("late");
    scene.undo().unwrap();
    let archive_text = archive_of(&scene, scene.meeting);
    assert_eq!(check(&archive_text).packed.len(), 1);
    assert!(scene.events.iter().map(Event::id).any(|known| known == id));
}
