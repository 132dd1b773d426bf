//! Exporting and importing files.

use std::rc::Rc;

use heard_core::Refusal;
use heard_core::transfer::export::Wanted as Part;
use heard_core::transfer::file_name::stem;
use heard_core::transfer::import::{ImportError, Preview};
use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::{download, upload};
use crate::store::Command;
use crate::ui::context::request::TableForm;
use crate::ui::screens::data::{ImportState, Msg as DataMsg};
use crate::ui::widget::Widget;

/// The media type of a workbook.
const XLSX_MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Widget {
    /// Handles a message of the screen of stored records.
    pub(crate) fn handle_data(&mut self, msg: DataMsg) {
        match msg {
            DataMsg::FileChosen(file) => self.read_file(file),
            DataMsg::FileRead(text) => self.preview_import(text),
            DataMsg::ImportConfirmed => self.import(),
            DataMsg::ImportCancelled => self.ui_state.data.import = ImportState::NoFile,
            DataMsg::ImportEnded(result) => self.end_import(result),
            DataMsg::Retention(msg) => self.handle_retention(msg),
        }
    }

    /// Downloads a part of the notebook as JSON. A download of everything counts as a backup.
    pub(crate) fn export(&self, part: Part) {
        let store = Rc::clone(&self.store);
        spawn_local(async move {
            // Old meetings may still be loading. The promise is never rejected.
            let _ = JsFuture::from(store.loaded()).await;
            let text = store.json(part);
            let name = [&*store.file_name(part), ".json"].concat();
            let saved = download::save(&name, &text.into(), "application/json");
            if saved.is_ok() && part.is_all() {
                // It is refused if nothing can be written, but the file was saved all the same.
                let _ = store.dispatch(Command::NoteFileSaved);
            }
        });
    }

    /// Downloads a part of the notebook as tables.
    pub(crate) fn export_table(&self, part: Part, form: TableForm) {
        let store = Rc::clone(&self.store);
        spawn_local(async move {
            // Old meetings may still be loading. The promise is never rejected.
            let _ = JsFuture::from(store.loaded()).await;
            let (extension, mime, content) = match form {
                TableForm::Workbook => {
                    (".xlsx", XLSX_MIME, Uint8Array::from(&*store.xlsx(part)).into())
                }
                TableForm::Csv => (".csv", "text/csv", store.csv(part).into()),
            };
            // A browser that refuses a download says so itself.
            let _ = download::save(&[&*store.file_name(part), extension].concat(), &content, mime);
        });
    }

    /// Downloads the bytes that could not be read, as JSON.
    pub(crate) fn export_unread(&self) {
        let store = Rc::clone(&self.store);
        spawn_local(async move {
            let text = store.quarantine().await;
            // A browser that refuses a download says so itself.
            let name = [&*stem("heard-unread", None, store.local_now().day()), ".json"].concat();
            let _ = download::save(&name, &text.into(), "application/json");
        });
    }

    /// Reads the list of stored records and their sizes.
    pub(crate) fn update_inventory(&mut self) {
        self.ui_state.data.inventory = self.store.inventory();
    }

    fn read_file(&mut self, file: Option<web_sys::File>) {
        let Some(file) = file else { return };
        if upload::is_too_large(&file) {
            let why = (self.words.data.unfit)(ImportError::TooLarge);
            self.ui_state.data.import = ImportState::Failed(why);
            return;
        }
        self.ui_state.data.import = ImportState::Reading;
        let (store, link) = (Rc::clone(&self.store), self.links.data.clone());
        spawn_local(async move {
            let text = upload::text(&file).await;
            // The preview compares the file with all meetings, so they must be loaded. The promise is never rejected.
            let _ = JsFuture::from(store.loaded()).await;
            link.emit(DataMsg::FileRead(text));
        });
    }

    fn preview_import(&mut self, text: Option<String>) {
        let read = text.ok_or(ImportError::NotJson);
        self.ui_state.data.import = match read.and_then(|text| self.store.read_file(&text)) {
            Ok((file, preview)) => ImportState::Previewed(file, preview),
            Err(error) => ImportState::Failed((self.words.data.unfit)(error)),
        };
    }

    fn import(&mut self) {
        let state = std::mem::replace(&mut self.ui_state.data.import, ImportState::Saving);
        let ImportState::Previewed(file, _) = state else { return };
        let (store, link) = (Rc::clone(&self.store), self.links.data.clone());
        spawn_local(async move { link.emit(DataMsg::ImportEnded(store.import_file(file).await)) });
    }

    fn end_import(&mut self, result: Result<Preview, Refusal>) {
        self.ui_state.data.import = match result {
            Ok(preview) => ImportState::Done(preview),
            Err(refusal) => ImportState::Failed((self.words.refusal)(refusal)),
        };
        self.update_inventory();
    }
}
