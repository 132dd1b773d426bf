//! Entering and leaving a frame of the page.

use fantoccini::Locator;

use super::page::Page;

impl Page {
    /// Directs all further commands to the document in the frame that `css` finds, until [`Page::out`] or the next
    /// navigation.
    pub(crate) async fn enter(&self, css: &str) {
        let client = self.client().await;
        let frame = client.find(Locator::Css(css)).await;
        let frame = frame.unwrap_or_else(|error| panic!("there is no frame {css}: {error}"));
        frame.enter_frame().await.expect("the frame is still there");
    }

    /// Returns to the parent document.
    pub(crate) async fn out(&self) {
        self.client().await.enter_parent_frame().await.expect("every frame has a parent");
    }
}
