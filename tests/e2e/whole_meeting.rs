//! A whole meeting by touch, on the app's own page at the size of a phone.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Pointer, Site};
use crate::scene::{
    FLOOR, KEEP, LINE, NOON, PAST, SPEAKER, begin, done, focused, meeting, plain, said, type_keys,
    wake,
};

const MINUTE_MS: u64 = 60_000;
/// Longer than a touch that passes the floor may be.
const LONG_MS: u64 = 700;

#[tokio::test]
async fn a_whole_meeting_by_touch() {
    let site = Site::dist();
    let page = Browser::new().size(390, 844).clock(NOON).open(&site.url("/index.html")).await;
    fills_in_the_start_screen(&page).await;
    passes_the_floor_and_marks(&page).await;
    catches_their_words(&page).await;
    counts_rests_and_takes_back(&page).await;
    reads_the_figures(&page).await;
    corrects_the_turns(&page).await;
    corrects_the_words(&page).await;
    finds_it_again(&page).await;
    page.finish().await;
}

#[tokio::test]
async fn a_long_touch_on_the_quiet_face_marks_and_does_not_pass_the_floor() {
    let site = Site::dist();
    let page = Browser::new().blank().await;
    for pointer in [Pointer::Finger, Pointer::Mouse] {
        page.open(&site.url(&format!("/pages/plain.html?storage-key={pointer:?}"))).await;
        begin(&page).await;
        done(&page, "passFloor", Value::Null).await;
        done(&page, "passFloor", Value::Null).await;
        page.wait_for(".live[data-quiet=true]").await;
        page.press(pointer, FLOOR, LONG_MS).await;
        page.flush().await;
        let marks = meeting(&page).await["marks"].as_array().map(Vec::len);
        let kept = (marks, page.prop("floor").await);
        assert_eq!(kept, (Some(1), json!("client")), "{pointer:?}");
    }
    page.finish().await;
}

#[tokio::test]
async fn a_change_that_was_missed_is_ours_unless_one_says_otherwise() {
    let (_site, page) = plain().await;
    begin(&page).await;
    done(&page, "end", Value::Null).await;
    let chosen = "return s.querySelector('.missed select').value";
    assert_eq!(page.widget(chosen).await, "consultant");
    page.finish().await;
}

async fn fills_in_the_start_screen(page: &Page) {
    page.tap("[name=client]").await;
    page.type_text("[name=client]", "Harbour Trust").await;
    page.tap("input[name=meeting-kind][value='Working session']").await;
    page.tap("[aria-label='One more of us']").await;
    page.tap("[aria-label='One more of them']").await;
    page.tap("[aria-label='One more of them']").await;
    page.tap("[aria-label='One fewer of them']").await;
    page.tap("[aria-label='Lower the target']").await;
    page.tap("input[name=began][value='10 min ago']").await;
    // Two against two of them, a working session: 35 to 55 percent, and a touch less than that.
    let stepped = ["2 of us", "2 of them", "Talk at most 54%"];
    page.wait_until(&format!(
        "{} === [...s.querySelectorAll('output')].map((o) => o.textContent).join()",
        json!(stepped.join(","))
    ))
    .await;
    page.tap("[data-act=start]").await;
    page.wait_for(".live[data-state=listening]").await;
    assert_eq!(page.text(".live header b").await, "Harbour Trust");
    assert_eq!(page.prop("elapsedMs").await, 10 * MINUTE_MS);
    let aim = page.attr(".rim .aim", "transform").await;
    assert_eq!(aim.as_deref(), Some("rotate(194 132 132)"), "54 % of 360 degrees, cut");
    let opened = meeting(page).await;
    assert_eq!(
        (&opened["kind"], &opened["us"], &opened["them"]),
        (&json!("working-session"), &json!(2), &json!(2))
    );
}

async fn passes_the_floor_and_marks(page: &Page) {
    page.clock().advance(MINUTE_MS).await;
    page.tap(FLOOR).await;
    page.wait_for(".live[data-state=talking]").await;
    page.clock().advance(MINUTE_MS / 2).await;
    page.tap(FLOOR).await;
    page.wait_for(".live[data-state=listening]").await;
    wake(page).await;
    page.press(Pointer::Finger, FLOOR, LONG_MS).await;
    said(page, "Marked at 11:30.").await;
    assert_eq!(page.prop("floor").await, "client", "a long touch does not pass the floor");
}

async fn catches_their_words(page: &Page) {
    wake(page).await;
    page.tap(".capture input[value=issue]").await;
    page.tap(LINE).await;
    page.type_text(LINE, "Nobody calls us back.").await;
    page.tap(SPEAKER).await;
    page.type_text(SPEAKER, "Maria").await;
    page.type_text(LINE, "\n").await;
    said(page, "Issue saved.").await;
    page.tap(LINE).await;
    page.tap(".capture input[value=outcome]").await;
    page.type_text(LINE, "One number to call.").await;
    page.tap(KEEP).await;
    said(page, "Outcome saved.").await;
    wake(page).await;
    page.tap(".capture input[value=held]").await;
    page.tap(KEEP).await;
    said(page, "Answer held.").await;

    let caught = meeting(page).await["captures"].take();
    let kept = |n: usize| (caught[n]["kind"].clone(), caught[n]["words"].clone());
    assert_eq!(kept(0), (json!("issue"), json!("Nobody calls us back.")));
    assert_eq!(caught[0]["said_by"], "Maria");
    assert_eq!(kept(1), (json!("outcome"), json!("One number to call.")));
    assert_eq!(kept(2), (json!("held"), json!("")));
}

async fn counts_rests_and_takes_back(page: &Page) {
    wake(page).await;
    for tally in ["asked", "asked", "played-back", "jumped-in"] {
        page.tap(&format!("[data-tally={tally}]")).await;
    }
    said(page, "Jumped in: 1.").await;
    page.tap("[data-act=mark]").await;
    said(page, "Marked at 11:30.").await;
    page.tap("[data-act=undo]").await;
    page.wait_until("s.querySelectorAll('.strip .mark').length === 1").await;
    page.clock().advance(MINUTE_MS / 2).await;
    page.tap("[data-act=break]").await;
    page.wait_for(".live[data-state=break]").await;
    page.clock().advance(2 * MINUTE_MS).await;
    page.tap("[data-act=break]").await;
    page.wait_for(".live[data-state=listening]").await;
    page.clock().advance(MINUTE_MS).await;
    wake(page).await;
    page.tap("[data-act=end]").await;
    focused(page, ".review h2").await;
}

/// Eleven minutes of theirs, half a one of ours, half a one of theirs, two of rest, one of theirs.
async fn reads_the_figures(page: &Page) {
    assert!(!page.exists("[data-fact]").await, "the guess comes first");
    page.tap("[data-guess='10']").await;
    page.wait_for(".reveal").await;
    assert_eq!(page.text(".reveal .sub").await, "You guessed 10%, 6 points high.");
    // Half a minute of thirteen is four percent.
    assert_eq!(page.text(".review h2").await, "You did 4% of the talking.");
    let figures = [
        ("opening-story", "11:00"),
        ("longest-story", "11:00"),
        ("longest-talk", "0:30"),
        ("listen", "12:30"),
        ("talk", "0:30"),
        ("elapsed", "15:00"),
        ("breaks", "2:00"),
        ("floor-changes", "2"),
        ("held", "1"),
        ("asked", "2"),
        ("played-back", "1"),
        ("jumped-in", "1"),
    ];
    for (name, figure) in figures {
        assert_eq!(page.text(&format!("[data-fact={name}] dd")).await, figure, "{name}");
    }
    let asks = page.text(".asks .sub").await;
    assert!(asks.starts_with("You marked 11:30."), "{asks}");
}

async fn corrects_the_turns(page: &Page) {
    page.tap(".turns summary").await;
    page.tap(".turns li:nth-child(2) .time").await;
    page.press_key("Control+a").await;
    type_keys(page, "10:30").await;
    page.press_key("Tab").await;
    said(page, "Turn corrected.").await;
    assert_eq!(page.text("[data-fact=talk] dd").await, "1:00");

    page.tap(".missed [name=at]").await;
    page.type_text(".missed [name=at]", "5:00").await;
    let to = page.find(".missed select").await;
    to.select_by_value("consultant").await.expect("a missed turn can be ours");
    page.tap(".missed button").await;
    page.wait_until("s.querySelector('[data-fact=opening-story] dd').textContent === '5:00'").await;

    let select = page.find(".turns li:nth-child(2) select").await;
    select.select_by_value("open").await.expect("a turn can be given to nobody");
    page.wait_until("s.querySelector('[data-fact=talk] dd').textContent === '1:00'").await;
    let told = meeting(page).await;
    let turns: Vec<_> = told["turns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| (t["party"].as_str().unwrap(), t["start_ms"].as_u64().unwrap()))
        .collect();
    let expected = [
        ("client", 0),
        ("open", 5 * MINUTE_MS),
        ("consultant", 10 * MINUTE_MS + MINUTE_MS / 2),
        ("client", 11 * MINUTE_MS + MINUTE_MS / 2),
        ("client", 14 * MINUTE_MS),
    ];
    assert_eq!(turns, expected);
    assert_eq!(told["turns"][1]["source"], "edit");
}

async fn corrects_the_words(page: &Page) {
    page.tap(".quote[data-kind=issue] [data-act=amend]").await;
    focused(page, ".quote .say").await;
    page.type_text(".quote .say", " Not once.").await;
    page.tap(".quote [data-act=save]").await;
    page.wait_for(".quote[data-kind=issue] .first").await;
    assert_eq!(
        page.text(".quote[data-kind=issue] blockquote").await,
        "Nobody calls us back. Not once."
    );
    assert_eq!(page.text(".quote[data-kind=issue] .first q").await, "Nobody calls us back.");
    page.tap(".quote[data-kind=outcome] [data-act=strike]").await;
    page.wait_until("!s.querySelector('.quote[data-kind=outcome]')").await;
    let caught = meeting(page).await["captures"].take();
    assert_eq!(caught[0]["earlier"], json!(["Nobody calls us back."]));
    assert_eq!(caught.as_array().map(Vec::len), Some(2));
}

async fn finds_it_again(page: &Page) {
    let before = meeting(page).await;
    page.tap("[data-act=done]").await;
    page.wait_for(".start").await;
    assert_eq!(page.all_texts(".start button.chip").await, ["Harbour Trust"]);
    page.tap(PAST).await;
    page.wait_for(".entry").await;
    assert_eq!(page.text(".entry b").await, "Harbour Trust");
    page.tap(".entry").await;
    page.wait_for(".review").await;
    assert_eq!(page.text("[data-fact=elapsed] dd").await, "15:00");
    assert_eq!(meeting(page).await, before);
}
