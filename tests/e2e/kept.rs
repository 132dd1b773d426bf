//! The dot tells the truth about keeping: saving until the disk has it, and where it lies; and what is said when room
//! runs short.

use serde_json::Value;

use crate::drive::{Browser, Site};
use crate::ropes::Ropes;
use crate::scene::{FLOOR, PLAIN, begin, caught, clocked_after, done};

/// Every transaction that writes strictly is complete only when the test lets it be: whoever listens hears of it then.
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
async fn it_says_kept_only_when_the_disk_has_it() {
    let (_site, page) = clocked_after(HELD_UP, PLAIN).await;
    begin(&page).await;
    page.wait_for(".kept[data-mode=durable][data-saving=false]").await;
    assert_eq!(page.text(".kept").await, "Saved");

    page.eval("window.e2eHolds = true", vec![]).await;
    page.click(FLOOR).await;
    page.wait_for(".kept[data-mode=durable][data-saving=true]").await;
    assert_eq!(page.text(".kept").await, "Saving…");
    page.wait_until("window.e2eHeldUp.length === 1").await;
    // The other rope has it at once, and no flush ends before both have.
    assert!(!Ropes::of(&page).await.texts_with("floor-taken").is_empty());
    let flush = "window.e2eFlushed = false; w.flush().then(() => { window.e2eFlushed = true; });";
    page.widget(flush).await;
    caught(&page, "issue", "while it saves", "").await;
    page.wait_until("window.e2eHeldUp.length === 2").await;
    assert_eq!(page.eval("return window.e2eFlushed", vec![]).await, false);
    assert_eq!(page.text(".kept[data-saving=true]").await, "Saving…");

    page.eval("window.e2eHeldUp.shift()()", vec![]).await;
    page.clock().advance(1_000).await;
    assert_eq!(page.text(".kept[data-saving=true]").await, "Saving…", "one of two is not all");
    page.eval(LET_GO, vec![]).await;
    page.wait_for(".kept[data-mode=durable][data-saving=false]").await;
    page.wait_until("window.e2eFlushed").await;
    page.finish().await;
}

/// From now on the database refuses to write.
const REFUSES: &str = "
    window.e2ePut ??= IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function put() {
      this.transaction.abort();
      return window.e2ePut.call(this, 1, 'never');
    };";

#[tokio::test]
async fn a_database_that_refuses_is_told_and_tried_again_with_the_next_touch() {
    let (_site, page) = clocked_after("", PLAIN).await;
    begin(&page).await;
    page.flush().await;
    page.widget(REFUSES).await;
    page.click(FLOOR).await;
    page.wait_for(".kept[data-mode=local][data-saving=false]").await;
    assert_eq!(page.text(".kept").await, "Saved in local storage only");
    assert_eq!(page.prop("storageMode").await, "local");
    page.eval("IDBObjectStore.prototype.put = window.e2ePut", vec![]).await;
    page.click(FLOOR).await;
    page.wait_for(".kept[data-mode=durable][data-saving=false]").await;
    let taken = Ropes::of(&page).await.durable.into_values().filter(|t| t.contains("floor-taken"));
    assert_eq!(taken.count(), 2, "what was refused is there now");
    page.finish().await;
}

#[tokio::test]
async fn each_way_of_keeping_has_its_word() {
    for (mode, data, word) in [
        ("later", "durable", "kept"),
        ("getter", "durable", "kept"),
        ("no-indexeddb", "local", "Saved in local storage only"),
        ("getter,indexeddb", "memory", "Not saved"),
        ("full,no-indexeddb", "full", "Not saved: storage full"),
    ] {
        let (_site, page) = clocked_after("", &format!("/pages/blocked.html?mode={mode}")).await;
        begin(&page).await;
        page.wait_for(&format!(".kept[data-mode={data}][data-saving=false]")).await;
        assert_eq!(page.text(".kept").await, word, "{mode}");
        let contract = if data == "full" { "memory" } else { data };
        assert_eq!(page.prop("storageMode").await, contract, "{mode}");
        done(&page, "end", Value::Null).await;
        let told = page.exists(&format!(".notice[data-note=mode][data-value={data}]")).await;
        assert_eq!(told, data != "durable", "{mode}");
        page.finish().await;
    }
}

#[tokio::test]
async fn from_sixty_hundredths_of_the_room_on_it_is_said() {
    let site = Site::dist();
    let page = Browser::new().blank().await;
    // Five MiB of characters are the room; the host takes all but a little of six tenths, keys and all.
    let tenth = 5 * 1_024 * 1_024 / 10;
    for (length, told) in
        [(6 * tenth - 2_000, None), (6 * tenth, Some("60")), (8 * tenth, Some("80"))]
    {
        page.open_bare(&site.url("/pages/elsewhere.html")).await;
        let fill = "localStorage.setItem('host', 'x'.repeat(arguments[0]))";
        page.eval(fill, vec![length.into()]).await;
        page.open(&site.url(PLAIN)).await;
        let notice = ".notice[data-note=room]";
        assert_eq!(page.exists(notice).await, told.is_some(), "{length}");
        if let Some(percent) = told {
            assert_eq!(page.attr(notice, "data-value").await.as_deref(), Some(percent));
            let text = page.text(notice).await;
            assert!(text.starts_with(&format!("This site’s local storage is {percent}% full.")));
        }
    }
    page.finish().await;
}
