//! What is said of a meeting when it is over, in the contract's fields and in ours beside them.

use crate::event::capture::Capture;
use crate::event::review::{After, Answer, Chain, Cost, Notice};
use crate::json::Writer;
use crate::meeting::Meeting;
use crate::transfer::imported::More;

/// A field: what the log says, or else what a file said more, or else what stands for nothing.
struct Field {
    name: &'static str,
    /// What the log says, as JSON.
    own: Option<String>,
    /// What stands for nothing; where nothing does, the field is left out.
    nothing: Option<&'static str>,
}

impl Field {
    fn tell(&self, to: &mut Writer, more: Option<&More>) {
        let own = self.own.as_deref();
        let value = own.or_else(|| more.and_then(|more| more.field(self.name))).or(self.nothing);
        if let Some(json) = value {
            to.key(self.name).json(json);
        }
    }
}

/// The fields of a meeting: what only the consultant reads, and the notices.
pub(super) fn meeting(to: &mut Writer, meeting: &Meeting, private: bool, more: Option<&More>) {
    for field in meeting_fields(&meeting.after, private) {
        field.tell(to, more);
    }
}

fn meeting_fields(after: &After, private: bool) -> [Field; 4] {
    let number = |number: Option<u8>| number.filter(|_| private).map(|number| number.to_string());
    let costs = list(&after.costs, &|to, (id, cost)| {
        tell_cost(to.object().key("id").text(&id.to_string()), cost);
    });
    [
        field("guess_talk_percent", number(after.guess_percent), Some("null")),
        field("felt_heard", number(after.felt_heard), Some("null")),
        field("cost", costs.filter(|_| private), Some("[]")),
        field("notices", list(&after.notices, &tell_notice), None),
    ]
}

/// The fields of a capture. The client gets their own answer and order, and what was agreed; not our working.
pub(super) fn capture(to: &mut Writer, capture: &Capture, private: bool, more: Option<&More>) {
    for field in capture_fields(capture, private) {
        field.tell(to, more);
    }
}

fn capture_fields(capture: &Capture, private: bool) -> [Field; 9] {
    let chains = &capture.chains[..if private { capture.chains.len() } else { 0 }];
    let first = chains.first();
    let steps = |chain: &Chain| {
        list(&chain.links.steps, &|to, step| {
            to.text(step);
        })
    };
    let text = |text: Option<&str>| text.map(json_text);
    let hurts = first.and_then(|chain| chain.links.hurts.as_deref());
    [
        field("ours", text(capture.ours.as_deref().filter(|_| private)), Some("null")),
        field("confirmed", text(capture.answer.map(Answer::word)), Some("null")),
        field("rank", capture.rank.map(|rank| rank.to_string()), Some("null")),
        field("chain", first.and_then(steps), Some("[]")),
        field("hurts", text(hurts), Some("null")),
        field("chains", list(chains, &tell_chain), None),
        field("known_by", text(capture.known_by.as_deref()), None),
        field("by_when", text(capture.by.map(|day| day.to_string()).as_deref()), None),
        field("mark", text(capture.mark.map(|mark| mark.to_string()).as_deref()), None),
    ]
}

fn field(name: &'static str, own: Option<String>, nothing: Option<&'static str>) -> Field {
    Field { name, own, nothing }
}

fn json_text(text: &str) -> String {
    let mut to = Writer::default();
    to.text(text);
    to.done()
}

/// A list as JSON, if it has anything.
fn list<T>(items: &[T], tell: &dyn Fn(&mut Writer, &T)) -> Option<String> {
    let mut to = Writer::default();
    to.list();
    for item in items {
        tell(&mut to, item);
    }
    to.end_list();
    (!items.is_empty()).then(|| to.done())
}

fn tell_cost(to: &mut Writer, cost: &Cost) {
    to.key("kind").text(cost.kind.word());
    to.key("whom").maybe_text(cost.whom.as_deref());
    to.key("note").maybe_text(cost.note.as_deref()).end_object();
}

fn tell_notice(to: &mut Writer, notice: &Notice) {
    to.object().key("id").text(&notice.id.to_string());
    to.key("what").text(&notice.says.what);
    to.key("how_long").maybe_text(notice.says.how_long.as_deref());
    to.key("how_to_stop").maybe_text(notice.says.how_to_stop.as_deref()).end_object();
}

fn tell_chain(to: &mut Writer, chain: &Chain) {
    to.object().key("id").text(&chain.id.to_string()).key("steps").list();
    for step in &chain.links.steps {
        to.text(step);
    }
    to.end_list().key("hurts").maybe_text(chain.links.hurts.as_deref()).end_object();
}

/// The names of the fields in which two things differ, and what the later one says there, or what stands for nothing.
pub(super) type Changed = Vec<(&'static str, String)>;

/// What changed in the fields of a capture since a file brought it.
pub(super) fn changes_of_capture(before: &Capture, now: &Capture) -> Changed {
    changes(&capture_fields(before, true), &capture_fields(now, true))
}

/// What changed in the fields of a meeting since a file brought it.
pub(super) fn changes_of_meeting(before: &After, now: &After) -> Changed {
    changes(&meeting_fields(before, true), &meeting_fields(now, true))
}

fn changes(before: &[Field], now: &[Field]) -> Changed {
    let changed = before.iter().zip(now).filter(|(before, now)| before.own != now.own);
    let says = |now: &Field| now.own.as_deref().or(now.nothing).unwrap_or("null").to_owned();
    changed.map(|(_, now)| (now.name, says(now))).collect()
}

/// An object with these fields alone, as the log tells them.
pub(super) fn known(to: &mut Writer, meeting: &Meeting) {
    to.object();
    self::meeting(to, meeting, true, None);
    to.key("captures").list();
    for one in &meeting.captures {
        to.object().key("id").text(&one.id.to_string());
        capture(to, one, true, None);
        to.end_object();
    }
    to.end_list().end_object();
}
