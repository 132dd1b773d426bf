//! The window that an element is shown in, which is not always the one that this module runs in: a host can move the widget
//! into a frame or into a Document Picture-in-Picture window, and the visibility and the timers of the first window then
//! say nothing about the second.

use web_sys::{Node, Window};

/// The window of the document that a node is in. `None` if the document has no window, as after a frame was removed.
pub(crate) fn of(node: &Node) -> Option<Window> {
    node.owner_document()?.default_view()
}
