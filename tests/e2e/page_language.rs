//! The language tag of the page: whatever stands in `lang`, a meeting can be held and its dates are shown.

use serde_json::{Value, json};

use crate::drive::{Browser, Site};
use crate::fixtures::{FLOOR, call_ok, host_page};

/// Tags that pages have, although most of them are not valid.
const TAGS: [&str; 13] = [
    "pt-PT-ao90",
    "zh-CHS",
    "sr-SP-Cyrl",
    "de_DE",
    "de_DE.UTF-8",
    "x-klingon",
    "",
    " en ",
    "en US",
    "english",
    "日本語",
    "{{ page.lang }}",
    "en-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p",
];

#[tokio::test]
async fn a_meeting_ends_in_a_page_of_any_language_tag() {
    let site = Site::dist();
    for tag in TAGS {
        let html =
            host_page(r#"<script src="/heard.js"></script>"#, "<heard-widget></heard-widget>");
        site.page("/language.html", &html.replace(r#"lang="en""#, &format!(r#"lang="{tag}""#)));
        let page = Browser::new().open(&site.url("/language.html")).await;
        assert_eq!(page.eval("return document.documentElement.lang", vec![]).await, tag);
        call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
        page.click(FLOOR).await;
        let ended = "return Promise.race([w.end().then(() => w.state), new Promise((resolve) => setTimeout(resolve, 5000, 'no answer'))])";
        assert_eq!(page.widget(ended).await, "review", "{tag}");
        page.wait_for("[part~=review]").await;
        call_ok(&page, "flush", Value::Null).await;
        page.click("[data-act=done]").await;
        page.click(crate::fixtures::PAST).await;
        let year = "new Date().getFullYear()";
        page.wait_until(&format!("s.querySelector('.past, .screen').textContent.includes({year})"))
            .await;
        page.finish().await;
    }
}
