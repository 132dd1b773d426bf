//! A dialog of the platform: it holds the focus, and Escape closes it.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Props of [`Dialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    /// What it is about.
    pub(crate) title: AttrValue,
    /// It was closed, by whatever means.
    pub(crate) on_close: Callback<()>,
    /// What it holds.
    pub(crate) children: Html,
}

/// A modal dialog, open for as long as it is rendered.
#[component]
pub(crate) fn Dialog(DialogProps { title, on_close, children }: &DialogProps) -> Html {
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            // It is in the document and not open yet, so there is nothing that could fail.
            let _ = dialog.show_modal();
        }
    });
    html! {
        <dialog ref={node} part="dialog" aria-label={title} onclose={on_close.reform(|_| ())}>
            <h2>{ title }</h2>
            { children.clone() }
        </dialog>
    }
}
