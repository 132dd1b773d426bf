//! The theme beside the colour scheme of the host page, and under extensions that darken pages.

use serde_json::json;

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{host_page, open_plain};

/// Opens a host page with this style, in a light system.
async fn open_styled(style: &str, attributes: &str) -> (Site, Page) {
    let site = Site::dist();
    let head = format!("<style>{style}</style><script src=\"/heard.js\"></script>");
    let body = format!("<heard-widget {attributes}></heard-widget>");
    site.page("/themed.html", &host_page(&head, &body));
    let page = Browser::new().open(&site.url("/themed.html")).await;
    (site, page)
}

async fn has_theme(page: &Page, theme: &str, paper: &str) {
    page.wait_for(&format!(".heard[data-theme={theme}]")).await;
    let color = "s.getAnimations().length === 0 && getComputedStyle(s.querySelector('.heard')).backgroundColor";
    page.wait_until(&format!("({color}) === {}", json!(paper))).await;
}

const DARK: &str = "rgb(22, 24, 28)";
const LIGHT: &str = "rgb(250, 248, 244)";

#[tokio::test]
async fn the_dark_scheme_of_a_host_page_is_followed_unless_a_theme_is_chosen() {
    for (style, attributes, theme, paper) in [
        ("html { color-scheme: dark }", "", "dark", DARK),
        ("heard-widget { color-scheme: dark }", "", "dark", DARK),
        ("html { color-scheme: light dark }", "", "auto", LIGHT),
        ("html { color-scheme: light }", "", "auto", LIGHT),
        ("html { color-scheme: dark }", "theme=light", "light", LIGHT),
    ] {
        let (_site, page) = open_styled(style, attributes).await;
        has_theme(&page, theme, paper).await;
        page.finish().await;
    }
}

#[tokio::test]
async fn colours_are_declared_in_a_form_that_extensions_can_follow() {
    let (_site, page) = open_plain().await;
    let js = "
        const rules = (list) => [...list].flatMap((rule) => rule.cssRules ? [rule, ...rules(rule.cssRules)] : [rule]);
        const styles = rules([...s.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]));
        return styles.filter((rule) => rule.selectorText).flatMap((rule) => {
          const { style } = rule;
          const switched = [...style].filter((name) => name.startsWith('--') && !style.getPropertyValue(name).trim());
          const shorthand = /^var\\(/.test(style.getPropertyValue('background')) ? ['background'] : [];
          return [...switched, ...shorthand].map((name) => `${rule.selectorText} ${name}`);
        });";
    assert_eq!(page.widget(js).await, json!([]));
    page.finish().await;
}
