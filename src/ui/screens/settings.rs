//! Settings, and the button to the stored records.

use heard_core::event::settings::{Face, Setting, Settings, Theme};
use heard_core::transfer::export::Wanted as Part;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::format::clock;
use crate::ui::components::parts::{Button, line, title};
use crate::ui::context::language::Words;
use crate::ui::context::request::{Place, Request};
use crate::ui::context::view::View;

/// Talk shares to aim for, in percent; `None` follows the band of the meeting.
const AIMS: [Option<u8>; 6] = [None, Some(25), Some(30), Some(40), Some(50), Some(60)];
/// Lengths of one's own turn after which it counts as long, in seconds; `None` for never.
const NUDGES: [Option<u16>; 6] = [None, Some(60), Some(90), Some(120), Some(180), Some(300)];
/// Days of silence after which a loop is marked.
const SILENCES: [u16; 4] = [7, 14, 21, 30];
const FACES: [Face; 2] = [Face::Quiet, Face::Detailed];
const THEMES: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

/// The settings screen.
pub(crate) fn settings(view: &View) -> Html {
    let words = view.words;
    let texts = &words.settings;
    let Settings { aim_percent, nudge_s, face, theme, black_hole_days, .. } =
        **view.notebook().settings();
    let aims = AIMS.map(|aim| (aim_word(aim, words), aim == aim_percent));
    let nudges = NUDGES.map(|seconds| (nudge_word(seconds, words), seconds == nudge_s));
    let silences = SILENCES.map(|days| ((words.loops.days)(days), days == black_hole_days));
    let faces = FACES.map(|one| (face_word(one, words), one == face));
    let themes = THEMES.map(|one| (theme_word(one, words), one == theme));
    html! {
        <section class="screen settings">
            <h2>{ texts.title }</h2>
            { title(texts.aim) }
            { setting(view, SettingName(texts.aim, "aim"), &aims, |index| Setting::Aim(AIMS[index])) }
            { title(texts.nudge) }
            { setting(view, SettingName(texts.nudge, "nudge"), &nudges, |index| Setting::Nudge(NUDGES[index])) }
            { line("sub", texts.nudge_hint) }
            { title(texts.face) }
            { setting(view, SettingName(texts.face, "face"), &faces, |index| Setting::Face(FACES[index])) }
            { line("sub", texts.face_hint) }
            { title(words.loops.black_hole_after) }
            { setting(view, SettingName(words.loops.black_hole_after, "black-hole"), &silences, |index| Setting::BlackHole(SILENCES[index])) }
            { line("sub", words.loops.black_hole_hint) }
            { title(texts.theme) }
            { setting(view, SettingName(texts.theme, "theme"), &themes, |index| Setting::Theme(THEMES[index])) }
            { title(texts.data) }
            { line("sub", storage(view)) }
            <div class="controls">
                { Button::plain("store", view.words.data.see).draw(view.requests(Request::Open(Place::Data))) }
                { Button::plain("file", texts.file).draw(view.requests(Request::Export(Part::default()))) }
            </div>
        </section>
    }
}

/// The label of a setting, and the name of its radio group.
pub(crate) struct SettingName(pub(crate) &'static str, pub(crate) &'static str);

/// A row of chips for a setting. `all` has the label of each value and whether it is selected; `setting` maps an index to
/// the change.
pub(crate) fn setting(
    view: &View,
    SettingName(label, name): SettingName,
    all: &[(String, bool)],
    setting: fn(usize) -> Setting,
) -> Html {
    let chips: Vec<Chip> = all.iter().map(|(word, _)| Chip::plain(word.clone())).collect();
    let chosen = all.iter().position(|(_, chosen)| *chosen);
    let what = Choice { label, name: name.into(), chips: &chips, chosen, part: None };
    let change = view
        .on_request
        .reform(move |index| Request::Dispatch(Command::ChangeSetting(setting(index))));
    choice(&what, &change)
}

/// Where records are stored, and how durably.
fn storage(view: &View) -> String {
    let words = view.words;
    format!("{} {}", words.start.promise, (words.settings.mode)(view.snapshot.mode))
}

fn aim_word(aim: Option<u8>, words: Words) -> String {
    aim.map_or(words.settings.aim_band.to_owned(), |aim| (words.percent)(u64::from(aim)))
}

fn nudge_word(seconds: Option<u16>, words: Words) -> String {
    seconds.map_or(words.settings.never.to_owned(), |s| clock(u64::from(s) * 1_000))
}

fn face_word(face: Face, words: Words) -> String {
    let word = if face == Face::Quiet { words.settings.quiet } else { words.settings.detailed };
    word.to_owned()
}

fn theme_word(theme: Theme, words: Words) -> String {
    let texts = &words.settings;
    let word = match theme {
        Theme::Auto => texts.auto,
        Theme::Light => texts.light,
        Theme::Dark => texts.dark,
    };
    word.to_owned()
}
