//! The top level of a file.

use crate::codec::value::{MAX_DEPTH, Value, each_field, is_json, is_strict};
use crate::event::Event;
use crate::imported::{self, NOT_REST, UnreadData};
use crate::transfer::export;
use crate::transfer::import::error::ImportError;
use crate::transfer::import::file::Known;
use crate::transfer::import::items::{MAX_THING_BYTES, each_of, own_id, thing};

/// The largest number of unknown top-level fields. A file with more is rejected as not being an export of Heard.
const MOST_STRANGE: usize = 10_000;

/// The top-level fields of a file, as they are written.
#[derive(Default)]
pub(super) struct Top<'a> {
    heard: Option<&'a str>,
    pub(super) clients: Option<&'a str>,
    pub(super) meetings: Option<&'a str>,
    loops: Option<&'a str>,
    journal: Option<&'a str>,
    pub(super) log: Option<&'a str>,
    strange: Vec<(String, &'a str)>,
}

impl<'a> Top<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self, ImportError> {
        if !is_strict(text, MAX_DEPTH) {
            return Err(ImportError::NotJson);
        }
        let mut top = Self::default();
        let read = each_field(text, &mut |name, value| match name.as_str() {
            "heard" => top.heard = Some(value),
            "clients" => top.clients = Some(value),
            "meetings" => top.meetings = Some(value),
            "loops" => top.loops = Some(value),
            "journal" => top.journal = Some(value),
            "log" => top.log = Some(value),
            name if NOT_REST.contains(&name) || top.strange.len() > MOST_STRANGE => {}
            _ => top.strange.push((name, value)),
        });
        if read.is_none() {
            return Err(if is_json(text) { ImportError::NotHeard } else { ImportError::NotJson });
        }
        let version = top.heard.and_then(Value::read).and_then(|version| version.whole::<u64>());
        match version {
            Some(1) if top.strange.len() <= MOST_STRANGE => Ok(top),
            Some(2..) => Err(ImportError::Newer),
            _ => Err(ImportError::NotHeard),
        }
    }

    /// The event with the data that this build can not decode; `None` if the log of the file has all of it.
    ///
    /// # Errors
    ///
    /// [`ImportError::NotHeard`] if the loops or the journal of the file is not a list.
    pub(super) fn rest(
        &self,
        mut rest: UnreadData,
        damaged: &mut usize,
        log: &[Event],
        known: &Known,
    ) -> Result<Option<Event>, ImportError> {
        let mut room = MAX_THING_BYTES;
        let mut kept = |value: &str| {
            let json = thing(value).filter(|json| json.len() <= room);
            room -= json.as_ref().map_or(0, String::len);
            *damaged += usize::from(json.is_none());
            json
        };
        each_of(self.loops, &mut |item| {
            // A loop that began in Heard is in the log; another tool may have added fields to its object.
            let item = kept(item);
            let is_in_log = item.as_deref().and_then(Value::read).is_some_and(|object| {
                let is_ours = own_id(&object).is_some_and(|id| known.has_loop(id));
                is_ours && !export::has_extra(&object)
            });
            rest.loops.extend(item.filter(|_| !is_in_log));
        })?;
        each_of(self.journal, &mut |line| {
            // A story that was written in Heard is in the log, with its changes.
            let line = kept(line);
            let id = line.as_deref().and_then(Value::read).and_then(|line| own_id(&line));
            let is_in_log = id.is_some_and(|id| known.has_story(id));
            rest.journal.extend(line.filter(|_| !is_in_log));
        })?;
        let strange =
            self.strange.iter().filter_map(|(name, value)| Some((name.clone(), kept(value)?)));
        rest.fields = imported::last_of_each(strange.collect());
        let event = imported::rest(&rest);
        let mut logged = UnreadData::of_all(log);
        let before = logged.json();
        logged.merge(rest);
        Ok(event.filter(|_| logged.json() != before))
    }
}
