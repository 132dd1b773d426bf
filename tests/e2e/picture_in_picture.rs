//! A Document Picture-in-Picture window that the host has opened and moved the widget into.

use serde_json::json;

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{FLOOR, exported_meeting, host_page, start_meeting};

const HOST: &str = r#"<button id="open" type="button">Pop out</button><main><heard-widget hotkeys="page"></heard-widget></main>
    <script>
      document.querySelector('#open').addEventListener('click', async () => {
        window.e2eWidget = document.querySelector('heard-widget');
        window.e2ePip = await documentPictureInPicture.requestWindow({ width: 400, height: 600 });
        e2ePip.document.body.append(e2eWidget);
      });
    </script>"#;

/// Makes the document of the opener hidden, or shown again.
const HIDE: &str = "
    if (arguments[0]) Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    else delete document.visibilityState;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));";

/// Waits until the clock of the floor button shows another text.
const NEXT_TEXT: &str = "
    const clock = e2eWidget.shadowRoot.querySelector('[part=clock]');
    const before = clock.textContent;
    const start = performance.now();
    while (clock.textContent === before && performance.now() - start < 5000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return clock.textContent !== before;";

async fn open_popped_out() -> (Site, Page) {
    let site = Site::dist();
    site.page("/pip.html", &host_page(r#"<script src="/heard.js"></script>"#, HOST));
    let page = Browser::new().open(&site.url("/pip.html")).await;
    start_meeting(&page).await;
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'consultant'").await;
    page.at("body").click("#open").await;
    page.at("body").wait_until("window.e2eWidget?.ownerDocument === window.e2ePip?.document").await;
    (site, page)
}

#[tokio::test]
async fn the_clock_runs_while_the_opener_is_hidden_and_after_the_return() {
    let (_site, page) = open_popped_out().await;
    page.eval(HIDE, vec![json!(true)]).await;
    assert_eq!(page.eval_async(NEXT_TEXT, vec![]).await, true, "in the window");
    assert_eq!(page.eval_async(NEXT_TEXT, vec![]).await, true, "in the window, again");
    let back = "document.querySelector('main').append(e2eWidget); e2ePip.close();";
    page.eval(back, vec![]).await;
    page.eval(HIDE, vec![json!(false)]).await;
    assert_eq!(page.eval_async(NEXT_TEXT, vec![]).await, true, "back in the page");
    page.finish().await;
}

#[tokio::test]
async fn the_keys_of_the_window_are_the_widgets_and_those_of_the_opener_are_not() {
    let (_site, page) = open_popped_out().await;
    let press = "
        document.activeElement.blur();
        const press = (view) => view.document.body.dispatchEvent(new view.KeyboardEvent('keydown', { key: 'm', bubbles: true, cancelable: true }));
        const used = [!press(e2ePip), !press(window)];
        document.querySelector('main').append(e2eWidget);
        used.push(!press(e2ePip), !press(window));
        await e2eWidget.flush();
        used.push(!press(window));
        return used;";
    let used = page.eval_async(press, vec![]).await;
    assert_eq!(
        (&used[0], &used[1], &used[4]),
        (&json!(true), &json!(false), &json!(true)),
        "{used}"
    );
    page.flush().await;
    assert!(
        exported_meeting(&page).await["marks"].as_array().is_some_and(|marks| marks.len() >= 2)
    );
    page.finish().await;
}

#[tokio::test]
async fn a_long_press_in_the_window_marks_the_moment() {
    let (_site, page) = open_popped_out().await;
    let press = "
        const button = e2eWidget.shadowRoot.querySelector('[part=floor]');
        // The timers of a hidden window may be late by a minute.
        const { setTimeout } = window;
        window.setTimeout = () => 0;
        button.dispatchEvent(new e2ePip.PointerEvent('pointerdown', { bubbles: true, composed: true, button: 0, buttons: 1, pointerType: 'mouse' }));
        await new Promise((resolve) => e2ePip.setTimeout(resolve, 700));
        window.setTimeout = setTimeout;
        await e2eWidget.flush();
        return e2eWidget.shadowRoot.querySelectorAll('.strip .mark').length;";
    assert_eq!(page.eval_async(press, vec![]).await, 1);
    page.take_problems().await;
    page.finish().await;
}
