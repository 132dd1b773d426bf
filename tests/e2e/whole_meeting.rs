//! A whole meeting by touch, in the app's own page at the size of a phone.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Pointer, Site};
use crate::fixtures::{
    FLOOR, KEEP, LINE, NOON, PAST, SPEAKER, call_ok, exported_meeting, open_plain, show_details,
    start_meeting, type_keys, wait_for_announcement, wait_for_focus,
};

const MINUTE_MS: u64 = 60_000;
/// Longer than a tap that passes the floor, in milliseconds.
const LONG_MS: u64 = 700;

#[tokio::test]
async fn a_meeting_can_be_held_by_touch() {
    let site = Site::dist();
    let page = Browser::new().size(390, 844).clock(NOON).open(&site.url("/index.html")).await;
    fills_in_the_start_screen(&page).await;
    passes_the_floor_and_marks(&page).await;
    captures_their_words(&page).await;
    counts_takes_a_break_and_undoes(&page).await;
    reads_the_figures(&page).await;
    corrects_the_turns(&page).await;
    corrects_the_words(&page).await;
    finds_it_again(&page).await;
    page.finish().await;
}

#[tokio::test]
async fn a_long_press_on_the_quiet_face_marks_and_does_not_pass_the_floor() {
    let site = Site::dist();
    let page = Browser::new().blank().await;
    for pointer in [Pointer::Finger, Pointer::Mouse] {
        page.open(&site.url(&format!("/pages/plain.html?storage-key={pointer:?}"))).await;
        start_meeting(&page).await;
        call_ok(&page, "passFloor", Value::Null).await;
        call_ok(&page, "passFloor", Value::Null).await;
        page.wait_for(".live[data-quiet=true]").await;
        page.press(pointer, FLOOR, LONG_MS).await;
        page.flush().await;
        let marks = exported_meeting(&page).await["marks"].as_array().map(Vec::len);
        let kept = (marks, page.prop("floor").await);
        assert_eq!(kept, (Some(1), json!("client")), "{pointer:?}");
    }
    page.finish().await;
}

#[tokio::test]
async fn a_missed_speaker_change_is_ours_by_default() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "end", Value::Null).await;
    let chosen = "return s.querySelector('.add-turn select').value";
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
    // Two people each in a working session give 35 to 55 percent; a stepper lowers the upper limit.
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
    let opened = exported_meeting(page).await;
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
    show_details(page).await;
    page.press(Pointer::Finger, FLOOR, LONG_MS).await;
    wait_for_announcement(page, "Marked at 11:30.").await;
    assert_eq!(page.prop("floor").await, "client", "a long press does not pass the floor");
}

async fn captures_their_words(page: &Page) {
    show_details(page).await;
    page.tap(".capture input[value=issue]").await;
    page.tap(LINE).await;
    page.type_text(LINE, "Nobody calls us back.").await;
    page.tap(SPEAKER).await;
    page.type_text(SPEAKER, "Maria").await;
    page.type_text(LINE, "\n").await;
    wait_for_announcement(page, "Issue saved.").await;
    page.tap(LINE).await;
    page.tap(".capture input[value=outcome]").await;
    page.type_text(LINE, "One number to call.").await;
    page.tap(KEEP).await;
    wait_for_announcement(page, "Outcome saved.").await;
    show_details(page).await;
    page.tap(".capture input[value=held]").await;
    page.tap(KEEP).await;
    wait_for_announcement(page, "Answer held.").await;

    let caught = exported_meeting(page).await["captures"].take();
    let kept = |n: usize| (caught[n]["kind"].clone(), caught[n]["words"].clone());
    assert_eq!(kept(0), (json!("issue"), json!("Nobody calls us back.")));
    assert_eq!(caught[0]["said_by"], "Maria");
    assert_eq!(kept(1), (json!("outcome"), json!("One number to call.")));
    assert_eq!(kept(2), (json!("held"), json!("")));
}

async fn counts_takes_a_break_and_undoes(page: &Page) {
    show_details(page).await;
    for tally in ["asked", "asked", "played-back", "jumped-in"] {
        page.tap(&format!("[data-tally={tally}]")).await;
    }
    wait_for_announcement(page, "Jumped in: 1.").await;
    page.tap("[data-act=mark]").await;
    wait_for_announcement(page, "Marked at 11:30.").await;
    page.tap("[data-act=undo]").await;
    page.wait_until("s.querySelectorAll('.strip .mark').length === 1").await;
    page.clock().advance(MINUTE_MS / 2).await;
    // Half a minute without a touch has hidden the details.
    show_details(page).await;
    page.tap("[data-act=break]").await;
    page.wait_for(".live[data-state=break]").await;
    page.clock().advance(2 * MINUTE_MS).await;
    page.tap("[data-act=break]").await;
    page.wait_for(".live[data-state=listening]").await;
    page.clock().advance(MINUTE_MS).await;
    show_details(page).await;
    page.tap("[data-act=end]").await;
    wait_for_focus(page, ".review h2").await;
}

/// Eleven minutes of theirs, half a minute of ours, half a minute of theirs, a two-minute break, one minute of
/// theirs.
async fn reads_the_figures(page: &Page) {
    assert!(!page.exists("[data-fact]").await, "the guess comes first");
    page.tap("[data-guess='10']").await;
    page.wait_for(".reveal").await;
    assert_eq!(page.text(".reveal .sub").await, "You guessed 10%, 6 points high.");
    // Half a minute of thirteen is 4 percent.
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
    let asks = page.text(".mark-question .sub").await;
    assert!(asks.starts_with("You marked 11:30."), "{asks}");
}

async fn corrects_the_turns(page: &Page) {
    page.tap(".turns summary").await;
    page.tap(".turns li:nth-child(2) .time").await;
    page.press_key("Control+a").await;
    type_keys(page, "10:30").await;
    page.press_key("Tab").await;
    wait_for_announcement(page, "Turn corrected.").await;
    assert_eq!(page.text("[data-fact=talk] dd").await, "1:00");

    page.tap(".add-turn [name=at]").await;
    page.type_text(".add-turn [name=at]", "5:00").await;
    let to = page.find(".add-turn select").await;
    to.select_by_value("consultant").await.expect("a missed turn can be ours");
    page.tap(".add-turn button").await;
    page.wait_until("s.querySelector('[data-fact=opening-story] dd').textContent === '5:00'").await;

    let select = page.find(".turns li:nth-child(2) select").await;
    select.select_by_value("open").await.expect("a turn can have no speaker");
    page.wait_until("s.querySelector('[data-fact=talk] dd').textContent === '1:00'").await;
    let exported = exported_meeting(page).await;
    let turns: Vec<_> = exported["turns"]
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
    assert_eq!(exported["turns"][1]["source"], "edit");
}

async fn corrects_the_words(page: &Page) {
    page.tap(".quote[data-kind=issue] [data-act=amend]").await;
    wait_for_focus(page, ".quote .say").await;
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
    let caught = exported_meeting(page).await["captures"].take();
    assert_eq!(caught[0]["earlier"], json!(["Nobody calls us back."]));
    assert_eq!(caught.as_array().map(Vec::len), Some(2));
}

async fn finds_it_again(page: &Page) {
    let before = exported_meeting(page).await;
    page.tap("[data-act=done]").await;
    page.wait_for(".start").await;
    assert_eq!(page.all_texts(".start button.chip").await, ["Harbour Trust"]);
    page.tap(PAST).await;
    page.wait_for(".entry").await;
    assert_eq!(page.text(".entry b").await, "Harbour Trust");
    page.tap(".entry").await;
    page.wait_for(".review").await;
    assert_eq!(page.text("[data-fact=elapsed] dd").await, "15:00");
    assert_eq!(exported_meeting(page).await, before);
}
