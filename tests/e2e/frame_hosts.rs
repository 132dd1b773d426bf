//! Host pages of the frame: strict policies, unusual documents, moved scripts and frames that fail to load.

use serde_json::{Value, json};

use crate::drive::{Browser, ResponseRule};
use crate::fixtures::{NOON, call_ok, call_refused, start_meeting};
use crate::frame::{BOX, FRAME, Sites, inside, messages, trusting};

const LINK: &str = "return document.querySelector('.heard-frame > a')?.href ?? null";

#[tokio::test]
async fn a_host_with_a_strict_policy_allows_its_origin_and_nothing_else() {
    let sites = Sites::new();
    let origin = sites.frames.url("");
    let policy = format!(
        "default-src 'none'; script-src {origin}; frame-src {origin}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let html = format!("<!doctype html><title>Strict</title><body>{}", sites.loader(""));
    sites.host.rule(
        "/strict.html",
        ResponseRule::new().body(html).header("Content-Security-Policy", &policy),
    );
    let page = Browser::new().blank().await.at(BOX);
    page.open(&sites.host.url("/strict.html")).await;
    start_meeting(&page).await;
    let look = "
        const { borderTopWidth, height } = getComputedStyle(document.querySelector(arguments[0]));
        return [borderTopWidth, height !== '420px']";
    assert_eq!(page.eval(look, vec![json!(FRAME)]).await, json!(["0px", true]));
    page.finish().await;
}

#[tokio::test]
async fn the_frame_never_violates_its_own_policy() {
    let sites = Sites::new();
    // The same policy as a reporting header.
    let html = trusting("*");
    let policy = html.split_once("content=\"default-src").unwrap().1.split_once('"').unwrap().0;
    let policy = format!("default-src{policy}; report-uri /report");
    sites.frames.rule(
        "/frame.html",
        ResponseRule::new().body(html).header("Content-Security-Policy", &policy),
    );
    let page = sites.open("").await;
    start_meeting(&page).await;
    for method in ["passFloor", "takeBreak", "resume", "mark", "end", "flush"] {
        call_ok(&page, method, Value::Null).await;
    }
    call_ok(&page, "exportText", json!("html")).await;
    let within = inside(&page, FRAME).await;
    // A forbidden action proves that the header reports.
    let forbidden = "
        const report = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }));
        fetch('/').catch(() => {});
        return (await report).effectiveDirective";
    assert_eq!(within.widget(forbidden).await, "connect-src");
    let report = sites.frames.reports().first(std::time::Duration::from_secs(5), |_| true).unwrap();
    assert_eq!(
        report["csp-report"]["effective-directive"], "connect-src",
        "the only one: {report}"
    );
    page.take_problems().await;
}

#[tokio::test]
async fn unusual_documents_and_moved_scripts_have_the_frame_in_the_right_place() {
    let sites = Sites::new();
    let loader = sites.loader("");
    let into = sites.loader(r##"data-into="#place""##).replace(" async", "");
    let quoted = json!(loader).to_string().replace("</", "<\\/");
    let pages = [
        (
            "written, in quirks mode",
            format!("<body><div id=place><script>document.write({quoted})</script></div>"),
        ),
        (
            "moved to the head",
            format!("<!doctype html><head>{into}</head><body><div id=place></div>"),
        ),
        (
            "made by a script",
            format!(
                "<!doctype html><body><div id=place></div><script>
             const made = document.createElement('script');
             made.src = {:?};
             document.querySelector('#place').append(made);
             </script>",
                sites.frames.url("/loader.js")
            ),
        ),
        (
            "in the head, without a target",
            format!("<!doctype html><html><head>{loader}</head><body id=place>"),
        ),
    ];
    let page = Browser::new().blank().await.at(BOX);
    for (what, html) in pages {
        sites.host.page("/odd.html", &html.replace("<body", "<link rel=icon href='data:,'><body"));
        page.open(&sites.host.url("/odd.html")).await;
        let place = "return document.querySelector('.heard-frame').parentNode.id";
        assert_eq!(page.eval(place, vec![]).await, "place", "{what}");
        page.flush().await;
    }
    page.finish().await;
}

#[tokio::test]
async fn a_missing_target_is_reported() {
    let sites = Sites::new();
    let url = sites.page("", &sites.loader(r##"data-into="#nowhere""##));
    let page = Browser::new().open_bare(&url).await;
    page.wait_until("e2eHeard.length === 1").await;
    let heard = page.eval("return e2eHeard[0].detail", vec![]).await;
    assert_eq!(heard["code"], "frame-place");
    assert!(heard["message"].to_string().contains("#nowhere"), "{heard}");
    page.finish().await;
}

#[tokio::test]
async fn a_frame_that_never_answers_is_reported_and_its_link_stays() {
    let sites = Sites::new();
    sites.frames.page("/frame.html", "<!doctype html><title>Something else</title>");
    let url = sites.page("", &sites.loader(r#"data-loading="eager""#));
    let page = Browser::new().clock(NOON).blank().await.at(BOX);
    page.open_bare(&url).await;
    page.eval(
        "window.e2eEarly = document.querySelector('.heard-frame').mark().catch(({ code }) => code)",
        vec![],
    )
    .await;
    page.clock().advance(14_999).await;
    assert_eq!(page.eval("return e2eHeard.length", vec![]).await, 0);
    page.clock().advance(1).await;
    let heard = page.eval("return e2eHeard.map(({ detail }) => detail.code)", vec![]).await;
    assert_eq!(heard, json!(["frame-silent"]));
    assert_eq!(page.eval_async("return e2eEarly", vec![]).await, "frame-silent");
    assert_eq!(call_refused(&page, "mark", Value::Null).await, "frame-silent");
    assert_eq!(page.eval(LINK, vec![]).await, sites.frames.url("/index.html"));
    page.finish().await;
}

#[tokio::test]
async fn a_frame_below_the_viewport_loads_lazily_without_a_timeout() {
    let sites = Sites::new();
    let body = format!("<div style='height: 9000px'></div>{}", sites.loader(""));
    let page = Browser::new().clock(NOON).blank().await.at(BOX);
    page.open_bare(&sites.page("", &body)).await;
    page.clock().advance(60_000).await;
    assert_eq!(page.eval("return e2eHeard.length", vec![]).await, 0);
    assert_eq!(sites.frames.count("/frame.html"), 0);
    page.eval("document.querySelector('.heard-frame').scrollIntoView()", vec![]).await;
    page.ready().await;
    start_meeting(&page).await;
    page.finish().await;
}

#[tokio::test]
async fn a_frame_without_its_script_is_reported_at_once() {
    let sites = Sites::new();
    sites.frames.rule("/heard.js", ResponseRule::new().status(404));
    let url = sites.page("", &sites.loader(""));
    let page = Browser::new().blank().await.at(BOX);
    page.open_bare(&url).await;
    page.wait_until("e2eHeard.length === 1").await;
    assert_eq!(page.eval("return e2eHeard[0].detail.code", vec![]).await, "frame-broken");
    assert_eq!(call_refused(&page, "mark", Value::Null).await, "frame-broken");
    assert_eq!(page.eval(LINK, vec![]).await, sites.frames.url("/index.html"));
    let within = inside(&page, FRAME).await;
    let seen = "return document.querySelector('heard-widget a').getClientRects().length";
    assert_eq!(within.eval(seen, vec![]).await, 1);
    page.out().await;
    let problems = page.take_problems().await;
    assert!(problems.iter().all(|p| p.to_string().contains("heard.js")), "{problems:?}");
}

#[tokio::test]
async fn a_frame_that_is_moved_reloads_and_reconnects() {
    let sites = Sites::new();
    let page = sites.open("").await;
    start_meeting(&page).await;
    call_ok(&page, "flush", Value::Null).await;
    let moved = "
        const again = new Promise((resolve) => w.addEventListener('heard-ready', resolve, { once: true }));
        const lost = w.exportText('json').catch(({ code }) => code);
        document.body.prepend(w);
        await again;
        return lost";
    assert_eq!(page.widget(moved).await, "frame-restarted");
    assert_eq!(messages(&page, "ready").await.len(), 2);
    call_ok(&page, "passFloor", Value::Null).await;
    page.take_problems().await;
}
