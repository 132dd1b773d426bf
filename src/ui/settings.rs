//! Settings, what is kept here, and erasing it.

use heard_core::settings::{Face, Setting, Settings, Theme};
use yew::prelude::*;

use crate::live::Said;
use crate::shell::notebook::Mode;
use crate::ui::choice::{self, Chip, Choice};
use crate::ui::dialog::Dialog;
use crate::ui::format::clock;
use crate::ui::saying::Button;
use crate::ui::words::Words;

/// Aims that are offered, in percent; none is the band's.
const AIMS: [Option<u8>; 6] = [None, Some(25), Some(30), Some(40), Some(50), Some(60)];
/// Nudges that are offered, in seconds.
const NUDGES: [Option<u16>; 6] = [None, Some(60), Some(90), Some(120), Some(180), Some(300)];
const FACES: [Face; 2] = [Face::Quiet, Face::Detailed];
const THEMES: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

/// What the screen of settings shows.
pub(crate) struct SettingsScreen<'a> {
    /// The settings as they stand.
    pub(crate) settings: &'a Settings,
    /// How safely things are kept.
    pub(crate) mode: Mode,
    /// Characters kept in storage.
    pub(crate) size: usize,
    /// Whether it asks if all should be erased.
    pub(crate) asking: &'a UseStateHandle<bool>,
    /// Something was changed or erased.
    pub(crate) on_said: &'a Callback<Said>,
    /// A file of everything is wanted.
    pub(crate) on_file: &'a Callback<()>,
    /// The language.
    pub(crate) words: Words,
}

/// The screen of settings.
pub(crate) fn settings_screen(screen: &SettingsScreen) -> Html {
    let SettingsScreen { settings, mode, size, asking, on_said, on_file, words } = *screen;
    let says = &words.settings;
    let ask = |what: bool| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(what))
    };
    html! {
        <main class="settings">
            <h2>{ says.title }</h2>
            { choice(says.aim, "aim", &AIMS, settings.aim_percent, |aim| aim_word(*aim, words), Setting::Aim, on_said) }
            { choice(says.nudge, "nudge", &NUDGES, settings.nudge_s, |s| nudge_word(*s, words), Setting::Nudge, on_said) }
            <p class="sub">{ says.nudge_hint }</p>
            { choice(says.face, "face", &FACES, settings.face, |face| face_word(*face, words), Setting::Face, on_said) }
            <p class="sub">{ says.face_hint }</p>
            { choice(says.theme, "theme", &THEMES, settings.theme, |t| theme_word(*t, words), Setting::Theme, on_said) }
            <h3>{ says.kept }</h3>
            <p class="sub">
                { words.start.promise }{ " " }{ capital((words.kept.mode)(mode)) }{ ". " }
                if mode == Mode::Local { { (says.size)(size) } }
            </p>
            <div class="controls">
                { Button::plain("file", says.file).draw(on_file.reform(|_| ())) }
                { Button { class: "ghost danger", ..Button::plain("erase", says.erase) }.draw(ask(true)) }
            </div>
            if **asking { { sure(asking, on_said, words) } }
        </main>
    }
}

fn choice<T: Copy + PartialEq + 'static>(
    label: &'static str,
    name: &'static str,
    all: &'static [T],
    chosen: T,
    word: impl Fn(&T) -> String,
    setting: fn(T) -> Setting,
    on_said: &Callback<Said>,
) -> Html {
    let on_choose = on_said
        .reform(move |index: usize| Said::Set(setting(all.get(index).copied().unwrap_or(chosen))));
    let chips: Vec<Chip> = all.iter().map(|one| Chip::plain(word(one))).collect();
    let chosen = all.iter().position(|one| *one == chosen);
    html! {
        <>
            <h3>{ label }</h3>
            { choice::choice(&Choice { label, name, chips: &chips, chosen, part: None }, &on_choose) }
        </>
    }
}

/// Asks before all is erased; the way back has the focus.
fn sure(asking: &UseStateHandle<bool>, on_said: &Callback<Said>, words: Words) -> Html {
    let close = Callback::from({
        let asking = asking.setter();
        move |()| asking.set(false)
    });
    let erase = {
        let (close, on_said) = (close.clone(), on_said.clone());
        Callback::from(move |_: MouseEvent| {
            on_said.emit(Said::Erased);
            close.emit(());
        })
    };
    let go =
        Button { class: "ghost danger", ..Button::plain("erase-all", words.settings.erase_go) };
    html! {
        <Dialog title={words.settings.erase_sure} on_close={&close}>
            <p>{ words.settings.erase_what }</p>
            <div class="controls">
                { Button::plain("cancel", words.nav.cancel).draw(close.reform(|_| ())) }
                { go.draw(erase) }
            </div>
        </Dialog>
    }
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
    let says = &words.settings;
    let word = match theme {
        Theme::Auto => says.auto,
        Theme::Light => says.light,
        Theme::Dark => says.dark,
    };
    word.to_owned()
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + chars.as_str()
}
