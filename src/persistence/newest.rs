//! Reading `IndexedDB` when a notebook is opened: everything but the older meetings, so that it can be shown soon.

use heard_core::sorted_map;

use crate::browser::indexed_db::Database;
use crate::persistence::keys::{Kind, kind};
use crate::persistence::scan::Found;

/// How many closed meetings are read at first. The older ones are read after the notebook is shown.
const NEWEST: usize = 60;

/// What was read first from `IndexedDB`.
pub(crate) struct Newest {
    /// `None` if it can not be opened or read.
    pub(crate) database: Option<Database>,
    pub(crate) found: Found,
    /// The names of the older meetings, which are not read yet.
    pub(crate) older: Vec<String>,
}

/// Opens the database, if it is wanted, and reads everything but older meetings.
pub(crate) async fn read_newest(name: &str, durable: bool) -> Newest {
    let database = if durable { Database::open(name).await.ok() } else { None };
    let names = match &database {
        Some(database) => database.names().await.ok(),
        None => None,
    };
    // A database that can not be read is treated as if there were none.
    let database = database.filter(|_| names.is_some());
    let (newest, older) = split_by_age(names.unwrap_or_default());
    let entries = match &database {
        Some(database) => database.several(&newest).await.unwrap_or_default(),
        None => Vec::new(),
    };
    Newest { database, found: Found::sort_out(entries), older }
}

/// Splits names into those to be read at once and those of older meetings, the newest of these first.
fn split_by_age(names: Vec<String>) -> (Vec<String>, Vec<String>) {
    let (mut meetings, mut first): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|name| matches!(kind(name), Kind::Segment(_)));
    let opened = |name: &String| match kind(name) {
        Kind::Segment(id) => id.n,
        _ => 0,
    };
    sorted_map::sort(&mut meetings, &|one: &String, other: &String| {
        opened(other).cmp(&opened(one))
    });
    let older = meetings.split_off(meetings.len().min(NEWEST));
    first.append(&mut meetings);
    (first, older)
}
