//! Frames that may store nothing, or store apart from everybody else.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Profile};
use crate::frame::{BOX, FRAME, Sites, inside, messages};
use crate::frame_strangers::by_hand;
use crate::scene::{FLOOR, begin, caught, done};

/// The widget in the frame holds its meeting in memory, and says so.
async fn in_memory(page: &Page, css: &str) {
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
    caught(&within, "issue", "nobody calls back", "Maria").await;
    // Forms are heard of and dialogs close, whatever a sandbox thinks of forms.
    within.press_key("?").await;
    within.click("dialog [data-act=close]").await;
    within.wait_until("!s.querySelector('dialog')").await;
    page.out().await;
}

#[tokio::test]
async fn a_sandbox_without_an_origin_is_memory_and_still_speaks() {
    let sites = Sites::new();
    let frame = format!(
        "<iframe sandbox=allow-scripts width=600 height=600 src={}></iframe>",
        sites.frames.url("/frame.html")
    );
    let page = Browser::new().open_bare(&sites.page("", &by_hand(&frame, true))).await;
    in_memory(&page, "iframe").await;
    let answer =
        page.eval_async("return (await e2eCall('exportText', 'json')).value", vec![]).await;
    assert!(answer.to_string().contains("nobody calls back"), "{answer}");
    assert_eq!(messages(&page, "ready").await[0]["origin"], "null");
    page.finish().await;
}

#[tokio::test]
async fn a_page_without_an_origin_has_its_frame_by_the_loader() {
    let sites = Sites::new();
    let url = sites.page("", &sites.loader(""));
    sites.host.page("/outer.html", &format!("<!doctype html><link rel=icon href='data:,'><iframe sandbox=allow-scripts src={url}></iframe>"));
    let page = Browser::new().open_bare(&sites.host.url("/outer.html")).await;
    page.enter("iframe").await;
    let middle = page.at(BOX);
    middle.ready().await;
    begin(&middle).await;
    assert!(done(&middle, "passFloor", Value::Null).await.is_string());
    assert_eq!(
        page.eval("return [origin, e2eMessages[0].origin]", vec![]).await,
        json!(["null", "null"])
    );
    page.out().await;
    page.finish().await;
}

#[tokio::test]
async fn a_frame_of_another_site_whose_storage_is_blocked_is_memory() {
    let sites = Sites::new();
    let url = sites.page("", &sites.abroad(&sites.loader("")));
    // As a browser's user, or an administrator, forbids a site to keep anything.
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
    in_memory(&page, FRAME).await;
    let told = done(&page, "exportText", json!("txt")).await;
    assert!(told.to_string().contains("nobody calls back"), "{told}");
    page.finish().await;
}

#[tokio::test]
async fn a_frame_of_another_site_has_a_notebook_of_its_own() {
    let sites = Sites::new();
    let url = sites.page("", &sites.abroad(&sites.loader("")));
    let page = Browser::new().blank().await.at(BOX);
    page.open(&url).await;
    begin(&page).await;
    page.flush().await;
    page.open(&url).await;
    let within = inside(&page, FRAME).await;
    assert_eq!(within.prop("state").await, "running", "it is kept");
    within.open(&sites.abroad(&sites.frames.url("/frame.html"))).await;
    assert_eq!(within.prop("state").await, "idle", "and not by the page in a tab");
    page.finish().await;
}
