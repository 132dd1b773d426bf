//! Where keys are heard, and what they lead to.

use std::rc::Rc;

use heard_core::Desk;
use heard_core::act::Act;
use heard_core::meeting::State;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::live::{Live, Said};
use crate::options::Hotkeys;
use crate::shell::keyboard::PageKeys;
use crate::ui::capture_line::Wanted;
use crate::ui::hotkeys::{self, Command};

/// What the keys of a widget lead to.
#[derive(Clone, PartialEq)]
pub(crate) struct Keyboard {
    /// The capture line is wanted.
    pub(crate) wanted: Option<Wanted>,
    /// The list of keys is shown.
    pub(crate) helping: bool,
    /// Shows the list of keys, or closes it.
    pub(crate) help: Callback<bool>,
    /// For the widget's outermost element, where keys are heard there.
    pub(crate) on_key: Option<Callback<KeyboardEvent>>,
}

/// Hears keys on the widget or in the whole page, as the host wants it.
#[hook]
pub(crate) fn use_keyboard(
    live: &Rc<Live>,
    where_heard: Hotkeys,
    on_said: &Callback<Said>,
    on_interest: &Callback<bool>,
) -> Keyboard {
    let helping = use_state_eq(|| false);
    let wanted = use_state_eq(|| None::<Wanted>);
    let turn = use_mut_ref(|| 0);
    let help = Callback::from({
        let helping = helping.setter();
        move |show| helping.set(show)
    });
    let on_key = use_callback((Rc::clone(live), *helping), {
        let (on_said, on_interest, help) = (on_said.clone(), on_interest.clone(), help.clone());
        let wanted = wanted.setter();
        move |event: KeyboardEvent, (live, helping)| {
            on_interest.emit(true);
            let desk = &live.shown().desk;
            let reviewed = live.shown().review.is_some();
            let command = hotkeys::heard(&event);
            let Some(command) = command.filter(|c| !helping && fits(c, desk, reviewed)) else {
                return;
            };
            event.prevent_default();
            match command {
                Command::Help => help.emit(true),
                Command::Say(said) => on_said.emit(said),
                Command::Rest => on_said.emit(Said::Act(rest(desk))),
                Command::Write(kind) => {
                    *turn.borrow_mut() += 1;
                    wanted.set(Some(Wanted { kind, turn: *turn.borrow() }));
                }
            }
        }
    });
    use_effect_with((where_heard, on_key.clone()), |(where_heard, on_key)| {
        let on_key = on_key.clone();
        let keys = (*where_heard == Hotkeys::Page)
            .then(|| PageKeys::listen(move |event| on_key.emit(event.clone())));
        move || drop(keys)
    });
    let on_key = (where_heard == Hotkeys::Element).then_some(on_key);
    Keyboard { wanted: *wanted, helping: *helping, help, on_key }
}

/// Whether a key has a meaning now: outside a meeting most have none.
fn fits(command: &Command, desk: &Desk, reviewed: bool) -> bool {
    match command {
        _ if desk.running().is_some() => true,
        Command::Help => true,
        Command::Say(Said::Undo | Said::Redo) => reviewed,
        _ => false,
    }
}

/// What the key of the break does: it begins one, or ends it.
fn rest(desk: &Desk) -> Act {
    let resting = desk.running().is_some_and(|meeting| meeting.state() == State::Break);
    if resting { Act::BreakEnded } else { Act::BreakTaken }
}
