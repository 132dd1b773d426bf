//! A modal `<dialog>`: it traps the focus, Escape and any submit button close it, and the focus returns afterwards.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::browser::keyboard::key;

/// Props of [`Dialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    /// Its heading.
    pub(crate) title: AttrValue,
    /// Called when it was closed, by whatever means.
    pub(crate) on_close: Callback<()>,
    /// Its content.
    pub(crate) children: Html,
}

/// A modal dialog, open for as long as it is rendered.
pub(crate) struct Dialog {
    node: NodeRef,
}

impl Component for Dialog {
    type Message = ();
    type Properties = DialogProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self { node: NodeRef::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let DialogProps { title, on_close, children } = ctx.props();
        let node = self.node.clone();
        // The browser would close the dialog too, but what the host page does with Escape would happen as well.
        let onkeydown = move |event: KeyboardEvent| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = dialog.filter(|_| key(&event).as_deref() == Some("Escape")) {
                event.prevent_default();
                dialog.close();
            }
        };
        html! {
            <dialog
                ref={&self.node}
                part="dialog"
                aria-label={title}
                onclose={on_close.reform(|_| ())}
                {onkeydown}
            >
                <form method="dialog">
                    <h2>{ title }</h2>
                    { children.clone() }
                </form>
            </dialog>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if let Some(dialog) = self.node.cast::<HtmlDialogElement>().filter(|_| first) {
            // `showModal` fails only for a dialog that is open or not in the document.
            let _ = dialog.show_modal();
        }
    }
}
