//! The rest of the files that came, at the end of the one that leaves.

use crate::brought::{Rest, client_of};
use crate::export::Wanted;
use crate::json::Writer;

/// What this build keeps of files without reading it. Of one client only the loops leave, which say whose they are.
pub(super) fn told(to: &mut Writer, rest: &Rest, wanted: Wanted) {
    let is_wanted = |item: &&String| {
        wanted.meeting.is_none() && wanted.client.is_none_or(|id| client_of(item) == Some(id))
    };
    to.key("loops").list();
    for item in rest.loops.iter().filter(is_wanted) {
        to.json(item);
    }
    to.end_list().key("journal").list();
    if wanted.is_all() {
        for line in &rest.journal {
            to.json(line);
        }
    }
    to.end_list();
    if wanted.is_all() {
        for (name, value) in &rest.fields {
            to.key(name).json(value);
        }
    }
}
