//! Buttons that do through the controller what a hand could do, and read what the screen shows.

use heard::heard_core::event::capture::{Kind, Tally};
use heard::heard_core::event::kind::NewCapture;
use heard::heard_core::{EventId, Floor, Party};
use heard::{Controller, ControllerError, NewMeeting};
use yew::prelude::*;

/// Props of [`Controls`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ControlsProps {
    /// Of the widget that is meant.
    pub(crate) controller: Controller,
}

type Deed = fn(&Controller) -> Result<Option<EventId>, ControllerError>;

/// What the buttons do, by their words.
const DEEDS: &[(&str, Deed)] = &[
    ("start", |widget| {
        let client = "Harbour Trust".to_owned();
        widget.start(NewMeeting { client, ..NewMeeting::default() }).map(Some)
    }),
    ("pass the floor", |widget| widget.pass_floor().map(Some)),
    ("to the client", |widget| widget.set_floor(Party::Client)),
    ("break", |widget| widget.take_break().map(Some)),
    ("resume", |widget| widget.resume().map(Some)),
    ("mark", |widget| widget.mark().map(Some)),
    ("capture", |widget| {
        let words = "nobody calls back".to_owned();
        widget.capture(NewCapture { kind: Kind::Issue, words, ..NewCapture::default() }).map(Some)
    }),
    ("tally", |widget| widget.tally(Tally::Asked).map(Some)),
    ("undo", |widget| widget.undo().map(Some)),
    ("redo", |widget| widget.redo().map(Some)),
    ("end", |widget| widget.end().map(Some)),
];

/// The buttons, and what came of the last one.
#[component]
pub(crate) fn Controls(ControlsProps { controller }: &ControlsProps) -> Html {
    let answer = use_state(AttrValue::default);
    let doing = |deed: Deed| {
        let (answer, controller) = (answer.clone(), controller.clone());
        Callback::from(move |_: MouseEvent| {
            answer.set(match deed(&controller) {
                Ok(Some(_)) => "done".into(),
                Ok(None) => "it was so already".into(),
                Err(unheard) => format!("{}: {unheard}", unheard.code()).into(),
            });
        })
    };
    let reading = {
        let (answer, controller) = (answer.clone(), controller.clone());
        Callback::from(move |_: MouseEvent| {
            let read = read(&controller);
            answer.set(read.unwrap_or_else(|unheard| unheard.code().to_owned()).into());
        })
    };
    html! {
        <>
        <div class="row">
            { for DEEDS.iter().map(|(word, deed)| html! {
                <button data-deed={*word} onclick={doing(*deed)}>{ *word }</button>
            }) }
            <button data-deed="read" onclick={reading}>{ "read" }</button>
        </div>
        <output id="answer">{ &*answer }</output>
        </>
    }
}

/// What the screen shows, in a line.
fn read(widget: &Controller) -> Result<String, ControllerError> {
    let figures = widget.figures()?;
    let floor = widget.floor()?.map_or("nobody", Floor::word);
    let state = widget.state()?.word();
    let seconds = |ms: u64| ms / 1000;
    let (talk, listen) = (seconds(figures.talk_ms), seconds(figures.listen_ms));
    Ok(format!("{state}, floor: {floor}, {talk} s of talk, {listen} s of listening"))
}
