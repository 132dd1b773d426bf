//! How the user counts detected time away.

use serde_json::Value;

use crate::drive::Page;
use crate::fixtures::{call_ok, exported_meeting};
use crate::sleep::{TEN_MIN, assert_away, exported_away, figures, in_our_turn};

async fn answer(page: &Page, word: &str) {
    let chip = format!(".away input[value='{word}']");
    page.click(&chip).await;
    page.flush().await;
}

#[tokio::test]
async fn detected_time_can_be_reassigned_also_after_the_meeting() {
    let (_site, page) = in_our_turn().await;
    page.clock().freeze(TEN_MIN).await;
    page.clock().advance(5_000).await;
    let [as_talk, as_listen, left_out] =
        [[615_000, 20_000, 635_000], [15_000, 620_000, 635_000], [15_000, 20_000, 635_000]];
    let found = |as_what: &str| [(30_000, 630_000, as_what.to_owned())];
    assert_eq!(figures(&page).await, as_talk);
    answer(&page, "Them").await;
    assert_eq!(
        (figures(&page).await, exported_away(&page).await),
        (as_listen, found("listen").into())
    );
    assert!(
        !page.exists(".live .away[data-away]").await,
        "an answered question is not asked again"
    );
    call_ok(&page, "undo", Value::Null).await;
    assert_eq!((figures(&page).await, exported_away(&page).await), (as_talk, found("talk").into()));
    answer(&page, "Leave out").await;
    assert_eq!(
        (figures(&page).await, exported_away(&page).await),
        (left_out, found("left-out").into())
    );

    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".review .away input[value='Leave out']:checked").await;
    for (word, credited, as_what) in [
        ("Them", as_listen, "listen"),
        ("You", as_talk, "talk"),
        ("Leave out", left_out, "left-out"),
    ] {
        answer(&page, word).await;
        assert_eq!(
            (figures(&page).await, exported_away(&page).await),
            (credited, found(as_what).into())
        );
        page.wait_for(&format!(".review .away input[value='{word}']:checked")).await;
    }
    call_ok(&page, "undo", Value::Null).await;
    assert_eq!((figures(&page).await, exported_away(&page).await), (as_talk, found("talk").into()));
    let before = exported_meeting(&page).await;
    page.reload().await;
    assert_eq!(exported_meeting(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn sleeping_during_a_break_needs_no_answer() {
    let (_site, page) = in_our_turn().await;
    call_ok(&page, "takeBreak", Value::Null).await;
    page.clock().freeze(TEN_MIN).await;
    page.clock().sleep(TEN_MIN).await;
    page.clock().advance(5_000).await;
    assert_away(&page, None, [10_000, 20_000, 1_235_000]).await;
    page.finish().await;
}
