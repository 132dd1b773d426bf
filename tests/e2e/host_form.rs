//! In a form of the host: it learns which meeting it was, and nothing else, and nothing in the widget sends it.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::scene::{FLOOR, LINE, begin, caught, done, notebook, page_of};

/// A page with the widget in a form, whose sending is counted and not done.
async fn in_form(attributes: &str) -> (Site, Page) {
    let site = Site::dist();
    let body = format!(
        "<form id=\"report\"><input name=\"hours\" value=\"2\"><heard-widget {attributes}></heard-widget></form>
        <script>
            window.e2eSent = 0;
            document.querySelector('form').addEventListener('submit', (event) => {{ event.preventDefault(); e2eSent += 1; }});
        </script>"
    );
    site.page("/form.html", &page_of(r#"<script src="/heard.js"></script>"#, &body));
    let page = Browser::new().open(&site.url("/form.html")).await;
    (site, page)
}

/// What the form would send.
async fn sends(page: &Page) -> Value {
    page.eval("return [...new FormData(document.querySelector('form'))]", vec![]).await
}

async fn first_meeting(page: &Page) -> String {
    notebook(page).await["meetings"][0]["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_form_learns_which_meeting_it_was_and_nothing_of_what_was_said() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    let nothing = json!([["hours", "2"]]);
    assert_eq!(sends(&page).await, nothing, "no meeting yet");
    begin(&page).await;
    caught(&page, "issue", "nobody calls back", "Maria").await;
    let with = json!([["hours", "2"], ["meeting", first_meeting(&page).await]]);
    assert_eq!(sends(&page).await, with, "it runs");
    page.reload().await;
    assert_eq!(sends(&page).await, with, "it runs on");
    done(&page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.flush().await;
    assert_eq!(page.prop("state").await, "idle");
    assert_eq!(sends(&page).await, with, "it is over and put away");
    page.widget("w.name = null").await;
    assert_eq!(sends(&page).await, nothing, "without a name nothing goes along");
    page.finish().await;
}

#[tokio::test]
async fn a_meeting_that_was_taken_back_is_not_sent() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    begin(&page).await;
    done(&page, "undo", Value::Null).await;
    assert_eq!(page.prop("state").await, "idle");
    assert_eq!(sends(&page).await, json!([["hours", "2"]]));
    page.finish().await;
}

#[tokio::test]
async fn a_form_elsewhere_on_the_page_may_be_named() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    begin(&page).await;
    let js = "
        const other = document.createElement('form');
        other.id = 'other';
        document.body.append(other);
        w.setAttribute('form', 'other');
        return [other, document.querySelector('#report')].map((form) => [...new FormData(form).keys()]);";
    assert_eq!(page.widget(js).await, json!([["meeting"], ["hours"]]));
    page.finish().await;
}

#[tokio::test]
async fn nothing_in_the_widget_sends_the_form_or_is_emptied_with_it() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    begin(&page).await;
    page.type_text(LINE, "nobody calls back").await;
    page.press_key("Enter").await;
    page.flush().await;
    page.eval("document.querySelector('form').reset()", vec![]).await;
    page.flush().await;
    let kept = notebook(&page).await;
    assert_eq!(kept["meetings"][0]["captures"][0]["words"], "nobody calls back");
    assert_eq!(page.eval("return e2eSent", vec![]).await, 0);
    assert_eq!(page.prop("state").await, "running");
    page.finish().await;
}

#[tokio::test]
async fn a_form_that_is_switched_off_while_it_is_sent_takes_no_touch_away() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    begin(&page).await;
    let off = "
        const fields = document.createElement('fieldset');
        fields.disabled = true;
        w.before(fields);
        fields.append(w);
        return w.matches(':disabled');";
    assert_eq!(page.widget(off).await, true);
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'consultant'").await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("Space").await;
    page.wait_until("w.floor === 'client'").await;
    page.finish().await;
}
