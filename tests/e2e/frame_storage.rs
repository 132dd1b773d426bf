//! Frames without storage or with partitioned storage.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Profile};
use crate::fixtures::{FLOOR, add_capture, call_ok, start_meeting};
use crate::frame::{BOX, FRAME, Sites, inside, messages};
use crate::frame_trust::page_with_frame;

/// Asserts that the widget in the frame stores its meeting in memory and says so.
async fn assert_in_memory(page: &Page, css: &str) {
    let within = inside(page, css).await;
    let blocked = "try { return typeof localStorage } catch (error) { return error.name }";
    assert_eq!(within.eval(blocked, vec![]).await, "SecurityError");
    within.ready().await;
    assert_eq!(within.prop("storageMode").await, "memory");
    let notice = within.text(".notice[data-note=mode][data-value=memory]").await;
    assert!(notice.contains("isn’t allowed to store anything"), "{notice}");
    within.click("[data-act=start]").await;
    within.click(FLOOR).await;
    within.wait_until("w.floor === 'consultant'").await;
    add_capture(&within, "issue", "nobody calls back", "Maria").await;
    // Forms and dialogs work in a sandbox without `allow-forms`.
    within.press_key("?").await;
    within.click("dialog [data-act=close]").await;
    within.wait_until("!s.querySelector('dialog')").await;
    page.out().await;
}

#[tokio::test]
async fn a_sandbox_without_an_origin_uses_memory_and_still_communicates() {
    let sites = Sites::new();
    let frame = format!(
        "<iframe sandbox=allow-scripts width=600 height=600 src={}></iframe>",
        sites.frames.url("/frame.html")
    );
    let page = Browser::new().open_bare(&sites.page("", &page_with_frame(&frame, true))).await;
    assert_in_memory(&page, "iframe").await;
    let answer =
        page.eval_async("return (await e2eCall('exportText', 'json')).value", vec![]).await;
    assert!(answer.to_string().contains("nobody calls back"), "{answer}");
    assert_eq!(messages(&page, "ready").await[0]["origin"], "null");
    page.finish().await;
}

#[tokio::test]
async fn the_loader_works_in_a_page_without_an_origin() {
    let sites = Sites::new();
    let url = sites.page("", &sites.loader(""));
    sites.host.page("/outer.html", &format!("<!doctype html><link rel=icon href='data:,'><iframe sandbox=allow-scripts src={url}></iframe>"));
    let page = Browser::new().open_bare(&sites.host.url("/outer.html")).await;
    page.enter("iframe").await;
    let middle = page.at(BOX);
    middle.ready().await;
    start_meeting(&middle).await;
    assert!(call_ok(&middle, "passFloor", Value::Null).await.is_string());
    assert_eq!(
        page.eval("return [origin, e2eMessages[0].origin]", vec![]).await,
        json!(["null", "null"])
    );
    page.out().await;
    page.finish().await;
}

#[tokio::test]
async fn a_cross_site_frame_with_blocked_storage_uses_memory() {
    let sites = Sites::new();
    let url = sites.page("", &sites.other_site_page(&sites.loader("")));
    // A user or an administrator can forbid a site to store data.
    let blocked = json!({ "exceptions": { "cookies": { "localhost,*": { "setting": 2 } } } });
    let choices = json!({ "profile": { "content_settings": blocked } });
    let profile = Profile::fresh();
    std::fs::create_dir_all(profile.path().join("Default")).unwrap();
    std::fs::write(profile.path().join("Default/Preferences"), choices.to_string()).unwrap();
    let page = Browser::new().profile(profile).blank().await.at(BOX);
    page.open(&url).await;
    let ready = page
        .eval(
            "return e2eHeard.find(({ type }) => type === 'heard-ready').detail.storageMode",
            vec![],
        )
        .await;
    assert_eq!(ready, "memory");
    assert_in_memory(&page, FRAME).await;
    let exported = call_ok(&page, "exportText", json!("txt")).await;
    assert!(exported.to_string().contains("nobody calls back"), "{exported}");
    page.finish().await;
}

#[tokio::test]
async fn a_cross_site_frame_has_a_notebook_of_its_own() {
    let sites = Sites::new();
    let url = sites.page("", &sites.other_site_page(&sites.loader("")));
    let page = Browser::new().blank().await.at(BOX);
    page.open(&url).await;
    start_meeting(&page).await;
    page.flush().await;
    page.open(&url).await;
    let within = inside(&page, FRAME).await;
    assert_eq!(within.prop("state").await, "running", "the meeting is saved");
    within.open(&sites.other_site_page(&sites.frames.url("/frame.html"))).await;
    assert_eq!(within.prop("state").await, "idle", "the page in a tab has another notebook");
    page.finish().await;
}
