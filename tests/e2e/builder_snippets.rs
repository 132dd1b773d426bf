//! The snippets of the builder, parsed and run as a host would.

use serde_json::json;

use crate::builder::{HOSTILE, attributes, builder, choose, open_pasted, snippet};

/// The client's name as a parser of each syntax reads it.
const READERS: [(&str, &str); 4] = [
    (
        "html",
        "const whole = new DOMParser().parseFromString(arguments[0], 'text/html');
        const found = whole.querySelector('template')?.content ?? whole;
        const frame = found.querySelector('iframe');
        return frame
          ? new URL(frame.src).searchParams.get('client')
          : found.querySelector('heard-widget').getAttribute('client');",
    ),
    ("address", "return new URL(arguments[0]).searchParams.get('client')"),
    (
        "script",
        r#"const [literal] = arguments[0].match(/"O'Neil(?:[^"\\]|\\.)*"/);
        return literal.includes('<') ? 'a tag could end the script' : JSON.parse(literal);"#,
    ),
    (
        "rust",
        r#"const [literal] = arguments[0].match(/"O'Neil(?:[^"\\]|\\.)*"/);
        return literal.slice(1, -1).replace(/\\(.)/g, '$1');"#,
    ),
];

/// The syntax of each platform's recommended form.
const SYNTAX: [(&str, &str); 13] = [
    ("plain", "html"),
    ("sharepoint", "html"),
    ("confluence-cloud", "address"),
    ("confluence", "html"),
    ("wordpress", "html"),
    ("notion", "address"),
    ("google-sites", "address"),
    ("mediawiki", "script"),
    ("react", "script"),
    ("vue", "html"),
    ("angular", "script"),
    ("svelte", "script"),
    ("yew", "rust"),
];

#[tokio::test]
async fn the_pasted_snippet_creates_a_widget_with_the_chosen_options() {
    let (site, page) = builder("").await;
    choose(&page, "attribute-storage-key", "acme").await;
    choose(&page, "attribute-layout", "compact").await;
    choose(&page, "attribute-client", HOSTILE).await;
    choose(&page, "attribute-haptics", "").await;
    for form in ["script-integrity", "script", "module"] {
        choose(&page, &format!("form-{form}"), "").await;
        let snippet = snippet(&page).await;
        assert_eq!(
            snippet.contains("integrity=\"sha384-"),
            form == "script-integrity",
            "{snippet}"
        );
        let other = page.sibling(&site.url("/pages/plain.html")).await;
        open_pasted(&site, &other, &snippet).await;
        let expected =
            json!({ "storage-key": "acme", "layout": "compact", "client": HOSTILE, "haptics": "" });
        assert_eq!(attributes(&other).await, expected, "{form}");
        other.wait_for(".heard[data-layout=compact]").await;
        assert_eq!(other.eval("return document.images.length", vec![]).await, 0);
        other.close_tab().await;
    }
    page.finish().await;
}

#[tokio::test]
async fn hostile_names_are_escaped_in_every_syntax() {
    let (site, page) = builder("").await;
    choose(&page, "attribute-client", HOSTILE).await;
    let offered = "return document.querySelectorAll('[name=platform]').length";
    assert_eq!(page.eval(offered, vec![]).await, SYNTAX.len());
    let mut written = Vec::new();
    for (platform, syntax) in SYNTAX {
        choose(&page, &format!("platform-{platform}"), "").await;
        written.push((platform, syntax, snippet(&page).await));
    }
    // The builder’s policy forbids creating markup from text.
    let reader = page.sibling(&site.url("/pages/plain.html")).await;
    for (platform, syntax, snippet) in written {
        let (_, js) = READERS.into_iter().find(|(name, _)| *name == syntax).expect("a reader");
        let read = reader.eval(js, vec![json!(snippet)]).await;
        assert_eq!(read, HOSTILE, "{platform}: {snippet}");
    }
    reader.finish().await;
}
