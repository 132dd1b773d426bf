//! Hosts that can be dragged: the fields of the widget take the pointer, and its text can be selected.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{FLOOR, LINE, host_page, start_meeting};

/// Drags the mouse over the text of the field, from the empty space on its right to its left.
async fn drag_over(page: &Page, css: &str) {
    let place = "
        const field = s.querySelector(args[0]);
        field.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = field.getBoundingClientRect();
        return [box.x, box.y, box.width];";
    let at = page.widget_with(place, json!([css])).await;
    let [x, y, width] = [0, 1, 2].map(|index| at[index].as_f64().unwrap());
    let mouse = |kind: &str, x: f64, buttons: u8| json!({ "type": kind, "x": x, "y": y + 20.0, "button": "left", "buttons": buttons, "clickCount": 1 });
    let (left, right) = (x + 2.0, x + width - 40.0);
    page.cdp("Input.dispatchMouseEvent", mouse("mouseMoved", right, 0)).await;
    page.cdp("Input.dispatchMouseEvent", mouse("mousePressed", right, 1)).await;
    for step in 1..=8 {
        let to = right - (right - left) * f64::from(step) / 8.0;
        page.cdp("Input.dispatchMouseEvent", mouse("mouseMoved", to, 1)).await;
    }
    page.cdp("Input.dispatchMouseEvent", mouse("mouseReleased", left, 0)).await;
}

/// Opens a host, types into the capture form, and drags over the words. Returns the selected text, whether the field has the
/// focus, and what the host has seen.
async fn selected(head: &str, wrapper: &str) -> Value {
    let site = Site::dist();
    let body = format!(
        "{wrapper}<heard-widget></heard-widget></div><script>window.e2eSeen ??= [];</script>{head}"
    );
    site.page("/drag.html", &host_page(r#"<script src="/heard.js"></script>"#, &body));
    let page = Browser::new().open(&site.url("/drag.html")).await;
    start_meeting(&page).await;
    page.click(FLOOR).await;
    page.widget_with("s.querySelector(args[0]).value = 'nobody calls us back'", json!([LINE]))
        .await;
    page.eval("e2eSeen.length = 0", vec![]).await;
    drag_over(&page, LINE).await;
    let report = page
        .widget_with(
            "const field = s.querySelector(args[0]);
             return [field.value.slice(field.selectionStart, field.selectionEnd), s.activeElement === field, e2eSeen];",
            json!([LINE]),
        )
        .await;
    page.finish().await;
    report
}

#[tokio::test]
async fn text_can_be_selected_inside_of_a_draggable_element() {
    let head = "<script>
        for (const type of ['dragstart', 'pointerdown', 'mousedown', 'touchstart']) {
          document.querySelector('#card').addEventListener(type, (event) => e2eSeen.push(type));
        }
        </script>";
    let report = selected(head, r#"<div id="card" draggable="true">"#).await;
    assert_eq!(report, json!(["nobody calls us back", true, []]));
}

#[tokio::test]
async fn text_can_be_selected_inside_of_a_host_that_drags_by_the_pointer() {
    let head = "<script>
        for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
          document.querySelector('#card').addEventListener(type, (event) => { event.preventDefault(); e2eSeen.push(type); });
        }
        </script>";
    let report =
        selected(head, r#"<div id="card" style="user-select: none; -webkit-user-select: none">"#)
            .await;
    assert_eq!(report, json!(["nobody calls us back", true, []]));
}
