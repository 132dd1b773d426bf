//! Buttons that control the widget and read its state through the controller.

use heard::heard_core::event::capture::{Kind, Tally};
use heard::heard_core::event::kind::NewCapture;
use heard::heard_core::{EventId, Floor, Party};
use heard::{Controller, ControllerError, NewMeeting};
use yew::prelude::*;

/// Props of [`Controls`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ControlsProps {
    /// The controller of the widget.
    pub(crate) controller: Controller,
}

type Call = fn(&Controller) -> Result<Option<EventId>, ControllerError>;

/// The labels of the buttons, each with its call.
const CALLS: &[(&str, Call)] = &[
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

/// The buttons, and the result of the last call.
#[component]
pub(crate) fn Controls(ControlsProps { controller }: &ControlsProps) -> Html {
    let answer = use_state(AttrValue::default);
    let on_call = |call: Call| {
        let (answer, controller) = (answer.clone(), controller.clone());
        Callback::from(move |_: MouseEvent| {
            answer.set(match call(&controller) {
                Ok(Some(_)) => "done".into(),
                Ok(None) => "it was so already".into(),
                Err(error) => format!("{}: {error}", error.code()).into(),
            });
        })
    };
    let on_read = {
        let (answer, controller) = (answer.clone(), controller.clone());
        Callback::from(move |_: MouseEvent| {
            let read = read(&controller);
            answer.set(read.unwrap_or_else(|error| error.code().to_owned()).into());
        })
    };
    html! {
        <>
        <div class="row">
            { for CALLS.iter().map(|(label, call)| html! {
                <button data-deed={*label} onclick={on_call(*call)}>{ *label }</button>
            }) }
            <button data-deed="read" onclick={on_read}>{ "read" }</button>
        </div>
        <output id="answer">{ &*answer }</output>
        </>
    }
}

/// The state of the widget in one line.
fn read(widget: &Controller) -> Result<String, ControllerError> {
    let figures = widget.figures()?;
    let floor = widget.floor()?.map_or("nobody", Floor::as_str);
    let state = widget.state()?.as_str();
    let seconds = |ms: u64| ms / 1000;
    let (talk, listen) = (seconds(figures.talk_ms), seconds(figures.listen_ms));
    Ok(format!("{state}, floor: {floor}, {talk} s of talk, {listen} s of listening"))
}
