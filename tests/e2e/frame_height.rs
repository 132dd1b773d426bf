//! The height of the frame follows its content.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{call_ok, start_meeting};
use crate::frame::{FRAME, Sites, inside, messages};

/// Waits until the frame has the height it last requested and no message has arrived for twenty animation frames.
async fn settled_height(page: &Page) -> u64 {
    page.flush().await;
    let js = "
        const frame = document.querySelector(arguments[0]);
        const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
        for (let still = 0, seen = -1; still < 20; still += 1) {
            await next();
            if (seen !== e2eMessages.length) [still, seen] = [0, e2eMessages.length];
        }
        const { height } = e2eMessages.filter(({ type }) => type === 'resize').pop();
        if (frame.offsetHeight !== height) throw new Error(`${frame.offsetHeight} is not ${height}`);
        return height;";
    page.eval_async(js, vec![json!(FRAME)]).await.as_u64().expect("a height is an integer")
}

/// Asserts that the frame does not scroll, and that at most the spare pixel, a fraction and one ignored pixel lie
/// below the widget.
async fn assert_fits(page: &Page, when: &str) {
    let within = inside(page, FRAME).await;
    let js = "
        const { scrollHeight, clientHeight, clientWidth } = document.documentElement;
        const room = innerHeight - w.getBoundingClientRect().bottom;
        return { scrolls: scrollHeight > clientHeight, bar: clientWidth < innerWidth, much: room >= 3 ? room : 0 };";
    assert_eq!(
        within.widget(js).await,
        json!({ "scrolls": false, "bar": false, "much": 0 }),
        "{when}"
    );
    page.out().await;
}

#[tokio::test]
async fn the_frame_follows_the_height_of_its_content_and_settles() {
    let sites = Sites::new();
    for layout in ["auto", "compact", "mini"] {
        let page = sites.open(&format!(r#"data-layout="{layout}""#)).await;
        let start = settled_height(&page).await;
        assert_fits(&page, &format!("{layout}, at the start")).await;
        start_meeting(&page).await;
        let live = settled_height(&page).await;
        assert_ne!(start, live, "{layout}");
        assert_fits(&page, &format!("{layout}, live")).await;
        page.resize(360, 640).await;
        settled_height(&page).await;
        assert_fits(&page, &format!("{layout}, live and narrow")).await;
        // A tap that changes only colours and digits requests no other height.
        let before = messages(&page, "resize").await.len();
        call_ok(&page, "passFloor", Value::Null).await;
        call_ok(&page, "passFloor", Value::Null).await;
        settled_height(&page).await;
        let after = messages(&page, "resize").await.len();
        assert!(after <= before + 2, "{layout}: {before}, then {after}");
        call_ok(&page, "end", Value::Null).await;
        settled_height(&page).await;
        assert_fits(&page, &format!("{layout}, afterwards")).await;
        assert!(messages(&page, "resize").await.len() < 16, "{layout}: more than one resize");
        page.finish().await;
    }
}

#[tokio::test]
async fn a_dialog_fits_in_a_small_frame() {
    let sites = Sites::new();
    let page = sites.open(r#"data-layout="mini" data-height="200""#).await;
    start_meeting(&page).await;
    let before = settled_height(&page).await;
    assert!(before < 560, "{before}");
    let within = inside(&page, FRAME).await;
    within.widget("s.querySelector('[part=floor]').focus()").await;
    within.press_key("?").await;
    within.wait_for("dialog[open]").await;
    page.out().await;
    assert_eq!(settled_height(&page).await, 560);
    page.enter(FRAME).await;
    within.click("dialog [data-act=close]").await;
    page.out().await;
    assert_eq!(settled_height(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn the_page_layout_keeps_the_height_that_the_host_gave() {
    let sites = Sites::new();
    let page = sites.open(r#"data-layout="page" data-height="500""#).await;
    start_meeting(&page).await;
    page.call("flush", Value::Null).await.unwrap();
    assert_eq!(messages(&page, "resize").await, [] as [Value; 0]);
    let height = "return document.querySelector(arguments[0]).offsetHeight";
    assert_eq!(page.eval(height, vec![json!(FRAME)]).await, 500);
    page.finish().await;
}
