//! Keys between the widget and its host page: neither takes the keys of the other.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    FLOOR, LINE, SPEAKER, exported_meeting, host_page, start_meeting, type_keys, wait_for_focus,
};

/// A host with elements that take keys without being form fields, and with a record of the keys that reach its document.
const HOST: &str = r#"
    <div id="edit-context" tabindex="0" style="height: 2em">An editor</div>
    <div id="closed"></div>
    <ul id="listbox" role="listbox" tabindex="0"><li role="option">One</li></ul>
    <button id="button" type="button">A button</button>
    <audio id="audio" controls tabindex="0"></audio>
    <div id="grid" role="grid" tabindex="0">A grid</div>
    <a id="link" href="/elsewhere">A link</a>
    <script>
      document.querySelector('#edit-context').editContext = new EditContext();
      const root = document.querySelector('#closed').attachShadow({ mode: 'closed' });
      root.append(document.createElement('textarea'));
      document.querySelector('#closed').focus = () => root.firstChild.focus();
      window.e2eKeys = [];
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste']) {
        document.addEventListener(type, (event) => e2eKeys.push(`${type} ${event.key ?? ''}`.trim()));
      }
    </script>"#;

async fn open_host(attributes: &str) -> (Site, Page) {
    let site = Site::dist();
    let body = format!("<heard-widget {attributes}></heard-widget>{HOST}");
    site.page("/keys.html", &host_page(r#"<script src="/heard.js"></script>"#, &body));
    let page = Browser::new().open(&site.url("/keys.html")).await;
    start_meeting(&page).await;
    (site, page)
}

async fn marks(page: &Page) -> Option<usize> {
    page.flush().await;
    exported_meeting(page).await["marks"].as_array().map(Vec::len)
}

/// The events that reached the document since the last call.
async fn host_events(page: &Page) -> Value {
    page.eval("return e2eKeys.splice(0)", vec![]).await
}

#[tokio::test]
async fn page_shortcuts_take_no_key_from_an_element_of_the_host() {
    let (_site, page) = open_host(r#"hotkeys="page""#).await;
    for id in ["edit-context", "closed", "listbox", "button", "audio", "grid", "link"] {
        page.eval("document.getElementById(arguments[0]).focus()", vec![json!(id)]).await;
        assert_eq!(page.eval("return document.activeElement.id", vec![]).await, id);
        page.press_key("m").await;
        assert_eq!(marks(&page).await, Some(0), "typed into {id}");
    }
    page.eval("document.activeElement.blur()", vec![]).await;
    page.press_key("m").await;
    assert_eq!(marks(&page).await, Some(1), "no element has the focus");
    page.widget("s.querySelector('[data-act=break]').focus()").await;
    page.press_key("m").await;
    assert_eq!(marks(&page).await, Some(2), "the focus is in the widget");
    page.finish().await;
}

#[tokio::test]
async fn page_shortcuts_ignore_an_event_dispatched_while_the_user_types_elsewhere() {
    let (_site, page) = open_host(r#"hotkeys="page""#).await;
    page.eval("document.querySelector('#closed').focus()", vec![]).await;
    let press = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true, cancelable: true }))";
    page.eval(press, vec![]).await;
    assert_eq!(marks(&page).await, Some(0));
    page.eval("document.activeElement.blur()", vec![]).await;
    page.eval(press, vec![]).await;
    assert_eq!(marks(&page).await, Some(1));
    page.finish().await;
}

#[tokio::test]
async fn what_is_typed_into_a_field_does_not_reach_the_host() {
    for hotkeys in ["element", "page", "off"] {
        let (_site, page) = open_host(&format!("hotkeys={hotkeys}")).await;
        for field in [LINE, SPEAKER] {
            page.widget_with("s.querySelector(args[0]).focus()", json!([field])).await;
            type_keys(&page, "no s?").await;
            page.press_key("Backspace").await;
            page.press_key("Control+z").await;
            assert_eq!(host_events(&page).await, json!([]), "{hotkeys} {field}");
        }
        page.finish().await;
    }
}

#[tokio::test]
async fn a_used_key_is_prevented_and_does_not_reach_the_host() {
    let (_site, page) = open_host("").await;
    page.widget_with("s.querySelector(args[0]).focus()", json!([LINE])).await;
    page.eval("addEventListener('keydown', (event) => setTimeout(() => { window.e2ePrevented = event.defaultPrevented; }), true)", vec![]).await;
    page.press_key("Escape").await;
    wait_for_focus(&page, FLOOR).await;
    page.wait_until("window.e2ePrevented === true").await;
    assert_eq!(host_events(&page).await, json!([]), "neither the press nor the release");
    page.press_key("m").await;
    assert_eq!(marks(&page).await, Some(1));
    assert_eq!(host_events(&page).await, json!([]));
    page.press_key("?").await;
    page.wait_for("dialog[open]").await;
    host_events(&page).await;
    page.press_key("Escape").await;
    page.wait_until("!s.querySelector('dialog')").await;
    assert_eq!(host_events(&page).await, json!([]), "Escape closed the dialog");
    page.press_key("x").await;
    assert_eq!(
        host_events(&page).await,
        json!(["keydown x", "keypress x", "keyup x"]),
        "a key without a meaning"
    );
    page.finish().await;
}

#[tokio::test]
async fn a_press_of_an_input_method_neither_saves_nor_leaves_the_field() {
    let (_site, page) = open_host("").await;
    page.type_text(LINE, "nani").await;
    let press = "
        const field = s.querySelector(args[0]);
        for (const key of ['Enter', 'Escape']) {
          for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
            field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...init }));
          }
        }
        for (const init of [{}, { key: '' }, { key: 'Unidentified' }, { key: 'Process' }, { key: 'Dead' }]) {
          field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...init }));
        }
        for (const target of [field, s.querySelector('[part=floor]')]) {
          target.dispatchEvent(new Event('keydown', { bubbles: true, cancelable: true, composed: true }));
          target.dispatchEvent(new Event('keyup', { bubbles: true, cancelable: true, composed: true }));
        }
        await w.flush();
        return [s.activeElement === field, field.value];";
    assert_eq!(page.widget_with(press, json!([LINE])).await, json!([true, "nani"]));
    assert_eq!(exported_meeting(&page).await["captures"], json!([]));
    assert_eq!(host_events(&page).await, json!(["keydown", "keyup"]), "those at the button");
    page.press_key("Enter").await;
    page.wait_until("w.shadowRoot.querySelector('.quote')").await;
    page.finish().await;
}

#[tokio::test]
async fn a_letter_of_a_russian_layout_is_taken_by_its_place() {
    let (_site, page) = open_host("").await;
    let press = "
        for (const init of [{}, { ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }]) {
          s.querySelector('[part=floor]').dispatchEvent(new KeyboardEvent('keydown', {
            key: 'ь', code: 'KeyM', bubbles: true, cancelable: true, composed: true, ...init,
          }));
        }";
    page.widget(press).await;
    assert_eq!(marks(&page).await, Some(1), "without a modifier, and once");
    page.finish().await;
}

#[tokio::test]
async fn a_held_key_presses_a_button_once() {
    let (_site, page) = open_host("").await;
    page.widget("s.querySelector('[data-act=mark]').focus()").await;
    for auto in [false, true, true] {
        let key = json!({ "type": "keyDown", "key": "Enter", "code": "Enter", "text": "\r", "windowsVirtualKeyCode": 13, "autoRepeat": auto });
        page.cdp("Input.dispatchKeyEvent", key).await;
    }
    page.cdp(
        "Input.dispatchKeyEvent",
        json!({ "type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13 }),
    )
    .await;
    assert_eq!(marks(&page).await, Some(1));
    page.finish().await;
}
