//! Invalid input: empty, too long, of the wrong type, repeated or simultaneous.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    FLOOR, KEEP, LINE, NOON, PAST, add_capture, call_ok, call_refused, exported_meeting,
    exported_notebook, local_storage, open_plain, open_with_clock, start_meeting,
    wait_for_announcement, wait_for_focus,
};

/// Emoji of several code points, right-to-left text with its marks, combining letters, quotes.
const ODD: &str = "👩🏽‍💻 “שלום” مرحبا\u{200f}! cafe\u{301} \u{1F1E6}\u{1F1F9} <b>&amp;</b> \\n \"";

#[tokio::test]
async fn empty_words_are_not_saved() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    assert!(page.exists(".keep:disabled").await);
    page.type_text(LINE, "\n").await;
    wait_for_announcement(&page, "Add some words first.").await;
    page.type_text(LINE, "   \n").await;
    page.flush().await;
    assert_eq!(
        call_refused(&page, "capture", json!({ "kind": "issue", "words": " " })).await,
        "no-words"
    );
    assert_eq!(call_refused(&page, "capture", json!({ "kind": "issue" })).await, "no-words");
    assert_eq!(exported_meeting(&page).await["captures"], json!([]));
    page.finish().await;
}

#[tokio::test]
async fn a_text_that_is_too_long_stays_in_the_line_with_a_warning() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    let paste = "
        const line = s.querySelector('.capture .say');
        line.focus();
        line.value = 'x'.repeat(args[0]);
        line.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    page.widget_with(paste, json!([100_000])).await;
    page.wait_for(".warning[role=alert]").await;
    assert!(page.text(".warning").await.contains("20000"), "the warning names the limit");
    page.press_key("Enter").await;
    page.flush().await;
    let length = "return s.querySelector('.capture .say').value.length";
    assert_eq!(page.widget(length).await, 100_000);
    let words = "x".repeat(100_000);
    assert_eq!(call_refused(&page, "capture", json!({ "words": words })).await, "too-long");
    page.reload().await;
    assert_eq!(page.widget(length).await, 100_000, "a reload does not shorten it");

    page.widget_with(paste, json!([20_000])).await;
    page.wait_until("!s.querySelector('.warning')").await;
    page.press_key("Enter").await;
    page.wait_until(&format!("{} === 0", length.trim_start_matches("return "))).await;
    assert_eq!(exported_meeting(&page).await["captures"][0]["words"], "x".repeat(20_000));
    page.finish().await;
}

#[tokio::test]
async fn emoji_and_right_to_left_words_are_saved_unchanged() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.widget("s.querySelector('.capture .say').focus()").await;
    page.cdp("Input.insertText", json!({ "text": ODD })).await;
    page.click(KEEP).await;
    page.wait_for("blockquote").await;
    add_capture(&page, "insight", ODD, ODD).await;
    page.reload().await;
    let kept = exported_meeting(&page).await["captures"].take();
    assert_eq!((&kept[0]["words"], &kept[1]["words"]), (&json!(ODD), &json!(ODD)));
    assert_eq!(kept[1]["said_by"], ODD);
    assert_eq!(page.widget("return s.querySelector('blockquote').textContent").await, ODD);
    page.finish().await;
}

#[tokio::test]
async fn markup_in_a_name_is_text_on_every_screen() {
    let (_site, page) = open_plain().await;
    let name = "<img src=x onerror=\"window.e2eHit=1\"><script>window.e2eHit=1</script>";
    let no_markup = "return Boolean(s.querySelector('img, script') || window.e2eHit)";
    page.type_text("[name=client]", name).await;
    page.click("[data-act=start]").await;
    page.wait_for(".live").await;
    assert_eq!(page.text(".live header b").await, name);
    add_capture(&page, "issue", name, name).await;
    assert_eq!(page.text("blockquote").await.trim_matches(['“', '”', '"']), name);
    assert_eq!(page.widget(no_markup).await, false);
    call_ok(&page, "end", Value::Null).await;
    assert_eq!(page.text(".review > .sub b").await, name);
    assert_eq!(page.widget(no_markup).await, false);
    page.click("[data-act=done]").await;
    assert_eq!(page.all_texts(".start button.chip").await, [name]);
    assert_eq!(page.widget(no_markup).await, false);
    page.click(PAST).await;
    assert_eq!(page.text(".entry b").await, name);
    assert_eq!(page.widget(no_markup).await, false);
    assert_eq!(exported_notebook(&page).await["clients"][0]["name"], name);
    page.finish().await;
}

#[tokio::test]
async fn a_second_start_is_refused_and_the_first_meeting_continues() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    page.clock().advance(5_000).await;
    let other = json!({ "client": "Somebody Else" });
    assert_eq!(call_refused(&page, "start", other).await, "already-running");
    assert_eq!(page.prop("elapsedMs").await, 5_000);
    let names = exported_notebook(&page).await["clients"].take();
    assert_eq!(names.as_array().map(Vec::len), Some(1), "no second client is added: {names}");
    page.finish().await;
}

async fn key(page: &Page, kind: &str, held: bool, (key, code, text): (&str, u32, &str)) {
    let mut event = json!({
        "type": kind, "key": key, "windowsVirtualKeyCode": code, "autoRepeat": held,
    });
    if kind == "keyDown" {
        event["text"] = text.into();
    }
    page.cdp("Input.dispatchKeyEvent", event).await;
}

#[tokio::test]
async fn holding_a_key_down_passes_the_floor_once() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    for (held, on) in
        [((" ", 32, " "), FLOOR), (("Enter", 13, "\r"), FLOOR), ((" ", 32, " "), ".heard")]
    {
        let before = page.prop("floor").await;
        page.widget_with("s.querySelector(args[0]).focus()", json!([on])).await;
        wait_for_focus(&page, on).await;
        key(&page, "keyDown", false, held).await;
        for _ in 0..20 {
            key(&page, "keyDown", true, held).await;
        }
        key(&page, "keyUp", false, held).await;
        page.flush().await;
        assert_ne!(page.prop("floor").await, before, "{held:?} on {on} passes it");
    }
    let taken =
        local_storage(&page).await.into_values().filter(|e| e.contains("floor-taken")).count();
    assert_eq!(taken, 3, "three presses, three changes");
    page.finish().await;
}

#[tokio::test]
async fn two_taps_at_the_same_time_are_both_saved_and_counted() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    page.clock().advance(10_000).await;
    page.widget("const c = s.querySelector('[part=floor]'); c.click(); c.click();").await;
    assert_eq!(page.prop("floor").await, "client", "two changes within a millisecond");
    page.clock().advance(10_000).await;
    page.widget(
        "const c = s.querySelector('[part=floor]');
         c.click(); e2eClock.advance(20); c.click(); e2eClock.advance(30);",
    )
    .await;
    page.flush().await;
    let taken =
        local_storage(&page).await.into_values().filter(|e| e.contains("floor-taken")).count();
    assert_eq!(taken, 4, "every tap is saved");
    let exported = exported_meeting(&page).await;
    assert_eq!(exported["measures"]["talk_ms"], 20);
    assert_eq!(exported["measures"]["listen_ms"], 20_030);
    assert_eq!(page.prop("elapsedMs").await, 20_050);
    page.reload().await;
    assert_eq!(exported_meeting(&page).await, exported);
    page.finish().await;
}

#[tokio::test]
async fn values_outside_the_contract_are_refused() {
    let (_site, page) = open_plain().await;
    assert_eq!(call_refused(&page, "start", json!({ "kind": "party" })).await, "bad-argument");
    assert_eq!(call_refused(&page, "start", json!({ "us": "many" })).await, "bad-argument");
    assert_eq!(
        call_refused(&page, "start", json!({ "us": 0, "client": "Nobody" })).await,
        "out-of-range"
    );
    assert_eq!(call_refused(&page, "start", json!("Harbour Trust")).await, "bad-argument");
    let long_ago = json!({ "beganMsAgo": 1e15 });
    assert_eq!(call_refused(&page, "start", long_ago).await, "out-of-range");
    assert_eq!(page.prop("state").await, "idle");
    let clients = exported_notebook(&page).await["clients"].take();
    assert_eq!(clients, json!([]), "a refused start adds no client");
    start_meeting(&page).await;
    let mood = json!({ "kind": "mood", "words": "so so" });
    assert_eq!(call_refused(&page, "capture", mood).await, "bad-argument");
    assert_eq!(call_refused(&page, "setFloor", json!("manager")).await, "bad-argument");
    assert_eq!(call_refused(&page, "setFloor", Value::Null).await, "bad-argument");
    assert_eq!(call_refused(&page, "tally", json!("smiled")).await, "bad-argument");
    assert_eq!(call_refused(&page, "amend", json!(["beef-7", "words"])).await, "unknown-id");
    assert_eq!(call_refused(&page, "strike", json!("no id at all")).await, "unknown-id");
    assert_eq!(call_refused(&page, "exportText", json!("docx")).await, "bad-argument");
    page.finish().await;
}

#[tokio::test]
async fn each_method_reports_a_missing_meeting() {
    let (_site, page) = open_plain().await;
    for method in ["passFloor", "takeBreak", "resume", "mark", "end"] {
        assert_eq!(call_refused(&page, method, Value::Null).await, "no-meeting", "{method}");
    }
    assert_eq!(call_refused(&page, "setFloor", json!("client")).await, "no-meeting");
    assert_eq!(call_refused(&page, "tally", json!("asked")).await, "no-meeting");
    assert_eq!(call_refused(&page, "capture", json!({ "words": "hello" })).await, "no-meeting");
    assert_eq!(call_refused(&page, "undo", Value::Null).await, "nothing-to-undo");
    assert_eq!(call_refused(&page, "redo", Value::Null).await, "nothing-to-redo");
    assert_eq!(local_storage(&page).await.len(), 0, "refused calls store nothing");
    page.finish().await;
}

#[tokio::test]
async fn invalid_attributes_fall_back_to_the_defaults() {
    let site = Site::dist();
    let nonsense = "storage-key=&storage=cloud&layout=zebra&theme=mauve&target-talk=200&client=%20\
                    &hotkeys=all&announce=loud&loading=never";
    let url = site.url(&format!("/pages/plain.html?{nonsense}"));
    let page = Browser::new().clock(NOON).open(&url).await;
    assert_eq!(page.attr(".heard", "data-layout").await.as_deref(), Some("auto"));
    assert_eq!(page.attr(".heard", "data-theme").await.as_deref(), Some("auto"));
    assert_eq!(page.prop("storageMode").await, "durable");
    assert_eq!(page.widget("return s.querySelector('[name=client]').value").await, "");
    let aim = page.all_texts("output").await;
    assert!(aim.iter().any(|text| text == "Talk at most 43%"), "{aim:?}");
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    wait_for_announcement(&page, "You are talking.").await;
    let keys = local_storage(&page).await;
    assert!(keys.keys().all(|key| key.starts_with("heard:default:")), "{keys:?}");
    page.finish().await;
}
