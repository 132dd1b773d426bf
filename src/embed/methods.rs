//! The methods of the element, by their names: each becomes something said to the live notebook.

use heard::{Live, Said};
use heard_core::act::{Act, Catch};
use heard_core::capture::{Kind, Tally};
use heard_core::export::{Audience, Wanted};
use heard_core::floor::{Floor, Source};
use heard_core::meeting::State;
use heard_core::{Desk, Refusal};
use wasm_bindgen::JsValue;

use crate::embed::args::{self, Capture, Export, error, id, read, refused, unknown_word};

/// Calls a method with its arguments as a JSON list. Gives the id of the event that came of it, where one did.
pub(crate) fn call(
    live: &Live,
    preselected: Option<&str>,
    name: &str,
    json: &str,
) -> Result<JsValue, JsValue> {
    let said = match name {
        "start" => Said::Began(args::beginning(json, preselected)?),
        "setFloor" => match floor_set(live, json)? {
            Some(act) => Said::Act(act),
            None => return Ok(JsValue::UNDEFINED),
        },
        "passFloor" => Said::Act(floor_passed(&live.shown().desk).map_err(refused)?),
        "takeBreak" => Said::Act(Act::BreakTaken),
        "resume" => Said::Act(Act::BreakEnded),
        "mark" => Said::Act(Act::MomentMarked),
        "capture" => Said::Act(captured(json)?),
        "amend" => {
            let (capture, words): (String, String) = read(json)?;
            Said::Act(Act::Amended { capture: id(&capture)?, words })
        }
        "strike" => {
            let (what,): (String,) = read(json)?;
            Said::Act(Act::Struck { what: id(&what)? })
        }
        "tally" => {
            let (word,): (String,) = read(json)?;
            let tally = Tally::of_word(&word).ok_or_else(|| unknown_word("tally", &word))?;
            Said::Act(Act::Tallied(tally))
        }
        "undo" => Said::Undo,
        "redo" => Said::Redo,
        "end" => Said::Act(Act::MeetingEnded),
        _ => return Err(unknown_word("method", name)),
    };
    let event = live.hear(said).map_err(refused)?;
    Ok(event.map_or(JsValue::UNDEFINED, |id| id.to_string().into()))
}

/// The act of `setFloor`; none when the floor is so already, for a host may say again what is.
fn floor_set(live: &Live, json: &str) -> Result<Option<Act>, JsValue> {
    let (word,): (String,) = read(json)?;
    let wanted = Floor::of_word(&word).ok_or_else(|| unknown_word("party", &word))?;
    let shown = live.shown();
    let running = shown.desk.running().ok_or_else(|| refused(Refusal::NoMeeting))?;
    Ok((running.floor() != Some(wanted)).then(|| floor_act(wanted)))
}

fn floor_act(floor: Floor) -> Act {
    let source = Source::Api;
    floor.party().map_or(Act::FloorLeft { source }, |by| Act::FloorTaken { by, source })
}

fn floor_passed(desk: &Desk) -> Result<Act, Refusal> {
    let running = desk.running().ok_or(Refusal::NoMeeting)?;
    Ok(match running.state() {
        State::Floor(floor) => floor_act(floor.passed().into()),
        State::Break => Act::BreakEnded,
    })
}

fn captured(json: &str) -> Result<Act, JsValue> {
    let (Capture { kind, words, said_by },): (Capture,) = read(json)?;
    let kind = kind.map_or(Ok(Kind::default()), |word| {
        Kind::of_word(&word).ok_or_else(|| unknown_word("kind of capture", &word))
    })?;
    let said_by = said_by.filter(|name| !name.trim().is_empty());
    Ok(Act::Captured(Catch { kind, words, said_by, ago_ms: 0 }))
}

/// The text of an export, which is of JSON so far.
pub(crate) fn export(live: &Live, format: &str, options: &str) -> Result<String, JsValue> {
    if format != "json" {
        return Err(error("bad-argument", &format!("There is no export as “{format}” yet, only as “json”.")));
    }
    let options: Option<Export> = read(options)?;
    let options = options.unwrap_or_default();
    let desk = &live.shown().desk;
    let client = options.client.map(|name| {
        let known = desk.client_named(&name).map(|client| client.id);
        known.or_else(|| heard_core::EventId::parse(&name)).ok_or_else(|| refused(Refusal::Unknown))
    });
    let audience = match options.audience.as_deref() {
        None | Some("me") => Audience::Me,
        Some("client") => Audience::Client,
        Some(other) => return Err(unknown_word("audience", other)),
    };
    let meeting = options.meeting.as_deref().map(id).transpose()?;
    Ok(live.json(Wanted { client: client.transpose()?, meeting, audience }))
}
