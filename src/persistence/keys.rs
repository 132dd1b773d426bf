//! The names under which things are kept, after `heard:<storage-key>:`. Both ropes use the same ones; whatever has
//! another shape is somebody else's.

use heard_core::{DocumentId, EventId};

/// An event: `t:<document>:<n>`.
const EVENT: &str = "t:";
/// A closed meeting, all its events in one text: `m:<meeting>`.
const SEGMENT: &str = "m:";
/// What stands in the capture line of a document: `d:<document>`.
const DRAFT: &str = "d:";
/// The bytes of something damaged: `q:<name of the bytes>`.
const QUARANTINE: &str = "q:";
/// What is being erased, until it is gone from both ropes: `x:<record>`, or `x:` for everything.
const ERASING: &str = "x:";
/// The last moment at which a document was known to be awake: `p:<document>` where it noted so when it went away, and
/// `p:` where all documents do so every few seconds.
const AWAKE: &str = "p:";
/// The name of the beat that all documents share.
pub(crate) const BEAT: &str = AWAKE;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    Event(EventId),
    Segment(EventId),
    Draft(&'a str),
    Quarantine,
    Erasing(&'a str),
    Awake,
    Foreign,
}

/// What a name is of.
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
        // A notebook whose key begins like this one's may keep things under longer names.
        QUARANTINE if !rest.contains(':') => Kind::Quarantine,
        AWAKE if !rest.contains(':') => Kind::Awake,
        ERASING if !rest.contains(':') => Kind::Erasing(rest),
        _ => return None,
    })
}

pub(crate) fn event(id: EventId) -> String {
    format!("{EVENT}{}:{}", id.boot, id.n)
}

pub(crate) fn segment(meeting: EventId) -> String {
    format!("{SEGMENT}{meeting}")
}

pub(crate) fn draft(of: &str) -> String {
    [DRAFT, of].concat()
}

pub(crate) fn awake(of: &str) -> String {
    [AWAKE, of].concat()
}

pub(crate) fn quarantine(of: &str) -> String {
    [QUARANTINE, of].concat()
}

/// The name of the word that a record, or everything, is being erased.
pub(crate) fn erasing(record: &str) -> String {
    [ERASING, record].concat()
}
