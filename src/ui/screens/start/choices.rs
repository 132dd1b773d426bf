//! The choices of the form for the next meeting: its kind, the people, the aim, and when it began.

use heard_core::event::kind::MeetingKind;
use heard_core::meeting::talk_band::Band;
use heard_core::validate::MAX_AGO_MS;
use yew::prelude::*;

use crate::store::NewMeeting;
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::parts::{line, title};
use crate::ui::components::stepper::{Stepper, stepper};
use crate::ui::screens::start::state::{Change, Msg, StartView};

/// How many minutes ago the meeting began, as chips.
const AGO_MIN: [u64; 4] = [0, 5, 10, 20];
const MINUTE_MS: u64 = 60_000;
/// The largest number of people on one side.
pub(crate) const MOST: u8 = 99;

/// The aimed talk share in percent: the chosen one, or the upper end of the band.
pub(crate) fn aim_of(next: &NewMeeting) -> u8 {
    next.aim_percent.unwrap_or(band_of(next).high_percent)
}

/// The kind of the meeting.
pub(crate) fn kind(view: &StartView) -> Html {
    let chips = MeetingKind::ALL.map(|kind| Chip::plain((view.words.meeting_kind)(kind)));
    let chosen = MeetingKind::ALL.iter().position(|kind| *kind == view.state.kind);
    let label = view.words.start.what;
    let what = Choice { label, name: "meeting-kind".into(), chips: &chips, chosen, part: None };
    let choose: Change = |b, index| {
        let chosen = usize::try_from(index).ok().and_then(|index| MeetingKind::ALL.get(index));
        b.kind = chosen.copied().unwrap_or_default();
    };
    let chosen =
        view.link.reform(move |index| Msg::Changed(choose, i64::try_from(index).unwrap_or(0)));
    choice(&what, &chosen)
}

/// The number of people on one side; `what` names the side.
pub(crate) fn people(view: &StartView, count: u8, what: &str, change: Change) -> Html {
    let number = Stepper {
        text: format!("{count} {what}"),
        less: (view.words.start.fewer)(what),
        more: (view.words.start.one_more)(what),
        can_less: count > 1,
        can_more: count < MOST,
    };
    stepper(number, &view.link.reform(move |by| Msg::Changed(change, by)))
}

/// The talk share to aim for.
pub(crate) fn aim(view: &StartView) -> Html {
    let texts = &view.words.start;
    let next = view.state;
    let band = band_of(next);
    let percent = aim_of(next);
    let number = Stepper {
        text: (texts.aim_is)(u64::from(percent)),
        less: texts.talk_less.to_owned(),
        more: texts.talk_more.to_owned(),
        can_less: percent > 1,
        can_more: percent < 99,
    };
    let change: Change = |b, by| b.aim_percent = Some(stepped(aim_of(b), by, 99));
    let stepped = view.link.reform(move |by| Msg::Changed(change, by));
    let usual = format!("{} {}", (texts.band)(band), (texts.source)(Band::source(next.kind)));
    html! { <>{ title(texts.aim) }{ stepper(number, &stepped) }{ line("sub", usual) }</> }
}

/// The usual band of talk shares for the kind and the people.
fn band_of(next: &NewMeeting) -> Band {
    Band::of(next.kind, next.us, next.them)
}

/// A number changed by a step, within 1 and the limit.
pub(crate) fn stepped(number: u8, by: i64, limit: u8) -> u8 {
    let next = i64::from(number).saturating_add(by).clamp(1, i64::from(limit));
    u8::try_from(next).unwrap_or(number)
}

/// When the meeting began: now, some minutes ago by a chip, or any number of minutes up to a day.
pub(crate) fn began(view: &StartView) -> Html {
    let texts = &view.words.start;
    let ago = |minutes| {
        if minutes == 0 { texts.just_now.to_owned() } else { (texts.minutes_ago)(minutes) }
    };
    let chips = AGO_MIN.map(|minutes| Chip::plain(ago(minutes)));
    let minutes = view.state.began_ms_ago / MINUTE_MS;
    let chosen = AGO_MIN.iter().position(|one| *one == minutes);
    let what =
        Choice { label: texts.began, name: "began".into(), chips: &chips, chosen, part: None };
    let at = |index: usize| i64::try_from(AGO_MIN[index]).unwrap_or(0);
    html! {
        <>
            { choice(&what, &view.link.reform(move |index| Msg::Changed(begin_ago, at(index)))) }
            <label class="row minutes">
                <input
                    class="field"
                    type="number"
                    name="began-minutes"
                    inputmode="numeric"
                    min="0"
                    max={(MAX_AGO_MS / MINUTE_MS).to_string()}
                    value={minutes.to_string()}
                    oninput={view.on_typed(|typed| Msg::Changed(begin_ago, typed.parse().unwrap_or(0)))}
                />
                <span>{ texts.minutes_unit }</span>
            </label>
        </>
    }
}

/// Sets how many minutes ago the meeting began, up to the limit of the core.
fn begin_ago(next: &mut NewMeeting, minutes: i64) {
    let minutes = u64::try_from(minutes).unwrap_or(0);
    next.began_ms_ago = minutes.saturating_mul(MINUTE_MS).min(MAX_AGO_MS);
}
