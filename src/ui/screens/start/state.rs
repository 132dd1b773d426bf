//! The messages of the form for the next meeting. Its state is the next meeting itself.

use crate::store::NewMeeting;
use crate::ui::context::screen_view::ScreenView;

/// What the screen is rendered from.
pub(crate) type StartView<'a> = ScreenView<'a, NewMeeting, Msg>;

/// Changes a field of the next meeting by a number.
pub(crate) type Change = fn(&mut NewMeeting, i64);

/// What happens on the screen.
#[derive(Clone)]
pub(crate) enum Msg {
    /// A field of the next meeting is to be changed by this number.
    Changed(Change, i64),
    /// The client was typed or chosen.
    ClientNamed(String),
}
