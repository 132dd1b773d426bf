//! Files that come in: read whole, snapshot, and only then brought into the notebook, all of it or nothing.

use heard_core::Refusal;
use heard_core::transfer::import::{File, ImportError, Preview};

use crate::persistence::{Plan, unite};
use crate::store::NotebookStore;

impl NotebookStore {
    /// Reads a file, and says what it would bring. Nothing changes.
    pub fn read_file(&self, text: &str) -> Result<(File, Preview), ImportError> {
        let file = heard_core::transfer::import::read(text)?;
        let preview = file.preview(&self.snapshot().notebook);
        Ok((file, preview))
    }

    /// Brings a file into the notebook: in one transaction, merged by id. On an error nothing has changed.
    pub async fn bring(&self, file: File) -> Result<Preview, Refusal> {
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
        let plan = Plan::bringing(&snapshot.notebook, &events, used, durable);
        self.begin_work();
        let kept = self.commit(plan).await;
        if kept.is_ok() {
            self.show_desk(self.snapshot().notebook.with_events(events));
            self.tell_reread();
        }
        self.end_work();
        kept.map(|()| preview)
    }

    async fn commit(&self, plan: Plan) -> Result<(), Refusal> {
        let database = self.stores.borrow().database();
        if let Some(database) = database {
            let kept = database.join(&plan.durable, unite, &[]).await;
            kept.map_err(|_| Refusal::NoRoom)?;
            self.stores.borrow_mut().carry_out(&plan);
            return Ok(());
        }
        let kept = self.stores.borrow_mut().put_all(&plan.local);
        if kept { Ok(()) } else { Err(Refusal::NoRoom) }
    }
}
