//! Finding clients by a name, however its accents are encoded.
//!
//! The same name can arrive as one character per letter or as letters with combining marks, depending on the keyboard, the
//! file system or the program that it was copied from. New names are stored in normalization form C.

use heard_core::notebook::Client;
use heard_core::{EventId, Notebook};

use crate::browser::unicode::nfc;
use crate::store::notebook_store::NotebookStore;

/// The client with a name, ignoring its Unicode normalization and whatever [`Notebook::client_named`] ignores; `None` if no
/// client has it.
pub(crate) fn client_named<'a>(notebook: &'a Notebook, name: &str) -> Option<&'a Client> {
    let name = nfc(name);
    // Names of imported clients, and of earlier versions, are in any form.
    let in_other_form = || {
        let mut clients = notebook.clients().iter();
        let own = clients.find(|client| !client.name.is_ascii() && nfc(&client.name) == name)?;
        notebook.client(own.id)
    };
    notebook.client_named(&name).or_else(in_other_form)
}

impl NotebookStore {
    /// The id of the client with a name, as found by the start of a meeting; `None` if no client has it.
    pub fn client_named(&self, name: &str) -> Option<EventId> {
        client_named(&self.snapshot().notebook, name).map(|client| client.id)
    }
}
