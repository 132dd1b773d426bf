//! Importing files: read and previewed first, then added to the notebook as a whole or not at all.

use heard_core::Refusal;
use heard_core::transfer::import::{self, File, ImportError, Preview};

use crate::persistence::merge::merge;
use crate::persistence::plan::Plan;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// Reads an exported file, and computes what importing it would add. Nothing changes.
    ///
    /// # Errors
    ///
    /// Why the text is not a file that can be imported.
    pub fn read_file(&self, text: &str) -> Result<(File, Preview), ImportError> {
        let file = import::read(text)?;
        let preview = file.preview(&self.snapshot().notebook);
        Ok((file, preview))
    }

    /// Adds the records of a file to the notebook, in one transaction. Records that are known already are merged by id.
    /// Returns what was added.
    ///
    /// # Errors
    ///
    /// [`Refusal::Newer`] if a newer version of Heard has written to this notebook, and [`Refusal::NoRoom`] if the records
    /// can not be stored. Nothing has changed then.
    pub async fn import_file(&self, file: File) -> Result<Preview, Refusal> {
        let snapshot = self.snapshot();
        if snapshot.newer {
            return Err(Refusal::Newer);
        }
        let preview = file.preview(&snapshot.notebook);
        let events = file.events(&snapshot.notebook);
        drop(file);
        if events.is_empty() {
            return Ok(preview);
        }
        let (used, durable) = {
            let stores = self.stores.borrow();
            (stores.used(), stores.database().is_some())
        };
        let plan = Plan::importing(&snapshot.notebook, &events, used, durable);
        let _work = self.work.begin();
        self.commit(plan).await?;
        self.show_notebook(self.snapshot().notebook.with_events(events));
        self.broadcast_reread();
        Ok(preview)
    }

    async fn commit(&self, plan: Plan) -> Result<(), Refusal> {
        let database = self.stores.borrow().database();
        if let Some(database) = database {
            let written = database.join(&plan.durable, merge, &[]).await;
            written.map_err(|_| Refusal::NoRoom)?;
            self.stores.borrow_mut().carry_out(&plan);
            return Ok(());
        }
        let is_written = self.stores.borrow_mut().put_all(&plan.local);
        if is_written { Ok(()) } else { Err(Refusal::NoRoom) }
    }
}
