//! The state of the review and its messages.

use heard_core::EventId;
use heard_core::transfer::export::Audience;

use crate::ui::components::meeting_chart::pointer::Pick;
use crate::ui::context::screen_view::ScreenView;

/// What the review is rendered from.
pub(crate) type ReviewView<'a> = ScreenView<'a, ReviewState, Msg>;

/// The state of the review.
#[derive(Default)]
pub(crate) struct ReviewState {
    /// Marks whose question was put off.
    pub(crate) deferred_marks: Vec<EventId>,
    /// The index of the selected turn of the chart.
    pub(crate) selected_turn: Option<usize>,
    /// Whether the recap is the consultant's own; at first it is the client's.
    pub(crate) recap_is_own: bool,
}

/// What happens in the review.
#[derive(Clone, Copy)]
pub(crate) enum Msg {
    /// The figures of a meeting are to be shown although no guess was made.
    RevealRequested(EventId),
    /// The question about a mark was put off.
    MarkDeferred(EventId),
    /// A turn of the chart was selected, or none.
    TurnPicked(Pick),
    /// The reader of the recap was chosen.
    AudienceChosen(Audience),
}
