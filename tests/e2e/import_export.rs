//! Import and export: a file is validated and previewed, imported completely or not at all, and exported again with
//! the same bytes.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    add_capture, call_ok, call_refused, exported_notebook, open_data_screen, open_with_clock, text,
};
use crate::storage_pair::StoragePair;

const NONE_CHANGED: &str = "Nothing has changed.";

/// Holds and ends a meeting with one of everything.
pub(crate) async fn hold_meeting(page: &Page, client: &str, words: &str) {
    call_ok(page, "start", json!({ "client": client, "kind": "demo", "us": 2, "them": 3 })).await;
    page.clock().advance(20_000).await;
    call_ok(page, "passFloor", Value::Null).await;
    add_capture(page, "issue", words, "Maria").await;
    call_ok(page, "mark", Value::Null).await;
    call_ok(page, "tally", json!("asked")).await;
    page.clock().advance(10_000).await;
    call_ok(page, "takeBreak", Value::Null).await;
    page.clock().advance(5_000).await;
    call_ok(page, "end", Value::Null).await;
    page.flush().await;
}

/// The complete JSON export, byte for byte.
async fn exported_file(page: &Page) -> String {
    text(&call_ok(page, "exportText", json!("json")).await)
}

/// A file without the line that contains the time of the export.
fn without_export_time(file: &str) -> String {
    let at = file.find("\"exported_at\":").expect("an export has its time");
    let end = at + file[at..].find(',').expect("more follows");
    format!("{}{}", &file[..at], &file[end..])
}

/// The file of two meetings, made in a browser of its own.
async fn make_file() -> String {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page, "Harbour Trust", "nobody calls back").await;
    hold_meeting(&page, "Tom’s Yard", "“zwei” \\ lines\n👋🏽").await;
    let file = exported_file(&page).await;
    page.finish().await;
    file
}

/// Chooses a file on the data screen, as a user does.
async fn choose(page: &Page, file: &str) {
    let js = "
        const input = s.querySelector('.store input[type=file]');
        const chosen = new DataTransfer();
        chosen.items.add(new File([args[0]], 'heard.json', { type: 'application/json' }));
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    page.widget_with(js, json!([file])).await;
}

/// The data screen of an empty notebook in a browser of its own.
async fn empty_store() -> (Site, Page) {
    let (site, page) = open_with_clock().await;
    open_data_screen(&page).await;
    (site, page)
}

#[tokio::test]
async fn an_imported_file_is_exported_byte_for_byte_and_imported_only_once() {
    let file_in = make_file().await;
    let (_site, page) = open_with_clock().await;
    let report = call_ok(&page, "import", json!(file_in)).await;
    let expected = json!({
        "v": 1, "meetingsNew": 2, "meetingsKnown": 0, "meetingsGrown": 0, "clientsNew": 2, "damaged": 0,
    });
    assert_eq!(report, expected);
    page.flush().await;
    assert_eq!(without_export_time(&exported_file(&page).await), without_export_time(&file_in));
    let kept = StoragePair::of(&page).await;
    let report = call_ok(&page, "import", json!(file_in)).await;
    assert_eq!((&report["meetingsNew"], &report["meetingsKnown"]), (&json!(0), &json!(2)));
    page.flush().await;
    assert_eq!(StoragePair::of(&page).await, kept);
    page.reload().await;
    assert_eq!(without_export_time(&exported_file(&page).await), without_export_time(&file_in));
    assert_eq!(StoragePair::of(&page).await, kept);
    page.finish().await;
}

#[tokio::test]
async fn the_screen_previews_a_file_and_changes_nothing_before_confirmation() {
    let file_in = make_file().await;
    let (_site, page) = empty_store().await;
    let before = StoragePair::of(&page).await;
    choose(&page, &file_in).await;
    page.wait_for(".store .preview").await;
    let preview = page.text(".preview").await;
    assert_eq!(preview, "2 new meetings, none already here. Nothing you have is replaced.");
    page.click("[data-act=cancel-bring]").await;
    page.wait_until("!s.querySelector('.preview')").await;
    page.flush().await;
    assert_eq!(StoragePair::of(&page).await, before, "cancelling changes nothing");

    // The same file can be chosen again.
    choose(&page, &file_in).await;
    page.wait_for(".store [data-act=bring]").await;
    page.flush().await;
    assert_eq!(StoragePair::of(&page).await, before, "the preview changes nothing");
    page.click("[data-act=bring]").await;
    page.wait_until("s.querySelector('.import-status')?.textContent === '2 meetings imported.'")
        .await;
    let rows = page.all_texts(".store li b").await;
    assert!(rows[0].starts_with("Tom’s Yard") && rows[1].starts_with("Harbour Trust"), "{rows:?}");
    assert_eq!(without_export_time(&exported_file(&page).await), without_export_time(&file_in));

    choose(&page, &file_in).await;
    page.wait_for(".store .preview").await;
    let preview = page.text(".preview").await;
    assert!(preview.starts_with("0 new meetings, 2 already here."), "{preview}");
    assert!(!page.exists("[data-act=bring]").await, "there is nothing to confirm");
    page.reload().await;
    assert_eq!(without_export_time(&exported_file(&page).await), without_export_time(&file_in));
    page.finish().await;
}

#[tokio::test]
async fn an_import_adds_what_the_notebook_does_not_have() {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page, "Harbour Trust", "nobody calls back").await;
    let before = exported_file(&page).await;
    let id = text(&exported_notebook(&page).await["meetings"][0]["captures"][0]["id"]);
    call_ok(&page, "amend", json!([id, "nobody ever calls back"])).await;
    let after = exported_file(&page).await;
    let (_other_site, other) = open_with_clock().await;
    call_ok(&other, "import", json!(before)).await;
    let report = call_ok(&other, "import", json!(after)).await;
    assert_eq!((&report["meetingsKnown"], &report["meetingsGrown"]), (&json!(1), &json!(1)));
    assert_eq!(without_export_time(&exported_file(&other).await), without_export_time(&after));
    // Importing the older file again removes nothing.
    call_ok(&other, "import", json!(before)).await;
    assert_eq!(without_export_time(&exported_file(&other).await), without_export_time(&after));
    other.finish().await;
    page.finish().await;
}

#[tokio::test]
async fn damaged_records_of_a_file_are_counted_and_skipped() {
    let mut file_in: Value = serde_json::from_str(&make_file().await).unwrap();
    file_in.as_object_mut().unwrap().remove("log");
    file_in["meetings"][0] = json!("no meeting");
    let (_site, page) = empty_store().await;
    choose(&page, &file_in.to_string()).await;
    page.wait_for(".store .preview").await;
    let preview = page.text(".preview").await;
    assert!(
        preview.starts_with("1 new meeting, none already here, 1 damaged and left out."),
        "{preview}"
    );
    page.click("[data-act=bring]").await;
    page.wait_until("s.querySelector('.import-status')?.textContent === '1 meeting imported.'")
        .await;
    let exported = exported_notebook(&page).await;
    assert_eq!(exported["meetings"].as_array().map(Vec::len), Some(1));
    assert_eq!(exported["meetings"][0]["captures"][0]["words"], "“zwei” \\ lines\n👋🏽");
    page.finish().await;
}

#[tokio::test]
async fn an_invalid_file_is_refused_and_changes_neither_storage() {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page, "Harbour Trust", "nobody calls back").await;
    page.click("[data-act=done]").await;
    open_data_screen(&page).await;
    let whole = exported_file(&page).await;
    let kept = StoragePair::of(&page).await;
    for (unfit, why) in [
        ("", "This file isn’t JSON, or it’s incomplete."),
        ("{", "This file isn’t JSON, or it’s incomplete."),
        (&whole[..whole.len() - 2], "This file isn’t JSON, or it’s incomplete."),
        ("[]", "This isn’t a Heard file."),
        (r#"{"meetings":[]}"#, "This isn’t a Heard file."),
        (r#"{"heard":2,"meetings":[]}"#, "This file was made by a newer version of Heard"),
    ] {
        choose(&page, unfit).await;
        let why = json!(why);
        page.wait_until(&format!(
            "s.querySelector('.store .warning')?.textContent.startsWith({why})"
        ))
        .await;
        assert!(page.text(".store .warning").await.ends_with(NONE_CHANGED));
        assert_eq!(call_refused(&page, "import", json!(unfit)).await, "import-invalid", "{unfit}");
        page.flush().await;
        assert_eq!(StoragePair::of(&page).await, kept, "{unfit}");
        // Reopens the screen, so that the next message is a new one.
        open_data_screen(&page).await;
    }
    page.finish().await;
}

#[tokio::test]
async fn a_file_that_does_not_fit_into_storage_changes_nothing() {
    let file_in = make_file().await;
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page, "Harbour Trust", "what is here").await;
    let kept = StoragePair::of(&page).await;
    let refuse = "
        window.e2ePut = IDBObjectStore.prototype.put;
        let written = 0;
        IDBObjectStore.prototype.put = function put(...given) {
          written += 1;
          const request = window.e2ePut.apply(this, given);
          // Storage becomes full during the import.
          if (written === 2) this.transaction.abort();
          return request;
        };";
    page.eval(refuse, vec![]).await;
    assert_eq!(call_refused(&page, "import", json!(file_in)).await, "storage-full");
    page.eval("IDBObjectStore.prototype.put = window.e2ePut", vec![]).await;
    page.flush().await;
    assert_eq!(StoragePair::of(&page).await, kept);
    assert_eq!(exported_notebook(&page).await["meetings"].as_array().map(Vec::len), Some(1));
    page.reload().await;
    assert_eq!(exported_notebook(&page).await["meetings"].as_array().map(Vec::len), Some(1));
    page.finish().await;
}
