//! The save indicator: saving until the data is on disk, where it is stored, and a warning when storage runs short.

use serde_json::Value;

use crate::drive::{Browser, Site};
use crate::fixtures::{FLOOR, PLAIN, add_capture, call_ok, open_with_script, start_meeting};
use crate::storage_pair::StoragePair;

/// Each durable transaction completes only when the test allows it.
const HELD_UP: &str = "
    window.e2eHeldUp = [];
    const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      get: complete.get,
      set(heard) {
        complete.set.call(this, (event) => {
          if (!window.e2eHolds || this.mode !== 'readwrite' || this.durability !== 'strict') {
            return heard.call(this, event);
          }
          window.e2eHeldUp.push(() => heard.call(this, event));
        });
      },
    });";
const LET_GO: &str = "
    window.e2eHolds = false;
    window.e2eHeldUp.splice(0).forEach((tell) => tell());";

#[tokio::test]
async fn saved_is_shown_only_when_the_data_is_on_disk() {
    let (_site, page) = open_with_script(HELD_UP, PLAIN).await;
    start_meeting(&page).await;
    page.wait_for(".save-state[data-mode=durable][data-saving=false]").await;
    assert_eq!(page.text(".save-state").await, "Saved");

    page.eval("window.e2eHolds = true", vec![]).await;
    page.click(FLOOR).await;
    page.wait_for(".save-state[data-mode=durable][data-saving=true]").await;
    assert_eq!(page.text(".save-state").await, "Saving…");
    page.wait_until("window.e2eHeldUp.length === 1").await;
    // localStorage has it at once; `flush` ends only when both storages have it.
    assert!(!StoragePair::of(&page).await.texts_with("floor-taken").is_empty());
    let flush = "window.e2eFlushed = false; w.flush().then(() => { window.e2eFlushed = true; });";
    page.widget(flush).await;
    add_capture(&page, "issue", "while it saves", "").await;
    page.wait_until("window.e2eHeldUp.length === 2").await;
    assert_eq!(page.eval("return window.e2eFlushed", vec![]).await, false);
    assert_eq!(page.text(".save-state[data-saving=true]").await, "Saving…");

    page.eval("window.e2eHeldUp.shift()()", vec![]).await;
    page.clock().advance(1_000).await;
    assert_eq!(
        page.text(".save-state[data-saving=true]").await,
        "Saving…",
        "one of two writes is not enough"
    );
    page.eval(LET_GO, vec![]).await;
    page.wait_for(".save-state[data-mode=durable][data-saving=false]").await;
    page.wait_until("window.e2eFlushed").await;
    page.finish().await;
}

/// Lets the database refuse writes from now on.
const REFUSES: &str = "
    window.e2ePut ??= IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function put() {
      this.transaction.abort();
      return window.e2ePut.call(this, 1, 'never');
    };";

#[tokio::test]
async fn a_failed_write_is_reported_and_retried_with_the_next_change() {
    let (_site, page) = open_with_script("", PLAIN).await;
    start_meeting(&page).await;
    page.flush().await;
    page.widget(REFUSES).await;
    page.click(FLOOR).await;
    page.wait_for(".save-state[data-mode=local][data-saving=false]").await;
    assert_eq!(page.text(".save-state").await, "Saved in local storage only");
    assert_eq!(page.prop("storageMode").await, "local");
    page.eval("IDBObjectStore.prototype.put = window.e2ePut", vec![]).await;
    page.click(FLOOR).await;
    page.wait_for(".save-state[data-mode=durable][data-saving=false]").await;
    let taken =
        StoragePair::of(&page).await.durable.into_values().filter(|t| t.contains("floor-taken"));
    assert_eq!(taken.count(), 2, "the refused write was retried");
    page.finish().await;
}

#[tokio::test]
async fn each_storage_mode_has_its_label() {
    for (mode, data, word) in [
        ("later", "durable", "Saved"),
        ("getter", "durable", "Saved"),
        ("no-indexeddb", "local", "Saved in local storage only"),
        ("getter,indexeddb", "memory", "Not saved"),
        ("full,no-indexeddb", "full", "Not saved: storage full"),
    ] {
        let (_site, page) = open_with_script("", &format!("/pages/blocked.html?mode={mode}")).await;
        start_meeting(&page).await;
        page.wait_for(&format!(".save-state[data-mode={data}][data-saving=false]")).await;
        assert_eq!(page.text(".save-state").await, word, "{mode}");
        let contract = if data == "full" { "memory" } else { data };
        assert_eq!(page.prop("storageMode").await, contract, "{mode}");
        call_ok(&page, "end", Value::Null).await;
        let shown = page.exists(&format!(".notice[data-note=mode][data-value={data}]")).await;
        assert_eq!(shown, data != "durable", "{mode}");
        page.finish().await;
    }
}

#[tokio::test]
async fn a_warning_appears_at_60_percent_of_the_quota() {
    let site = Site::dist();
    let page = Browser::new().blank().await;
    // The quota is 5 MiB, keys included. The host fills slightly less than 60 %.
    let tenth = 5 * 1_024 * 1_024 / 10;
    for (length, shown) in
        [(6 * tenth - 2_000, None), (6 * tenth, Some("60")), (8 * tenth, Some("80"))]
    {
        page.open_bare(&site.url("/pages/without_widget.html")).await;
        let fill = "localStorage.setItem('host', 'x'.repeat(arguments[0]))";
        page.eval(fill, vec![length.into()]).await;
        page.open(&site.url(PLAIN)).await;
        let notice = ".notice[data-note=room]";
        assert_eq!(page.exists(notice).await, shown.is_some(), "{length}");
        if let Some(percent) = shown {
            assert_eq!(page.attr(notice, "data-value").await.as_deref(), Some(percent));
            let text = page.text(notice).await;
            assert!(text.starts_with(&format!("This site’s local storage is {percent}% full.")));
        }
    }
    page.finish().await;
}
