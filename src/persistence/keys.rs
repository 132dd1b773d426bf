//! The names of stored entries, the same in both stores. In localStorage each follows `heard:<storage-key>:`. An entry
//! whose name has another form is not ours and is left alone.

use heard_core::{DocumentId, EventId};

/// An event: `t:<document>:<n>`.
const EVENT: &str = "t:";
/// A closed meeting as an archive of all its events: `m:<meeting>`.
const SEGMENT: &str = "m:";
/// The draft of a document, which is the unsaved text of its capture form: `d:<document>`.
const DRAFT: &str = "d:";
/// A copy of damaged bytes: `q:<checksum of name and bytes>`.
const QUARANTINE: &str = "q:";
/// A note that a record is being erased, until it is gone from both stores: `x:<record>`, or `x:` for everything.
const ERASING: &str = "x:";
/// When a document was last active: `p:<document>`, written to localStorage when its page is hidden, and `p:`, written to
/// `IndexedDB` by all documents every few seconds.
const AWAKE: &str = "p:";
/// The name of the heartbeat that all documents share.
pub(crate) const HEARTBEAT: &str = AWAKE;

/// What is stored under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    Event(EventId),
    /// The archive of a closed meeting.
    Segment(EventId),
    /// The draft of a document.
    Draft(&'a str),
    /// A copy of damaged bytes.
    Quarantine,
    /// A note that this record is being erased; everything, if it is empty.
    Erasing(&'a str),
    /// When a document was last active.
    Awake,
    /// An entry that is not ours.
    Foreign,
}

/// What is stored under a name.
pub(crate) fn kind(name: &str) -> Kind<'_> {
    known(name).unwrap_or(Kind::Foreign)
}

fn known(name: &str) -> Option<Kind<'_>> {
    let rest = name.get(2..)?;
    Some(match &name[..2] {
        EVENT => {
            let (boot, n) = rest.split_once(':')?;
            Kind::Event(EventId { boot: DocumentId::parse(boot)?, n: n.parse().ok()? })
        }
        SEGMENT => Kind::Segment(EventId::parse(rest)?),
        DRAFT => DocumentId::parse(rest).map(|_| Kind::Draft(rest))?,
        // A longer name may be that of an entry of another notebook, whose storage key begins with this one's.
        QUARANTINE if !rest.contains(':') => Kind::Quarantine,
        AWAKE if !rest.contains(':') => Kind::Awake,
        ERASING if !rest.contains(':') => Kind::Erasing(rest),
        _ => return None,
    })
}

/// The name of an event.
pub(crate) fn event(id: EventId) -> String {
    format!("{EVENT}{}:{}", id.boot, id.n)
}

/// The name of the archive of a closed meeting.
pub(crate) fn segment(meeting: EventId) -> String {
    format!("{SEGMENT}{meeting}")
}

/// The name of the draft of a document.
pub(crate) fn draft(document: &str) -> String {
    [DRAFT, document].concat()
}

/// The name under which a document stores when it was last active.
pub(crate) fn awake(document: &str) -> String {
    [AWAKE, document].concat()
}

/// The name of the copy of damaged bytes with this checksum.
pub(crate) fn quarantine(checksum: &str) -> String {
    [QUARANTINE, checksum].concat()
}

/// The name of the note that a record is being erased; everything, if `record` is empty.
pub(crate) fn erasing(record: &str) -> String {
    [ERASING, record].concat()
}
