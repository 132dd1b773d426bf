//! An older build beside what a newer one wrote: it shows what it can, says so, gives it away as a file, and writes
//! nothing at all.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::Page;
use crate::ropes::{Ropes, Texts, come_back, leave, put_durable, put_local};
use crate::scene::{PLAIN, SETTINGS, begin, caught, clocked, done, notebook, refused, text};

const NOTICE: &str = ".notice[data-note=newer]";

/// Lines of a version to come, by their names; the second is of a known form and speaks of something unknown.
fn lines_to_come() -> Texts {
    BTreeMap::from([
        ("t:fade:1".to_owned(), r#"{"v":99,"id":"fade-1","felt":[1,{"deep":null}]}"#.to_owned()),
        (
            "t:fade:3".to_owned(),
            r#"{"v":3,"id":"fade-3","wall":2890000000000,"mono":5,"of":"fade-1","act":"moment-marked","seal":{"sha":"0011"}}"#.to_owned(),
        ),
    ])
}

/// Every way of writing is refused with the same word, and the reason is said in words.
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
        assert_eq!(refused(page, method, args).await, "storage-newer", "{method}");
    }
    page.flush().await;
}

#[tokio::test]
async fn newer_lines_make_the_notebook_read_only_wherever_they_lie_and_no_byte_is_touched() {
    for (local, durable) in [(true, true), (true, false), (false, true)] {
        let (site, page) = clocked().await;
        begin(&page).await;
        caught(&page, "issue", "of today", "Maria").await;
        done(&page, "end", Value::Null).await;
        let before = notebook(&page).await;
        leave(&site, &page).await;
        if local {
            put_local(&page, &lines_to_come()).await;
        }
        if durable {
            put_durable(&page, &lines_to_come()).await;
        }
        let kept = Ropes::of(&page).await;
        come_back(&site, &page).await;
        let notice = page.text(NOTICE).await;
        assert!(notice.starts_with("A newer version of Heard has saved data here."), "{notice}");
        assert_read_only(&page, false).await;

        // What it can read is there, and what it can not read goes into the file too.
        let file = notebook(&page).await;
        assert_eq!(
            (&file["meetings"], &file["clients"]),
            (&before["meetings"], &before["clients"])
        );
        for line in lines_to_come().values() {
            let whole = text(&done(&page, "exportText", json!("json")).await);
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

/// A line as it stands within a text of JSON.
fn escaped(line: &str) -> String {
    let quoted = json!(line).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[tokio::test]
async fn a_newer_line_that_arrives_while_a_meeting_runs_stops_the_writing_at_once() {
    let (site, page) = clocked().await;
    begin(&page).await;
    caught(&page, "issue", "of today", "Maria").await;
    page.flush().await;
    page.listen("heard-error").await;
    let newer = page.sibling(&site.url("/pages/plain.html?storage-key=other")).await;
    put_local(&newer, &lines_to_come()).await;
    page.wait_for(&format!(".live {NOTICE}")).await;
    let told = page.events().await;
    assert_eq!(told.len(), 1, "told once: {told:?}");
    assert_eq!(
        (&told[0]["detail"]["code"], &told[0]["detail"]["recoverable"]),
        (&json!("storage-newer"), &json!(true))
    );
    let kept = Ropes::of(&page).await;
    assert_read_only(&page, true).await;
    // Not even its own time away, its heartbeat or its leaving are written.
    page.clock().freeze(600_000).await;
    page.clock().advance(60_000).await;
    assert_eq!(Ropes::of(&page).await, kept);
    page.open_bare(&site.url("/pages/elsewhere.html")).await;
    assert_eq!(Ropes::of(&page).await, kept);
    page.finish().await;
}

#[tokio::test]
async fn a_newer_heard_in_another_tab_has_only_to_say_its_version() {
    let (site, page) = clocked().await;
    begin(&page).await;
    page.flush().await;
    let newer = page.sibling(&site.url("/pages/plain.html?storage-key=other")).await;
    newer.eval("new BroadcastChannel('heard:default').postMessage('v99')", vec![]).await;
    page.wait_for(&format!(".live {NOTICE}")).await;
    let kept = Ropes::of(&page).await;
    assert_read_only(&page, true).await;
    assert_eq!(Ropes::of(&page).await, kept);
    page.finish().await;
}

#[tokio::test]
async fn the_bytes_of_a_plain_notebook_are_not_touched_by_looking() {
    let (site, page) = clocked().await;
    begin(&page).await;
    caught(&page, "issue", "of today", "Maria").await;
    done(&page, "end", Value::Null).await;
    page.flush().await;
    let kept = Ropes::of(&page).await;
    for _ in 0..3 {
        page.open(&site.url(PLAIN)).await;
        page.flush().await;
        assert_eq!(Ropes::of(&page).await, kept);
    }
    page.finish().await;
}
