//! The methods of the element, by their names: each becomes something said to the live notebook.

use heard::{Command, NotebookStore};
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::floor::Floor;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::loops::StepKind;
use heard_core::report::recap::Form;
use heard_core::report::sheet::{Asked, Period};
use heard_core::time::{Local, read_rfc3339};
use heard_core::transfer::export::{Audience, Wanted};
use heard_core::{EventId, Refusal};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::JsValue;

use crate::embed::args::{self, Args, Options, error, not_a, refused, unknown_word};

/// Calls a method with its arguments as a JSON list. Gives the id of the event that came of it, where one did.
pub(crate) fn call(
    live: &NotebookStore,
    options: &heard::Options,
    name: &str,
    json: &str,
) -> Result<JsValue, JsValue> {
    let args = &Args::read(json)?;
    let said = match name {
        // The floor button, touched before the widget was there.
        "begin" | "touch" => {
            let mut beginning = args::beginning(args, options.client.as_deref())?;
            let settings = live.snapshot().notebook.settings().aim_percent;
            beginning.aim_percent = options.target_talk.or(settings);
            let heard = if name == "begin" {
                NotebookStore::begin_or_listen
            } else {
                NotebookStore::pass_or_begin
            };
            let event = heard(live, beginning).map_err(refused)?;
            return Ok(event.map_or(JsValue::UNDEFINED, |id| id.to_string().into()));
        }
        "start" => Command::Begin(args::beginning(args, options.client.as_deref())?),
        "setFloor" => {
            let word = args.text(0)?;
            let floor = Floor::of_word(word).ok_or_else(|| unknown_word("party", word))?;
            return answered(live.set_floor(floor));
        }
        "passFloor" => return answered(live.pass_floor()),
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
            let tally = Tally::of_word(word).ok_or_else(|| unknown_word("tally", word))?;
            Command::Record(EventKind::Tallied(tally))
        }
        "undo" => Command::Undo,
        "redo" => Command::Redo,
        "end" => Command::Record(EventKind::MeetingEnded),
        "loop" => loop_led_on(live, args)?,
        _ => return Err(unknown_word("method", name)),
    };
    answered(live.dispatch(said))
}

fn answered(answer: Result<Option<EventId>, Refusal>) -> Result<JsValue, JsValue> {
    Ok(answer.map_err(refused)?.map_or(JsValue::UNDEFINED, |id| id.to_string().into()))
}

fn captured(capture: Options) -> Result<EventKind, JsValue> {
    let kind = capture.text("kind")?.map_or(Ok(Kind::default()), |word| {
        Kind::of_word(word).ok_or_else(|| unknown_word("kind of capture", word))
    })?;
    let words = capture.text("words")?.unwrap_or_default().to_owned();
    let said_by = capture.text("saidBy")?.filter(|name| !name.trim().is_empty());
    let said_by = said_by.map(str::to_owned);
    Ok(EventKind::Captured(NewCapture { kind, words, said_by, ago_ms: 0, mark: None }))
}

/// A step of a loop, which may be any of the notebook, taken now or at the time it says.
fn loop_led_on(live: &NotebookStore, args: &Args) -> Result<Command, JsValue> {
    let (id, word) = (args.id(0)?, args.text(1)?);
    let kind = StepKind::of_word(word).ok_or_else(|| unknown_word("step of a loop", word))?;
    let detail = args.options(2)?;
    let says = match kind {
        StepKind::Decline => detail.text("because")?,
        StepKind::TellBack => detail.text("how")?,
        _ => None,
    };
    let step = kind.saying(says.unwrap_or_default()).map_err(refused)?;
    let at = match detail.text("at")? {
        Some(text) => {
            let read = read_rfc3339(text).ok_or_else(|| not_a("at", "moment after RFC 3339"))?;
            Local { wall_ms: read.0, utc_offset_min: read.1 }
        }
        None => live.local_now(),
    };
    let one = live.snapshot().notebook.find_loop(id).ok_or_else(|| refused(Refusal::Unknown))?;
    let stepped = one.try_step(step, at).map_err(refused)?;
    Ok(Command::RecordIn(one.home, EventKind::LoopStepped(stepped)))
}

/// The text of an export: of the notebook, of the loops alone, or the sheet of a client and a period.
pub(crate) fn export(live: &NotebookStore, format: &str, options: &str) -> Result<String, JsValue> {
    let args = Args::read(options)?;
    let options = args.options(0)?;
    let wanted = wanted(live, options)?;
    let form = Form::of_word(format);
    match (format, form, options.text("what")?) {
        ("json", _, None) => Ok(live.json(wanted)),
        ("csv", _, None) => Ok(live.csv(wanted)),
        ("csv", _, Some("loops")) => Ok(live.loops_csv(wanted)),
        (_, Some(form), None) => Ok(live.recap_text(wanted, form)),
        (_, Some(form), Some("sheet")) => {
            let period = Period { from: options.day("from")?, to: options.day("to")? };
            let sheet = live.sheet(Asked { client: wanted.client, period });
            sheet.written(form).ok_or_else(|| unknown_word("sheet", format))
        }
        ("json" | "csv", _, Some(what)) | (_, Some(_), Some(what)) => {
            Err(unknown_word("part of the notebook that can be had so", what))
        }
        _ => Err(unknown_word("export", format)),
    }
}

/// Which part of the notebook the options ask for.
fn wanted(live: &NotebookStore, options: Options) -> Result<Wanted, JsValue> {
    let notebook = &live.snapshot().notebook;
    let known = |name: &str| {
        let client = notebook.client_named(name).map(|client| client.id);
        client.or_else(|| EventId::parse(name)).ok_or_else(|| refused(Refusal::Unknown))
    };
    let meeting = |id: &str| EventId::parse(id).ok_or_else(|| refused(Refusal::Unknown));
    Ok(Wanted {
        client: options.text("client")?.map(known).transpose()?,
        meeting: options.text("meeting")?.map(meeting).transpose()?,
        audience: audience(options.text("audience")?)?,
    })
}

/// Brings a file into the notebook, and reports what came of it.
pub(crate) async fn import(live: Rc<NotebookStore>, text: String) -> Result<JsValue, JsValue> {
    let unfit = |unfit| error("import-invalid", heard::unfit_in_words(unfit));
    let (file, _) = live.read_file(&text).map_err(unfit)?;
    drop(text);
    let preview = live.bring(file).await.map_err(refused)?;
    let report = ImportReport {
        v: 1,
        meetings_new: preview.meetings_new,
        meetings_known: preview.meetings_known,
        meetings_grown: preview.meetings_grown,
        clients_new: preview.clients_new,
        damaged: preview.damaged,
    };
    // It has neither maps nor fractions, so that it never fails to be written.
    js_sys::JSON::parse(&serde_json::to_string(&report).unwrap_or_default())
}

/// What came of an import, as the contract has it.
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
