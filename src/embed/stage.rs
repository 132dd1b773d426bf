//! The node that a widget is rendered in. Yew never releases what it allocates for an application: its listeners keep the
//! node and some memory. So the node and application of a closed widget are used again for the next one.

use std::cell::RefCell;

use heard::{NotebookStore, Options, Storage, Widget, WidgetMsg, WidgetProps};
use web_sys::Element;
use yew::{AppHandle, Callback};

thread_local! {
    static EMPTY: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

/// A node with a widget rendered in it.
pub(crate) struct Stage {
    node: Element,
    app: AppHandle<Widget>,
}

impl Stage {
    /// Renders a widget: on a stage that another one has left, or else on a new one in this node.
    pub(crate) fn enter(node: Element, props: WidgetProps) -> Self {
        if let Some(mut stage) = EMPTY.with_borrow_mut(Vec::pop) {
            stage.show(props);
            return stage;
        }
        let app = yew::Renderer::<Widget>::with_root_and_props(node.clone(), props).render();
        Self { node, app }
    }

    /// The node to put into the element.
    pub(crate) fn node(&self) -> &Element {
        &self.node
    }

    /// Renders the widget with other properties.
    pub(crate) fn show(&mut self, props: WidgetProps) {
        self.app.update(props);
    }

    /// The node is in another document now.
    pub(crate) fn move_to_document(&self) {
        self.app.send_message(WidgetMsg::moved());
    }

    /// Removes the widget. Its store is released, and the stage is available for the next widget.
    pub(crate) fn leave(mut self) {
        // An empty notebook in memory, so that no data stays here.
        let unused = NotebookStore::of("", Storage::Memory);
        self.show(WidgetProps {
            options: Options::default(),
            store: Some(unused),
            on_drawn: Callback::noop(),
            empty: true,
        });
        EMPTY.with_borrow_mut(|empty| empty.push(self));
    }
}
