//! The listeners and the wake lock of the element in the host page.

use serde_json::{Value, json};

use crate::drive::{Browser, Site};
use crate::fixtures::{FLOOR, call_ok, host_page, start_meeting};

const LISTENERS: &str = "<script>
    window.e2eListeners = [];
    for (const [name, target] of [['document', Document.prototype], ['body', HTMLBodyElement.prototype], ['root', HTMLHtmlElement.prototype]]) {
      const { addEventListener } = EventTarget.prototype;
      target.addEventListener = function (type, ...rest) {
        window.e2eListeners.push(`${name} ${type}`);
        return addEventListener.call(this, type, ...rest);
      };
    }
    const { addEventListener } = EventTarget.prototype;
    window.addEventListener = (type, ...rest) => {
      window.e2eListeners.push(`window ${type}`);
      return addEventListener.call(window, type, ...rest);
    };
</script><script src=\"/heard.js\"></script>";

#[tokio::test]
async fn only_page_hotkeys_add_a_listener_to_the_document() {
    let site = Site::dist();
    site.page("/listens.html", &host_page(LISTENERS, "<heard-widget></heard-widget>"));
    let page = Browser::new().open(&site.url("/listens.html")).await;
    start_meeting(&page).await;
    page.click(FLOOR).await;
    call_ok(&page, "end", Value::Null).await;
    let heard = "return e2eListeners.filter((one) => !one.startsWith('window '))";
    assert_eq!(page.eval(heard, vec![]).await, json!([]));
    let keys = "return e2eListeners.filter((one) => /key|pointer|mouse|touch|click|focus|input/.test(one))";
    assert_eq!(page.eval(keys, vec![]).await, json!([]), "no listeners for pointers or keys");
    page.widget("w.hotkeys = 'page'; await w.flush()").await;
    page.wait_until("e2eListeners.includes('window keydown')").await;
    assert_eq!(page.eval(keys, vec![]).await, json!(["window keydown"]));
    page.finish().await;
}

#[tokio::test]
async fn hotkeys_ignore_inputs_in_shadow_roots() {
    let site = Site::dist();
    let host = r#"<host-field></host-field><script>
        customElements.define('host-field', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'open' }).append(document.createElement('input')); }
        });</script><heard-widget hotkeys="page"></heard-widget>"#;
    site.page("/field.html", &host_page(r#"<script src="/heard.js"></script>"#, host));
    let page = Browser::new().open(&site.url("/field.html")).await;
    start_meeting(&page).await;
    page.eval(
        "document.querySelector('host-field').shadowRoot.querySelector('input').focus()",
        vec![],
    )
    .await;
    for key in ["m", "Space", "b"] {
        page.press_key(key).await;
    }
    page.flush().await;
    let typed =
        "return document.querySelector('host-field').shadowRoot.querySelector('input').value";
    assert_eq!(page.eval(typed, vec![]).await, "m b");
    assert_eq!(
        (page.prop("floor").await, page.prop("state").await),
        (json!("client"), json!("running"))
    );
    page.finish().await;
}

#[tokio::test]
async fn the_wake_lock_is_held_only_during_a_meeting_and_only_on_request() {
    let site = Site::dist();
    let watch = "<script>
        window.e2eLocks = 0;
        const { request } = WakeLock.prototype;
        WakeLock.prototype.request = async function (...given) {
          const sentinel = await request.apply(this, given);
          window.e2eLocks += 1;
          sentinel.addEventListener('release', () => { window.e2eLocks -= 1; });
          return sentinel;
        };
    </script><script src=\"/heard.js\"></script>";
    site.page("/awake.html", &host_page(watch, "<heard-widget></heard-widget>"));
    let page = Browser::new().open(&site.url("/awake.html")).await;
    start_meeting(&page).await;
    page.flush().await;
    assert_eq!(page.eval("return e2eLocks", vec![]).await, 0);
    page.widget("w.wakeLock = true").await;
    page.wait_until("e2eLocks === 1").await;
    page.click(FLOOR).await;
    page.flush().await;
    assert_eq!(page.eval("return e2eLocks", vec![]).await, 1, "asked once");
    call_ok(&page, "end", Value::Null).await;
    page.wait_until("e2eLocks === 0").await;
    page.finish().await;
}
