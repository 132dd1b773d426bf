//! The element in a host's form: it submits the id of the meeting and nothing else, and nothing in the widget submits
//! the form.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    FLOOR, LINE, add_capture, call_ok, exported_notebook, host_page, start_meeting,
};

/// A page with the widget in a form whose submissions are counted and cancelled.
async fn in_form(attributes: &str) -> (Site, Page) {
    let site = Site::dist();
    let body = format!(
        "<form id=\"report\"><input name=\"hours\" value=\"2\"><heard-widget {attributes}></heard-widget></form>
        <script>
            window.e2eSent = 0;
            document.querySelector('form').addEventListener('submit', (event) => {{ event.preventDefault(); e2eSent += 1; }});
        </script>"
    );
    site.page("/form.html", &host_page(r#"<script src="/heard.js"></script>"#, &body));
    let page = Browser::new().open(&site.url("/form.html")).await;
    (site, page)
}

/// The data that the form would submit.
async fn form_data(page: &Page) -> Value {
    page.eval("return [...new FormData(document.querySelector('form'))]", vec![]).await
}

async fn first_meeting(page: &Page) -> String {
    exported_notebook(page).await["meetings"][0]["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_form_submits_the_meetings_id_and_no_words() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    let nothing = json!([["hours", "2"]]);
    assert_eq!(form_data(&page).await, nothing, "no meeting yet");
    start_meeting(&page).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    let with = json!([["hours", "2"], ["meeting", first_meeting(&page).await]]);
    assert_eq!(form_data(&page).await, with, "it runs");
    page.reload().await;
    assert_eq!(form_data(&page).await, with, "the meeting continues");
    call_ok(&page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.flush().await;
    assert_eq!(page.prop("state").await, "idle");
    assert_eq!(form_data(&page).await, with, "the meeting has ended and is closed");
    page.widget("w.name = null").await;
    assert_eq!(form_data(&page).await, nothing, "without a name nothing is submitted");
    page.finish().await;
}

#[tokio::test]
async fn an_undone_meeting_is_not_submitted() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    start_meeting(&page).await;
    call_ok(&page, "undo", Value::Null).await;
    assert_eq!(page.prop("state").await, "idle");
    assert_eq!(form_data(&page).await, json!([["hours", "2"]]));
    page.finish().await;
}

#[tokio::test]
async fn the_form_attribute_names_a_form_elsewhere_on_the_page() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    start_meeting(&page).await;
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
async fn the_widget_neither_submits_the_form_nor_is_reset_with_it() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    start_meeting(&page).await;
    page.type_text(LINE, "nobody calls back").await;
    page.press_key("Enter").await;
    page.flush().await;
    page.eval("document.querySelector('form').reset()", vec![]).await;
    page.flush().await;
    let kept = exported_notebook(&page).await;
    assert_eq!(kept["meetings"][0]["captures"][0]["words"], "nobody calls back");
    assert_eq!(page.eval("return e2eSent", vec![]).await, 0);
    assert_eq!(page.prop("state").await, "running");
    page.finish().await;
}

#[tokio::test]
async fn a_disabled_fieldset_disables_no_control_of_the_widget() {
    let (_site, page) = in_form(r#"name="meeting""#).await;
    start_meeting(&page).await;
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
