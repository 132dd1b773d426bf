//! Tests of hostile and damaged files: they are refused or merged and never cause a panic.

use heard_core::event::kind::EventKind;
use heard_core::transfer::export::{Wanted, csv, json};
use heard_core::transfer::import::{ImportError, read};
use heard_core::{Notebook, Party};
use proptest::prelude::*;
use serde_json::{Value, json as j};

use crate::import::{FIRST, FOREIGN, exported, imported, later, value};
use crate::random_actions::share;
use crate::scene::Scene;

/// Imports a text and exports the result, which must be unchanged by another import.
pub(crate) fn survives(text: &str) -> Option<Notebook> {
    let file = read(text).ok()?;
    let empty = Notebook::default();
    let preview = file.preview(&empty);
    let events = file.events(&empty);
    let notebook = Notebook::from_events(events.clone());
    assert_eq!(notebook, empty.with_events(events.clone()), "{text}");
    assert!(notebook.meetings().count() >= preview.meetings_new, "{text}");
    assert_eq!(notebook.clients().len(), preview.clients_new, "{text}");
    csv(&notebook, Wanted::default(), later());
    let left = json(&notebook, Wanted::default(), later(), 60);
    assert_eq!(read(&left).unwrap().events(&notebook), [], "{text}\n{left}");
    assert_eq!(exported(&imported(&left)), left, "{text}");
    Some(notebook)
}

/// A file with a log, and something of everything.
fn own() -> String {
    let mut scene = Scene::empty();
    scene.notebook = imported(FOREIGN);
    let client = Some(scene.record(EventKind::ClientAdded { name: "Harbour".to_owned() }));
    scene.record(EventKind::MeetingOpened(heard_core::event::kind::Opening {
        client,
        ..crate::scene::opening()
    }));
    scene.wait(900).take_floor(Party::Consultant);
    let words = scene.capture_outcome("words");
    scene.record(crate::scene::amended(words, "better words"));
    scene.record(EventKind::MomentMarked);
    scene.wait(100).end_meeting();
    scene.undo().unwrap();
    scene.redo().unwrap();
    scene.record(EventKind::SettingChanged(heard_core::event::settings::Setting::Nudge(None)));
    exported(&scene.notebook)
}

/// The JSON pointer of every value.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(list) => {
            for (nth, item) in list.iter().enumerate() {
                places(item, &format!("{at}/{nth}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{at}/{name}"), all);
            }
        }
        _ => {}
    }
}

#[test]
fn replacing_any_value_never_panics() {
    let strange = [
        "null",
        "true",
        "[]",
        "{}",
        "[null]",
        "\"\"",
        "\"x\"",
        "\"__proto__\"",
        "-1",
        "-0",
        "0",
        "0.5",
        "1e999",
        "9223372036854775808",
        "18446744073709551616",
        "\"1-1\"",
        "\"settings\"",
    ];
    let original = value(&own());
    let mut all = Vec::new();
    places(&original, "", &mut all);
    // Each place gets five of the values, since all combinations would take minutes.
    let mut next = strange.iter().cycle();
    for place in all.into_iter().step_by(share() as usize) {
        let mut file = original.clone();
        *file.pointer_mut(&place).unwrap() = j!("the value that is replaced");
        let text = file.to_string();
        for value in next.by_ref().take(5) {
            survives(&text.replace("\"the value that is replaced\"", value));
        }
    }
}

#[test]
fn removing_any_field_or_repeating_any_item_never_panics() {
    let original = value(&own());
    let mut all = Vec::new();
    places(&original, "", &mut all);
    for place in all.into_iter().step_by(share() as usize) {
        let (parent, name) = place.rsplit_once('/').unwrap_or_default();
        let mut file = original.clone();
        match file.pointer_mut(parent) {
            Some(Value::Object(fields)) => drop(fields.remove(name)),
            Some(Value::Array(list)) => list.push(list[name.parse::<usize>().unwrap()].clone()),
            _ => continue,
        }
        survives(&file.to_string());
    }
}

#[test]
fn another_kind_of_file_is_refused_with_a_reason() {
    for (text, why) in [
        ("", ImportError::NotJson),
        ("nonsense", ImportError::NotJson),
        ("{\"heard\":1", ImportError::NotJson),
        ("{\"heard\":1}x", ImportError::NotJson),
        ("{\"heard\":NaN}", ImportError::NotJson),
        ("{\"heard\":Infinity}", ImportError::NotJson),
        ("{\"heard\":1,\"x\":\"\\ud800\"}", ImportError::NotJson),
        ("{\"heard\":1,\"x\":\"\\udc00\\ud800\"}", ImportError::NotJson),
        ("null", ImportError::NotHeard),
        ("[]", ImportError::NotHeard),
        ("\"heard\"", ImportError::NotHeard),
        ("{}", ImportError::NotHeard),
        ("{\"heard\":0}", ImportError::NotHeard),
        ("{\"heard\":-1}", ImportError::NotHeard),
        ("{\"heard\":1.0}", ImportError::NotHeard),
        ("{\"heard\":\"1\"}", ImportError::NotHeard),
        ("{\"heard\":1,\"meetings\":{}}", ImportError::NotHeard),
        ("{\"heard\":1,\"clients\":7}", ImportError::NotHeard),
        ("{\"heard\":1,\"log\":\"\"}", ImportError::NotHeard),
        ("{\"heard\":2,\"meetings\":{}}", ImportError::Newer),
    ] {
        let unfit = read(text).err();
        assert_eq!(unfit, Some(why), "{text}");
        assert_eq!(why.code(), "import-invalid");
        assert!(why.to_string().starts_with("the file "));
    }
    assert!(survives("{\"heard\":1}").is_some());
}

proptest! {
    #![proptest_config(crate::random_actions::config(300))]

    #[test]
    fn changing_adding_or_removing_bytes_never_panics(
        which in 0..3_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 1..6),
    ) {
        let own = own();
        let mut bytes = [FIRST, FOREIGN, &own][which].as_bytes().to_vec();
        for (at, how, byte) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        survives(&String::from_utf8_lossy(&bytes));
    }
}
