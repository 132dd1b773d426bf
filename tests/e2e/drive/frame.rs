//! Looking into a frame of the page, and out again.

use fantoccini::Locator;

use super::page::Page;

impl Page {
    /// From now on everything is asked of the document in the frame that `css` finds, until `out`
    /// or the next address.
    pub(crate) async fn enter(&self, css: &str) {
        let client = self.client().await;
        let frame = client.find(Locator::Css(css)).await;
        let frame = frame.unwrap_or_else(|error| panic!("there is no frame {css}: {error}"));
        frame.enter_frame().await.expect("the frame is still there");
    }

    /// Back to the page around the frame.
    pub(crate) async fn out(&self) {
        self.client().await.enter_parent_frame().await.expect("every frame has a parent");
    }
}
