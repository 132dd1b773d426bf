//! The open notebook, shared by all widgets of one storage key. A [`Command`] becomes an event, the event is saved, and the
//! subscribers are notified with the new [`Snapshot`].

pub(crate) mod archive;
pub(crate) mod badge_count;
pub(crate) mod change;
pub(crate) mod client_names;
pub(crate) mod command;
pub(crate) mod connections;
pub(crate) mod dispatch;
pub(crate) mod draft;
pub(crate) mod drafts;
pub(crate) mod early_touches;
pub(crate) mod erase;
pub(crate) mod host_commands;
pub(crate) mod import;
pub(crate) mod inventory;
pub(crate) mod load;
pub(crate) mod load_state;
pub(crate) mod notebook_store;
pub(crate) mod queries;
pub(crate) mod read_ahead;
pub(crate) mod reports;
pub(crate) mod save;
pub(crate) mod sleep_detection;
pub(crate) mod snapshot;
pub(crate) mod subscribers;
pub(crate) mod tab_sync;
pub(crate) mod waiting_count;
pub(crate) mod work;

pub use change::{
    Captured, Change, FloorChange, LoopChange, MeetingEnd, MeetingStart, StorageChange, Trouble,
};
pub use command::{Command, NewMeeting};
pub use draft::Draft;
pub use notebook_store::NotebookStore;
pub use queries::{Figures, State};
pub use snapshot::Snapshot;
pub use subscribers::{Guard, Watch};
