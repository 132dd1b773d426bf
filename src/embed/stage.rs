//! Where a widget is drawn. Yew never gives back what it takes for an application: its listeners hold on to the node and to
//! some memory for ever. So a stage that one widget has left is the next one's.

use std::cell::RefCell;

use heard::{NotebookStore, Options, Storage, Widget, WidgetProps};
use web_sys::Element;
use yew::{AppHandle, Callback};

thread_local! {
    static EMPTY: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

/// A node with a widget drawn in it.
pub(crate) struct Stage {
    node: Element,
    app: AppHandle<Widget>,
}

impl Stage {
    /// Draws a widget: on a stage that another has left, or else on a new one in this node.
    pub(crate) fn enter(node: Element, props: WidgetProps) -> Self {
        if let Some(mut stage) = EMPTY.with_borrow_mut(Vec::pop) {
            stage.show(props);
            return stage;
        }
        let app = yew::Renderer::<Widget>::with_root_and_props(node.clone(), props).render();
        Self { node, app }
    }

    /// The node that has to stand in the element.
    pub(crate) fn node(&self) -> &Element {
        &self.node
    }

    /// Draws it anew.
    pub(crate) fn show(&mut self, props: WidgetProps) {
        self.app.update(props);
    }

    /// The widget goes, with all it holds.
    pub(crate) fn leave(mut self) {
        // A notebook of its own, in memory: nothing of anybody's stays here.
        let nobodys = NotebookStore::of("", Storage::Memory);
        self.show(WidgetProps {
            options: Options::default(),
            live: Some(nobodys),
            on_drawn: Callback::noop(),
            empty: true,
        });
        EMPTY.with_borrow_mut(|empty| empty.push(self));
    }
}
