//! The snippet builder: the choices determine the snippet and the live preview, and the snippets work.

use serde_json::{Value, json};

use crate::axe::axe;
use crate::drive::{Browser, Page, Site};
use crate::fixtures::text;
use crate::screens::check_screen;

const BUILDER: &str = "/builder.html";
/// A hostile client name.
pub(crate) const HOSTILE: &str =
    r#"O'Neil & "Söhne" </script><img src=x onerror=alert(1)> {{7*7}} ${a} `b` \c"#;

pub(crate) async fn builder(hash: &str) -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().size(1280, 900).open(&site.url(&format!("{BUILDER}{hash}"))).await;
    (site, page)
}

/// Makes a choice as a user does: clicks a radio button or a checkbox, fills in a field, selects from a list.
pub(crate) async fn choose(page: &Page, id: &str, value: &str) {
    let js = "
        const one = document.getElementById(arguments[0]);
        if (one.disabled) throw new Error(`${one.id} can not be chosen`);
        if (one.type === 'radio' || one.type === 'checkbox') return one.click();
        one.value = arguments[1];
        one.dispatchEvent(new Event('input', { bubbles: true }));";
    page.eval(js, vec![json!(id), json!(value)]).await;
}

/// All code blocks of the snippet, joined.
pub(crate) async fn snippet(page: &Page) -> String {
    let js = "return [...document.querySelectorAll('#blocks code')].map((one) => one.textContent).join('\\n\\n')";
    text(&page.eval(js, vec![]).await)
}

pub(crate) async fn shown(page: &Page, id: &str) -> String {
    text(
        &page.eval("return document.getElementById(arguments[0]).innerText", vec![json!(id)]).await,
    )
}

/// Serves a page with this body and waits for its first widget.
pub(crate) async fn open_pasted(site: &Site, page: &Page, body: &str) {
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Pasted</title>\
         <link rel=icon href=data:,><body>{body}</body></html>"
    );
    site.page("/pages/pasted.html", &html);
    page.open(&site.url("/pages/pasted.html")).await;
}

pub(crate) async fn attributes(page: &Page) -> Value {
    page.widget(
        "return Object.fromEntries([...w.attributes].map(({ name, value }) => [name, value]))",
    )
    .await
}

#[tokio::test]
async fn each_choice_changes_the_snippet_and_the_live_widget() {
    let (_site, page) = builder("").await;
    assert!(snippet(&page).await.ends_with("<heard-widget></heard-widget>"), "only the default");
    for (name, value, written) in [
        ("storage-key", "acme", "storage-key=\"acme\""),
        ("layout", "compact", "layout=\"compact\""),
        ("theme", "dark", "theme=\"dark\""),
        ("target-talk", "35", "target-talk=\"35\""),
        ("client", "Harbour Trust", "client=\"Harbour Trust\""),
        ("hotkeys", "off", "hotkeys=\"off\""),
        ("announce", "minutes", "announce=\"minutes\""),
        ("haptics", "", " haptics"),
    ] {
        choose(&page, &format!("attribute-{name}"), value).await;
        let snippet = snippet(&page).await;
        assert!(snippet.contains(written), "{name}: {snippet}");
        assert_eq!(attributes(&page).await[name], value, "{name}");
    }
    page.wait_until("s.querySelector('.heard').dataset.layout === 'compact'").await;
    choose(&page, "attribute-storage", "local").await;
    assert!(snippet(&page).await.contains("storage=\"local\""));
    assert_eq!(attributes(&page).await["storage"], "memory", "the preview saves nothing");
    assert_eq!(page.prop("storageMode").await, "memory");
    page.eval("document.getElementById('anew').click()", vec![]).await;
    assert!(snippet(&page).await.ends_with("<heard-widget></heard-widget>"));
    assert_eq!(attributes(&page).await, json!({ "storage": "memory" }));
    page.finish().await;
}

#[tokio::test]
async fn an_unavailable_choice_is_explained_and_replaced() {
    let (_site, page) = builder("").await;
    for (platform, form, word) in [
        ("notion", "script", "Notion doesn’t run scripts"),
        ("sharepoint", "script-integrity", "SharePoint Online doesn’t run scripts"),
        ("google-sites", "loader", "nothing would be saved"),
        ("plain", "package", "bundler"),
        ("react", "loader", "component template"),
    ] {
        choose(&page, &format!("platform-{platform}"), "").await;
        let disabled = format!("return document.getElementById('form-{form}').disabled");
        assert_eq!(page.eval(&disabled, vec![]).await, true, "{platform}");
        let why = shown(&page, &format!("form-{form}-text")).await;
        assert!(why.contains(word), "{platform}: {why}");
    }
    choose(&page, "platform-plain", "").await;
    choose(&page, "form-module", "").await;
    choose(&page, "platform-notion", "").await;
    let changed = shown(&page, "changed").await;
    assert!(changed.contains("Switched to “Frame”"), "{changed}");
    assert!(shown(&page, "allow").await.contains("X-Frame-Options"));
    page.finish().await;
}

#[tokio::test]
async fn an_invalid_address_is_reported_next_to_its_field() {
    let (_site, page) = builder("").await;
    for (address, word) in [
        ("", "Enter where"),
        ("intranet", "isn’t an address"),
        ("javascript:alert(1)", "starts with javascript:"),
        ("https://me:secret@intranet.example/", "name and password"),
        ("https://intranet.example/heard/?a=b", "?"),
    ] {
        choose(&page, "at", address).await;
        let error = shown(&page, "at-error").await;
        assert!(error.contains(word), "{address}: {error}");
        let invalid = "return document.getElementById('at').getAttribute('aria-invalid')";
        assert_eq!(page.eval(invalid, vec![]).await, "true");
        assert_eq!(snippet(&page).await, "", "{address}");
    }
    for (address, written) in [
        ("https://intranet.example/heard", "src=\"https://intranet.example/heard/heard.js\""),
        (
            "https://intranet.example/heard/heard.js",
            "src=\"https://intranet.example/heard/heard.js\"",
        ),
        ("/a&b/", "src=\"/a&amp;b/heard.js\""),
        ("/\"><i>/", "src=\"/%22%3E%3Ci%3E/heard.js\""),
    ] {
        choose(&page, "at", address).await;
        assert_eq!(shown(&page, "at-error").await, "", "{address}");
        let snippet = snippet(&page).await;
        assert!(snippet.contains(written), "{address}: {snippet}");
    }
    choose(&page, "attribute-target-talk", "120").await;
    assert!(shown(&page, "attribute-target-talk-error").await.contains("1 to 99"));
    assert!(!snippet(&page).await.contains("target-talk"));
    page.finish().await;
}

#[tokio::test]
async fn the_url_restores_all_choices() {
    let (site, page) = builder("").await;
    choose(&page, "platform-vue", "").await;
    choose(&page, "form-script", "").await;
    choose(&page, "at", "https://intranet.example/h/").await;
    choose(&page, "attribute-client", HOSTILE).await;
    choose(&page, "attribute-haptics", "").await;
    choose(&page, "attribute-theme", "dark").await;
    let (before, attributes_before) = (snippet(&page).await, attributes(&page).await);
    let hash = text(&page.eval("return location.hash", vec![]).await);
    page.reload().await;
    assert_eq!(
        (snippet(&page).await, attributes(&page).await),
        (before.clone(), attributes_before)
    );
    let other = page.sibling(&site.url(BUILDER)).await;
    assert!(!snippet(&other).await.contains("intranet.example"));
    other.eval("location.hash = arguments[0]", vec![json!(hash)]).await;
    other
        .wait_until("document.querySelector('#blocks').textContent.includes('intranet.example')")
        .await;
    assert_eq!(snippet(&other).await, before);
    other.finish().await;
}

#[tokio::test]
async fn the_copy_button_copies_its_block_and_confirms_it() {
    let (_site, page) = builder("#platform=vue").await;
    let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.cdp("Browser.grantPermissions", granted).await;
    page.eval("document.querySelectorAll('#blocks button')[2].click()", vec![]).await;
    page.wait_until("document.querySelector('#copied').textContent === 'Copied.'").await;
    let copied = page.eval_async("return navigator.clipboard.readText()", vec![]).await;
    assert!(text(&copied).contains("<template>"), "{copied}");
    // Without clipboard access the block is selected, so that the user can copy it.
    let refused = "
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
        document.querySelectorAll('#blocks button')[0].click();";
    page.eval(refused, vec![]).await;
    page.wait_until("document.querySelector('#copied').textContent.includes('It’s selected')")
        .await;
    let selected = page.eval("return getSelection().toString()", vec![]).await;
    assert!(text(&selected).starts_with("npm install"), "{selected}");
    page.finish().await;
}

#[tokio::test]
async fn every_platforms_documentation_page_exists() {
    let (site, page) = builder("").await;
    let links = "
        const links = [];
        for (const one of document.querySelectorAll('[name=platform]')) {
          one.click();
          links.push(document.querySelector('#docs').getAttribute('href'));
        }
        return links;";
    let links = page.eval(links, vec![]).await;
    page.finish().await;
    // A text file has no icon of its own, so the browser requests the default one.
    let reader = Browser::new().blank().await;
    for link in links.as_array().expect("links are a list") {
        let path = format!("/{}", text(link));
        reader.open_bare(&site.url(&path)).await;
        let there = site.served().iter().any(|served| served.path == path && served.status == 200);
        assert!(there, "{path}");
    }
}

#[tokio::test]
async fn the_builder_passes_at_every_width_in_both_colour_schemes() {
    let axe = axe();
    let (_site, page) = builder("").await;
    for width in [320, 1280] {
        page.resize(width, 900).await;
        for dark in [false, true] {
            page.emulate_dark(dark).await;
            for hash in [
                "",
                "#platform=notion&at=nowhere&target-talk=120",
                "#platform=angular&client=%7B%7B",
            ] {
                page.eval("location.hash = arguments[0]", vec![json!(hash)]).await;
                let platform = hash.split(['=', '&']).nth(1).unwrap_or("plain");
                page.wait_until(&format!(
                    "document.querySelector('[name=platform]:checked').value === '{platform}'"
                ))
                .await;
                check_screen(&page, &format!("{hash} at {width}, dark: {dark}"), axe.as_deref())
                    .await;
            }
        }
    }
    page.finish().await;
}
