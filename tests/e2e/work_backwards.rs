//! Outcomes worked backwards in the review: steps, signs, dates and our own wording.

use serde_json::{Value, json};

use crate::fixtures::type_keys;
use crate::review_cards::{capture, fill_in, open_review};

const OUTCOME: &str = ".quote[data-kind=outcome]";

#[tokio::test]
async fn an_outcome_can_be_worked_backwards_with_the_keyboard_only() {
    let (_site, page) = open_review().await;
    page.click(&format!("{OUTCOME} .about > summary")).await;
    page.click(&format!("{OUTCOME} .chain textarea")).await;
    for text in ["Mondays are quiet", "Orders are checked on Friday", "Ask Tom", "the day shift"] {
        type_keys(&page, text).await;
        page.press_key("Tab").await;
    }
    let kept = capture(&page, "Quiet Mondays").await;
    assert_eq!(
        kept["chain"],
        json!(["Mondays are quiet", "Orders are checked on Friday", "Ask Tom"])
    );
    assert_eq!(kept["hurts"], "the day shift");
    // The steps can be swapped.
    page.click(".links [data-act=swap]").await;
    page.wait_until(
        "s.querySelector('.links li:nth-child(2) span').textContent.startsWith('Orders')",
    )
    .await;
    let swapped = capture(&page, "Quiet Mondays").await["chain"].take();
    assert_eq!(swapped[0], "Orders are checked on Friday");
    assert_eq!(swapped[1], "Mondays are quiet");
    page.click("[data-act=undo]").await;
    page.wait_until("s.querySelector('.chain textarea').value.startsWith('Mondays')").await;
    assert_eq!(capture(&page, "Quiet Mondays").await["chain"], kept["chain"]);
    page.finish().await;
}

#[tokio::test]
async fn an_outcome_can_have_several_chains_a_sign_and_a_date() {
    let (_site, page) = open_review().await;
    page.click(&format!("{OUTCOME} .about > summary")).await;
    fill_in(&page, &format!("{OUTCOME} .chain textarea"), "One way").await;
    page.click(".more-entries summary").await;
    fill_in(&page, ".more-entries .chain textarea", "Another way").await;
    fill_in(&page, ".plan textarea", "The log of calls").await;
    let js = "const day = s.querySelector('.plan [type=date]');
        day.value = '2026-12-24'; day.dispatchEvent(new Event('change', { bubbles: true }));";
    page.widget(js).await;
    let kept = capture(&page, "Quiet Mondays").await;
    let steps: Vec<&Value> =
        kept["chains"].as_array().expect("two").iter().map(|c| &c["steps"]).collect();
    assert_eq!(steps, [&json!(["One way"]), &json!(["Another way"])]);
    assert_eq!(
        (&kept["known_by"], &kept["by_when"]),
        (&json!("The log of calls"), &json!("2026-12-24"))
    );
    page.finish().await;
}

#[tokio::test]
async fn our_wording_is_composed_from_parts_and_theirs_is_unchanged() {
    let (_site, page) = open_review().await;
    page.click(&format!("{OUTCOME} .about > summary")).await;
    page.click(&format!("{OUTCOME} .helper summary")).await;
    page.click(&format!("{OUTCOME} .parts input")).await;
    for text in ["Fewer", "calls", "on Mondays"] {
        type_keys(&page, text).await;
        page.press_key("Tab").await;
    }
    page.wait_until("s.querySelector('.our-words textarea').value === 'Fewer calls: on Mondays'")
        .await;
    let kept = capture(&page, "Quiet Mondays").await;
    assert_eq!((&kept["ours"], &kept["earlier"]), (&json!("Fewer calls: on Mondays"), &json!([])));
    page.finish().await;
}
