//! A notebook with records of a newer version: it is readable and exportable, says so, and is never written to.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    PLAIN, SETTINGS, add_capture, call_ok, call_refused, exported_notebook, open_with_clock,
    start_meeting, text,
};
use crate::storage_pair::{StoragePair, Texts, come_back, leave, put_durable, put_local};

const NOTICE: &str = ".notice[data-note=newer]";

/// Records of a future version by name; the second has a known format with an unknown event.
fn lines_to_come() -> Texts {
    BTreeMap::from([
        ("t:fade:1".to_owned(), r#"{"v":99,"id":"fade-1","felt":[1,{"deep":null}]}"#.to_owned()),
        (
            "t:fade:3".to_owned(),
            r#"{"v":3,"id":"fade-3","wall":2890000000000,"mono":5,"of":"fade-1","act":"moment-marked","seal":{"sha":"0011"}}"#.to_owned(),
        ),
    ])
}

/// Asserts that every change is refused with the same code, and that the reason is shown.
async fn assert_read_only(page: &Page, running: bool) {
    let mut ways = vec![("import", json!(r#"{"heard":1,"clients":[{"id":"cafe-1","name":"X"}]}"#))];
    if running {
        ways.extend([
            ("passFloor", Value::Null),
            ("mark", Value::Null),
            ("end", Value::Null),
            ("undo", Value::Null),
        ]);
        ways.push(("capture", json!({ "kind": "issue", "words": "in vain" })));
        ways.push(("tally", json!("asked")));
    } else {
        ways.push(("start", json!({ "client": "Nobody" })));
    }
    for (method, args) in ways {
        assert_eq!(call_refused(page, method, args).await, "storage-newer", "{method}");
    }
    page.flush().await;
}

#[tokio::test]
async fn newer_records_in_either_storage_make_the_notebook_read_only() {
    for (local, durable) in [(true, true), (true, false), (false, true)] {
        let (site, page) = open_with_clock().await;
        start_meeting(&page).await;
        add_capture(&page, "issue", "of today", "Maria").await;
        call_ok(&page, "end", Value::Null).await;
        let before = exported_notebook(&page).await;
        leave(&site, &page).await;
        if local {
            put_local(&page, &lines_to_come()).await;
        }
        if durable {
            put_durable(&page, &lines_to_come()).await;
        }
        let kept = StoragePair::of(&page).await;
        come_back(&site, &page).await;
        let notice = page.text(NOTICE).await;
        assert!(notice.starts_with("A newer version of Heard has saved data here."), "{notice}");
        assert_read_only(&page, false).await;

        // Readable records are shown, and unreadable ones are exported too.
        let file = exported_notebook(&page).await;
        assert_eq!(
            (&file["meetings"], &file["clients"]),
            (&before["meetings"], &before["clients"])
        );
        for line in lines_to_come().values() {
            let whole = text(&call_ok(&page, "exportText", json!("json")).await);
            assert!(whole.contains(line) || whole.contains(&escaped(line)), "{line} is in {whole}");
        }
        page.click(SETTINGS).await;
        page.click("input[name=nudge][value='1:30']").await;
        page.click(&format!("{NOTICE} [data-act=file]")).await;
        page.reload().await;
        page.clock().advance(60_000).await;
        assert_eq!(leave(&site, &page).await, kept, "{local} {durable}");
        page.finish().await;
    }
}

/// A line as it is escaped within a JSON string.
fn escaped(line: &str) -> String {
    let quoted = json!(line).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[tokio::test]
async fn a_newer_record_that_arrives_during_a_meeting_stops_all_writes() {
    let (site, page) = open_with_clock().await;
    start_meeting(&page).await;
    add_capture(&page, "issue", "of today", "Maria").await;
    page.flush().await;
    page.listen("heard-error").await;
    let newer = page.sibling(&site.url("/pages/plain.html?storage-key=other")).await;
    put_local(&newer, &lines_to_come()).await;
    page.wait_for(&format!(".live {NOTICE}")).await;
    let events = page.events().await;
    assert_eq!(events.len(), 1, "one event: {events:?}");
    assert_eq!(
        (&events[0]["detail"]["code"], &events[0]["detail"]["recoverable"]),
        (&json!("storage-newer"), &json!(true))
    );
    let kept = StoragePair::of(&page).await;
    assert_read_only(&page, true).await;
    // Time away, heartbeats and the end of the page are not written either.
    page.clock().freeze(600_000).await;
    page.clock().advance(60_000).await;
    assert_eq!(StoragePair::of(&page).await, kept);
    page.open_bare(&site.url("/pages/without_widget.html")).await;
    assert_eq!(StoragePair::of(&page).await, kept);
    page.finish().await;
}

#[tokio::test]
async fn a_newer_version_in_another_tab_makes_the_notebook_read_only() {
    let (site, page) = open_with_clock().await;
    start_meeting(&page).await;
    page.flush().await;
    let newer = page.sibling(&site.url("/pages/plain.html?storage-key=other")).await;
    newer.eval("new BroadcastChannel('heard:default').postMessage('v99')", vec![]).await;
    page.wait_for(&format!(".live {NOTICE}")).await;
    let kept = StoragePair::of(&page).await;
    assert_read_only(&page, true).await;
    assert_eq!(StoragePair::of(&page).await, kept);
    page.finish().await;
}

#[tokio::test]
async fn opening_a_notebook_changes_no_byte() {
    let (site, page) = open_with_clock().await;
    start_meeting(&page).await;
    add_capture(&page, "issue", "of today", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    page.flush().await;
    let kept = StoragePair::of(&page).await;
    for _ in 0..3 {
        page.open(&site.url(PLAIN)).await;
        page.flush().await;
        assert_eq!(StoragePair::of(&page).await, kept);
    }
    page.finish().await;
}
