//! Files in and out: read whole, shown before anything changes, brought in all at once or not at all, and the same
//! bytes when they leave again.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::ropes::Ropes;
use crate::scene::{caught, clocked, done, notebook, refused, text, to_store};

const NONE_CHANGED: &str = "Nothing has changed.";

/// A meeting with something of everything, ended.
pub(crate) async fn met(page: &Page, client: &str, words: &str) {
    done(page, "start", json!({ "client": client, "kind": "demo", "us": 2, "them": 3 })).await;
    page.clock().advance(20_000).await;
    done(page, "passFloor", Value::Null).await;
    caught(page, "issue", words, "Maria").await;
    done(page, "mark", Value::Null).await;
    done(page, "tally", json!("asked")).await;
    page.clock().advance(10_000).await;
    done(page, "takeBreak", Value::Null).await;
    page.clock().advance(5_000).await;
    done(page, "end", Value::Null).await;
    page.flush().await;
}

/// The file of everything, to the byte.
async fn file(page: &Page) -> String {
    text(&done(page, "exportText", json!("json")).await)
}

/// A file without the line on which it says when it was made.
fn timeless(file: &str) -> String {
    let at = file.find("\"exported_at\":").expect("an export says when it was made");
    let end = at + file[at..].find(',').expect("more follows");
    format!("{}{}", &file[..at], &file[end..])
}

/// Two meetings, in a browser of their own: the file they make.
async fn written() -> String {
    let (_site, page) = clocked().await;
    met(&page, "Harbour Trust", "nobody calls back").await;
    met(&page, "Tom’s Yard", "“zwei” \\ lines\n👋🏽").await;
    let file = file(&page).await;
    page.finish().await;
    file
}

/// Gives a file to the screen, as a user who chooses one.
async fn choose(page: &Page, file: &str) {
    let js = "
        const input = s.querySelector('.store input[type=file]');
        const chosen = new DataTransfer();
        chosen.items.add(new File([args[0]], 'heard.json', { type: 'application/json' }));
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    page.widget_with(js, json!([file])).await;
}

/// The screen of what is kept, in an empty notebook of a browser of its own.
async fn empty_store() -> (Site, Page) {
    let (site, page) = clocked().await;
    to_store(&page).await;
    (site, page)
}

#[tokio::test]
async fn what_comes_in_by_method_goes_out_with_the_same_bytes_and_comes_in_only_once() {
    let file_in = written().await;
    let (_site, page) = clocked().await;
    let report = done(&page, "import", json!(file_in)).await;
    let expected = json!({
        "v": 1, "meetingsNew": 2, "meetingsKnown": 0, "meetingsGrown": 0, "clientsNew": 2, "damaged": 0,
    });
    assert_eq!(report, expected);
    page.flush().await;
    assert_eq!(timeless(&file(&page).await), timeless(&file_in));
    let kept = Ropes::of(&page).await;
    let report = done(&page, "import", json!(file_in)).await;
    assert_eq!((&report["meetingsNew"], &report["meetingsKnown"]), (&json!(0), &json!(2)));
    page.flush().await;
    assert_eq!(Ropes::of(&page).await, kept);
    page.reload().await;
    assert_eq!(timeless(&file(&page).await), timeless(&file_in));
    assert_eq!(Ropes::of(&page).await, kept);
    page.finish().await;
}

#[tokio::test]
async fn on_the_screen_a_file_is_shown_first_and_nothing_changes_before_the_yes() {
    let file_in = written().await;
    let (_site, page) = empty_store().await;
    let before = Ropes::of(&page).await;
    choose(&page, &file_in).await;
    page.wait_for(".store .preview").await;
    let preview = page.text(".preview").await;
    assert_eq!(preview, "2 new meetings, none already here. Nothing you have is replaced.");
    page.click("[data-act=cancel-bring]").await;
    page.wait_until("!s.querySelector('.preview')").await;
    page.flush().await;
    assert_eq!(Ropes::of(&page).await, before, "a no changes nothing");

    // The same file may be chosen again.
    choose(&page, &file_in).await;
    page.wait_for(".store [data-act=bring]").await;
    page.flush().await;
    assert_eq!(Ropes::of(&page).await, before, "nor does looking");
    page.click("[data-act=bring]").await;
    page.wait_until("s.querySelector('.brought')?.textContent === '2 meetings imported.'").await;
    let rows = page.all_texts(".store li b").await;
    assert!(rows[0].starts_with("Tom’s Yard") && rows[1].starts_with("Harbour Trust"), "{rows:?}");
    assert_eq!(timeless(&file(&page).await), timeless(&file_in));

    choose(&page, &file_in).await;
    page.wait_for(".store .preview").await;
    let preview = page.text(".preview").await;
    assert!(preview.starts_with("0 new meetings, 2 already here."), "{preview}");
    assert!(!page.exists("[data-act=bring]").await, "there is nothing to say yes to");
    page.reload().await;
    assert_eq!(timeless(&file(&page).await), timeless(&file_in));
    page.finish().await;
}

#[tokio::test]
async fn what_is_here_grows_by_what_the_file_knows_more() {
    let (_site, page) = clocked().await;
    met(&page, "Harbour Trust", "nobody calls back").await;
    let before = file(&page).await;
    let id = text(&notebook(&page).await["meetings"][0]["captures"][0]["id"]);
    done(&page, "amend", json!([id, "nobody ever calls back"])).await;
    let after = file(&page).await;
    let (_other_site, other) = clocked().await;
    done(&other, "import", json!(before)).await;
    let report = done(&other, "import", json!(after)).await;
    assert_eq!((&report["meetingsKnown"], &report["meetingsGrown"]), (&json!(1), &json!(1)));
    assert_eq!(timeless(&file(&other).await), timeless(&after));
    // The older file takes nothing back.
    done(&other, "import", json!(before)).await;
    assert_eq!(timeless(&file(&other).await), timeless(&after));
    other.finish().await;
    page.finish().await;
}

#[tokio::test]
async fn what_is_damaged_in_a_file_is_counted_and_left_out() {
    let mut file_in: Value = serde_json::from_str(&written().await).unwrap();
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
    page.wait_until("s.querySelector('.brought')?.textContent === '1 meeting imported.'").await;
    let told = notebook(&page).await;
    assert_eq!(told["meetings"].as_array().map(Vec::len), Some(1));
    assert_eq!(told["meetings"][0]["captures"][0]["words"], "“zwei” \\ lines\n👋🏽");
    page.finish().await;
}

#[tokio::test]
async fn an_unfit_file_is_refused_in_words_and_changes_no_byte_on_either_rope() {
    let (_site, page) = clocked().await;
    met(&page, "Harbour Trust", "nobody calls back").await;
    page.click("[data-act=done]").await;
    to_store(&page).await;
    let whole = file(&page).await;
    let kept = Ropes::of(&page).await;
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
        assert_eq!(refused(&page, "import", json!(unfit)).await, "import-invalid", "{unfit}");
        page.flush().await;
        assert_eq!(Ropes::of(&page).await, kept, "{unfit}");
        // Away and back, so that the next word is a new one.
        to_store(&page).await;
    }
    page.finish().await;
}

#[tokio::test]
async fn a_file_that_finds_no_room_changes_nothing() {
    let file_in = written().await;
    let (_site, page) = clocked().await;
    met(&page, "Harbour Trust", "what is here").await;
    let kept = Ropes::of(&page).await;
    let refuse = "
        window.e2ePut = IDBObjectStore.prototype.put;
        let written = 0;
        IDBObjectStore.prototype.put = function put(...given) {
          written += 1;
          const request = window.e2ePut.apply(this, given);
          // In the middle of it there is no room any more.
          if (written === 2) this.transaction.abort();
          return request;
        };";
    page.eval(refuse, vec![]).await;
    assert_eq!(refused(&page, "import", json!(file_in)).await, "storage-full");
    page.eval("IDBObjectStore.prototype.put = window.e2ePut", vec![]).await;
    page.flush().await;
    assert_eq!(Ropes::of(&page).await, kept);
    assert_eq!(notebook(&page).await["meetings"].as_array().map(Vec::len), Some(1));
    page.reload().await;
    assert_eq!(notebook(&page).await["meetings"].as_array().map(Vec::len), Some(1));
    page.finish().await;
}
