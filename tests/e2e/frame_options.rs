//! The options and methods that the loader and the frame pass on to the widget.

use serde_json::{Value, json};

use crate::drive::Browser;
use crate::fixtures::{FLOOR, call_ok, call_refused, start_meeting};
use crate::frame::{BOX, FRAME, Sites, inside};

#[tokio::test]
async fn options_are_passed_on_under_the_same_names() {
    let sites = Sites::new();
    let url = sites.page(
        "",
        &format!(
            r#"<div lang="de" dir="ltr">{}</div>"#,
            sites.loader(r#"data-theme="dark" data-target-talk="30" data-client="Acme" data-haptics data-onload="x""#)
        ),
    );
    let page = Browser::new().blank().await.at(BOX);
    page.open(&url).await;
    let within = inside(&page, FRAME).await;
    let html = "return [w.outerHTML.replace(/<.*?heard-widget/, ''), document.documentElement.lang, document.documentElement.dir,
        document.querySelector('meta[name=color-scheme]').content]";
    let attributes = r#" theme="dark" target-talk="30" client="Acme" haptics=""></heard-widget>"#;
    assert_eq!(within.widget(html).await, json!([attributes, "de", "ltr", "dark"]));
    // Later changes use the same names.
    page.out().await;
    page.widget("w.configure({ theme: 'light', haptics: null, 'target-talk': 40, onload: 'x' }); await w.flush()").await;
    page.enter(FRAME).await;
    let attributes = r#" theme="light" target-talk="40" client="Acme"></heard-widget>"#;
    assert_eq!(within.widget(html).await, json!([attributes, "de", "ltr", "light"]));
    page.finish().await;
}

#[tokio::test]
async fn the_frame_supports_every_attribute_and_method_of_the_element() {
    let sites = Sites::new();
    let page = sites.open("").await;
    page.enter(FRAME).await;
    let own = "
        const element = customElements.get('heard-widget');
        const methods = Object.getOwnPropertyNames(element.prototype).filter((name) => !/^(constructor|.*Callback)$/.test(name)
            && typeof Object.getOwnPropertyDescriptor(element.prototype, name).value === 'function');
        return [element.observedAttributes, methods]";
    let own = page.eval(own, vec![]).await;
    page.out().await;
    let missing = "return args[0].filter((name) => typeof w[name] !== 'function')";
    assert_eq!(page.widget_with(missing, json!([own[1]])).await, json!([]));
    let every =
        "w.configure(Object.fromEntries(args[0].map((name) => [name, 'x']))); await w.flush();";
    page.widget_with(every, json!([own[0]])).await;
    let within = inside(&page, FRAME).await;
    let missing = "return args[0].filter((name) => !w.hasAttribute(name))";
    assert_eq!(within.widget_with(missing, json!([own[0]])).await, json!([]));
    page.finish().await;
}

#[tokio::test]
async fn two_loaders_share_a_notebook_only_with_the_same_key() {
    for (keys, mirrored) in [(["one", "one"], true), (["one", "two"], false)] {
        let sites = Sites::new();
        let loader = |key| sites.loader(&format!(r#"data-storage-key="{key}""#));
        let [left, right] =
            keys.map(|key| format!("<section id=id-{key}>{}</section>", loader(key)));
        let url = sites.page("", &format!("<div id=left>{left}</div><div id=right>{right}</div>"));
        let page = Browser::new().blank().await.at("#left .heard-frame");
        page.open(&url).await;
        let right = page.at("#right .heard-frame");
        right.ready().await;
        right.listen("heard-floor-change").await;
        start_meeting(&page).await;
        call_ok(&page, "passFloor", Value::Null).await;
        let within = inside(&page, "#right iframe").await;
        if mirrored {
            within.wait_for(".live[data-state=talking]").await;
            within.click(FLOOR).await;
            page.out().await;
            right.wait_until("w.e2eEvents.length === 2").await;
        } else {
            assert_eq!(within.prop("state").await, "idle");
            page.out().await;
            assert_eq!(right.events().await, [] as [Value; 0]);
            assert_eq!(call_refused(&right, "mark", Value::Null).await, "no-meeting");
        }
        page.finish().await;
    }
}
