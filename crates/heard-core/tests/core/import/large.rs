//! Tests of large files, which are refused or merged quickly.

use heard_core::Notebook;
use heard_core::transfer::import::{ImportError, MAX_BYTES, read};

use crate::import::{exported, file, imported, preview, value};

/// A file whose one field is so many times a piece.
fn full(open: &str, piece: &str, times: usize, close: &str) -> String {
    [open, &piece.repeat(times), close].concat()
}

fn refused(text: &str) -> ImportError {
    read(text).expect_err("refused")
}

#[test]
fn a_file_nested_too_deep_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = ["{\"heard\":1,\"x\":", &open.repeat(100_000), "0", &close.repeat(100_000), "}"];
        assert_eq!(refused(&text.concat()), ImportError::NotJson);
        assert_eq!(refused(&open.repeat(100_000)), ImportError::NotJson);
    }
    assert_eq!(refused(&"[".repeat(50_000_000)), ImportError::NotJson);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let text = full("{\"heard\":1,\"x\":\"", "x", MAX_BYTES, "\"}");
    assert_eq!(refused(&text), ImportError::TooLarge);
}

#[test]
fn ten_thousand_unknown_fields_are_kept_and_one_more_is_refused() {
    let file = |fields: usize| {
        let strange: Vec<String> = (0..fields).map(|n| format!("\"x{n}\":{n}")).collect();
        format!("{{\"heard\":1,{}}}", strange.join(","))
    };
    assert_eq!(value(&exported(&imported(&file(10_000))))["x9999"], 9_999);
    assert_eq!(refused(&file(10_001)), ImportError::NotHeard);
}

#[test]
fn one_long_text_is_left_out_and_the_rest_is_merged() {
    let text = full(
        "{\"heard\":1,\"clients\":[{\"id\":\"c\",\"name\":\"x\"}],\"x\":\"",
        "é",
        25_000_000,
        "\"}",
    );
    let preview = preview(&Notebook::default(), &text);
    assert_eq!((preview.clients_new, preview.others_new, preview.damaged), (1, 0, 1));
}

#[test]
fn hundreds_of_thousands_of_invalid_items_are_counted_and_left_out() {
    for (list, piece, close) in
        [("meetings", "0,", "0]}"), ("clients", "{},", "{}]}"), ("log", "[],", "[]]}")]
    {
        let text = full(&format!("{{\"heard\":1,\"{list}\":["), piece, 400_000, close);
        assert_eq!(preview(&Notebook::default(), &text).damaged, 400_001);
    }
    let strange = full("{\"heard\":1,", "\"\":0,", 400_000, "\"y\":0}");
    assert_eq!(refused(&strange), ImportError::NotHeard);
}

#[test]
fn many_meetings_and_clients_are_merged_without_looking_each_up_in_all() {
    let meetings: Vec<String> = (0..8_000)
        .map(|n| {
            format!(
                "{{\"id\":\"m{n}\",\"client\":\"c{n}\",\"started_at\":\"2026-01-01T00:00:00Z\",\
                 \"turns\":[{{\"party\":\"client\",\"start_ms\":0,\"end_ms\":{n}}}]}}"
            )
        })
        .collect();
    let clients: Vec<String> =
        (0..8_000).map(|n| format!("{{\"id\":\"c{n}\",\"name\":\"n\"}}")).collect();
    let text = [
        "{\"heard\":1,\"clients\":[",
        &clients.join(","),
        "],\"meetings\":[",
        &meetings.join(","),
        "]}",
    ]
    .concat();
    let events = file(&text).events(&Notebook::default());
    let notebook = Notebook::default().with_events(events.clone());
    assert_eq!((notebook.clients().len(), notebook.meetings().count()), (8_000, 8_000));
    let again = preview(&notebook, &text);
    assert_eq!((again.clients_known, again.meetings_known, again.damaged), (8_000, 8_000, 0));
}

#[test]
fn a_meeting_above_the_limit_of_events_is_damaged() {
    let line = |n: usize, kind: &str| {
        format!(
            "{{\"v\":1,\"id\":\"a-{n}\",\"wall\":0,\"mono\":{n},\"of\":\"a-1\",\"act\":{kind}}}"
        )
    };
    let opened = line(1, "{\"meeting-opened\":{\"kind\":\"demo\",\"us\":1,\"them\":1}}");
    let log = |most: usize| {
        let events: Vec<String> = (2..=most).map(|n| line(n, "\"moment-marked\"")).collect();
        ["{\"heard\":1,\"log\":[", &opened, ",", &events.join(","), "]}"].concat()
    };
    assert_eq!(preview(&Notebook::default(), &log(20_001)).damaged, 1);
    assert_eq!(preview(&Notebook::default(), &log(20_000)).meetings_new, 1);
    let notebook = imported(&log(300));
    assert_eq!(exported(&imported(&exported(&notebook))), exported(&notebook));
}
