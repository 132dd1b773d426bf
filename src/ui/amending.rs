//! Which capture is being corrected, and the line in which it is.

use heard_core::EventId;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::live::Shown;

/// One capture at a time can be corrected.
#[derive(Clone, PartialEq)]
pub(crate) struct Amending {
    /// The capture.
    pub(crate) id: Option<EventId>,
    /// Its line.
    pub(crate) line: NodeRef,
    /// Begins a correction, or ends it.
    pub(crate) set: Callback<Option<EventId>>,
}

/// Puts the words that stand into the line, and the caret with them, when a correction begins.
#[hook]
pub(crate) fn use_amending(shown: &Shown) -> Amending {
    let id = use_state_eq(|| None::<EventId>);
    let line = use_node_ref();
    let captures = shown.desk.meetings().flat_map(|meeting| &meeting.captures);
    let standing = id.and_then(|id| captures.into_iter().find(|capture| capture.id == id).cloned());
    use_effect_with(*id, {
        let line = line.clone();
        move |_| {
            if let (Some(standing), Some(line)) = (standing, line.cast::<HtmlTextAreaElement>()) {
                line.set_value(&standing.words);
                // Focusing a field in the document can not fail.
                let _ = line.focus();
            }
        }
    });
    let set = Callback::from({
        let id = id.setter();
        move |next| id.set(next)
    });
    Amending { id: *id, line, set }
}
