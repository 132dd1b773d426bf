//! The methods of the element, by their names: each becomes a command to the store.

use heard::{Command, NotebookStore};
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::floor::Floor;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::loops::StepKind;
use heard_core::report::recap::Form;
use heard_core::report::sheet::{Period, SheetRequest};
use heard_core::time::{Local, read_rfc3339};
use heard_core::transfer::export::{Audience, Wanted};
use heard_core::{EventId, Refusal};
use js_sys::Uint8Array;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::JsValue;

use crate::embed::args::{self, Args, Options, error, not_a, refused, unknown_word};

/// Calls a method with its arguments as a JSON array. Returns the id of the event that was recorded, or `undefined` if none
/// was.
///
/// # Errors
///
/// An `Error` with a code if the method or an argument is not valid, or the current state does not allow the call.
pub(crate) fn call(
    store: &NotebookStore,
    options: &heard::Options,
    name: &str,
    json: &str,
) -> Result<JsValue, JsValue> {
    let args = &Args::read(json)?;
    let command = match name {
        // A touch on the floor button before this module was loaded.
        "begin" | "touch" => {
            let mut meeting = args::beginning(args, options.client.as_deref())?;
            let settings = store.snapshot().notebook.settings().aim_percent;
            meeting.aim_percent = options.target_talk.or(settings);
            let touch = if name == "begin" {
                NotebookStore::begin_or_listen
            } else {
                NotebookStore::pass_or_begin
            };
            let event = touch(store, meeting).map_err(refused)?;
            return Ok(event.map_or(JsValue::UNDEFINED, |id| id.to_string().into()));
        }
        "start" => Command::Begin(args::beginning(args, options.client.as_deref())?),
        "setFloor" => {
            let word = args.text(0)?;
            let floor = Floor::parse(word).ok_or_else(|| unknown_word("party", word))?;
            return answered(store.set_floor(floor));
        }
        "passFloor" => return answered(store.pass_floor()),
        "takeBreak" => Command::Record(EventKind::BreakTaken),
        "resume" => Command::Record(EventKind::BreakEnded),
        "mark" => Command::Record(EventKind::MomentMarked),
        "capture" => Command::Record(captured(args.options(0)?)?),
        "amend" => {
            let words = args.text(1)?.to_owned();
            Command::Record(EventKind::Amended { capture: args.id(0)?, words })
        }
        "strike" => Command::Record(EventKind::Struck { what: args.id(0)? }),
        "tally" => {
            let word = args.text(0)?;
            let tally = Tally::parse(word).ok_or_else(|| unknown_word("tally", word))?;
            Command::Record(EventKind::Tallied(tally))
        }
        "undo" => Command::Undo,
        "redo" => Command::Redo,
        "end" => Command::Record(EventKind::MeetingEnded),
        "loop" => loop_step(store, args)?,
        _ => return Err(unknown_word("method", name)),
    };
    answered(store.dispatch(command))
}

fn answered(answer: Result<Option<EventId>, Refusal>) -> Result<JsValue, JsValue> {
    Ok(answer.map_err(refused)?.map_or(JsValue::UNDEFINED, |id| id.to_string().into()))
}

fn captured(capture: Options) -> Result<EventKind, JsValue> {
    let kind = capture.text("kind")?.map_or(Ok(Kind::default()), |word| {
        Kind::parse(word).ok_or_else(|| unknown_word("kind of capture", word))
    })?;
    let words = capture.text("words")?.unwrap_or_default().to_owned();
    let said_by = capture.text("saidBy")?.filter(|name| !name.trim().is_empty());
    let said_by = said_by.map(str::to_owned);
    Ok(EventKind::Captured(NewCapture { kind, words, said_by, ago_ms: 0, mark: None }))
}

/// The command that records a step of a loop, taken now or at the given time.
fn loop_step(store: &NotebookStore, args: &Args) -> Result<Command, JsValue> {
    let (id, word) = (args.id(0)?, args.text(1)?);
    let kind = StepKind::parse(word).ok_or_else(|| unknown_word("step of a loop", word))?;
    let detail = args.options(2)?;
    let text = match kind {
        StepKind::Decline => detail.text("because")?,
        StepKind::TellBack => detail.text("how")?,
        _ => None,
    };
    let step = kind.with_text(text.unwrap_or_default()).map_err(refused)?;
    let at = match detail.text("at")? {
        Some(text) => {
            let read = read_rfc3339(text).ok_or_else(|| not_a("at", "moment after RFC 3339"))?;
            Local { wall_ms: read.0, utc_offset_min: read.1 }
        }
        None => store.local_now(),
    };
    let found = store.snapshot().notebook.find_loop(id).ok_or_else(|| refused(Refusal::Unknown))?;
    let stepped = found.try_step(step, at).map_err(refused)?;
    Ok(Command::RecordIn(found.home, EventKind::LoopStepped(stepped)))
}

/// An export as text, or as a `Uint8Array` for a workbook: of the notebook, of the loops alone, or the sheet of a client
/// and a period.
///
/// # Errors
///
/// An `Error` with a code if the format or an option is not valid.
pub(crate) fn export(
    store: &NotebookStore,
    format: &str,
    options: &str,
) -> Result<JsValue, JsValue> {
    let args = Args::read(options)?;
    let options = args.options(0)?;
    let wanted = wanted(store, options)?;
    let form = Form::parse(format);
    match (format, form, options.text("what")?) {
        ("json", _, None) => Ok(store.json(wanted).into()),
        ("csv", _, None) => Ok(store.csv(wanted).into()),
        ("xlsx", _, None) => Ok(Uint8Array::from(&*store.xlsx(wanted)).into()),
        ("csv", _, Some("loops")) => Ok(store.loops_csv(wanted).into()),
        (_, Some(form), None) => Ok(store.recap_text(wanted, form).into()),
        (_, Some(form), Some("sheet")) => {
            let period = Period { from: options.day("from")?, to: options.day("to")? };
            let sheet = store.sheet(SheetRequest { client: wanted.client, period });
            let written = sheet.written(form).ok_or_else(|| unknown_word("sheet", format))?;
            Ok(written.into())
        }
        ("json" | "csv" | "xlsx", _, Some(what)) | (_, Some(_), Some(what)) => {
            Err(unknown_word("part of the notebook that can be had so", what))
        }
        _ => Err(unknown_word("export", format)),
    }
}

/// The part of the notebook that the options ask for.
fn wanted(store: &NotebookStore, options: Options) -> Result<Wanted, JsValue> {
    let known = |name: &str| {
        let client = store.client_named(name);
        client.or_else(|| EventId::parse(name)).ok_or_else(|| refused(Refusal::Unknown))
    };
    let meeting = |id: &str| EventId::parse(id).ok_or_else(|| refused(Refusal::Unknown));
    Ok(Wanted {
        client: options.text("client")?.map(known).transpose()?,
        meeting: options.text("meeting")?.map(meeting).transpose()?,
        audience: audience(options.text("audience")?)?,
    })
}

/// Imports a file, and returns a report.
///
/// # Errors
///
/// An `Error` with a code if the file can not be read or stored.
pub(crate) async fn import(store: Rc<NotebookStore>, text: String) -> Result<JsValue, JsValue> {
    let invalid = |invalid| error("import-invalid", heard::import_error_in_words(invalid));
    let (file, _) = store.read_file(&text).map_err(invalid)?;
    drop(text);
    let preview = store.import_file(file).await.map_err(refused)?;
    let report = ImportReport {
        v: 1,
        meetings_new: preview.meetings_new,
        meetings_known: preview.meetings_known,
        meetings_grown: preview.meetings_grown,
        clients_new: preview.clients_new,
        damaged: preview.damaged,
    };
    // Encoding fails only for maps with keys that are not texts, and there are none.
    js_sys::JSON::parse(&serde_json::to_string(&report).unwrap_or_default())
}

/// The report of an import in the form of the contract. All fields but `v` are counts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ImportReport {
    v: u8,
    meetings_new: usize,
    meetings_known: usize,
    meetings_grown: usize,
    clients_new: usize,
    damaged: usize,
}

fn audience(word: Option<&str>) -> Result<Audience, JsValue> {
    match word {
        None | Some("me") => Ok(Audience::Me),
        Some("client") => Ok(Audience::Client),
        Some(other) => Err(unknown_word("audience", other)),
    }
}
