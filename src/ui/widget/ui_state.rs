//! What a widget remembers that its user would not miss after a reload.

use std::rc::Rc;

use heard_core::event::capture::Kind;
use heard_core::event::review::Story;
use heard_core::transfer::import::{File, Preview};
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::persistence::item::{Item, Lengths};
use crate::store::NewMeeting;
use crate::ui::components::share;
use crate::ui::screens::client_view::Handing;
use crate::ui::screens::live::counters::Dials;
use crate::ui::screens::loops::Board;
use crate::ui::screens::sheet;
use crate::ui::screens::trends::Seen;
use crate::ui::widget::client_filter::ClientFilter;

/// How many rows of a long list are snapshot at first, and how many more at each touch.
pub(crate) const ROWS: usize = 30;

/// The screens that one can go to by oneself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// Before a meeting.
    #[default]
    Start,
    /// Past meetings.
    Past,
    /// Settings.
    Settings,
    /// What is kept here.
    Store,
    /// The stories for oneself.
    Journal,
    /// The loops.
    Loops,
    /// One client.
    Client,
    /// What became of what a client said.
    Sheet,
    /// The pictures over time.
    Trends,
}

/// What it asks whether to erase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asking {
    /// Everything.
    All,
    /// A meeting, or a client with all their meetings.
    Record(EventId),
    /// The bytes that could not be read.
    Quarantine,
    /// Nothing: whether two clients are the same, so that one of them is snapshot under the other.
    Same {
        /// The one who stands no longer.
        gone: EventId,
        /// The one who stands.
        stays: EventId,
    },
}

/// How far bringing in a file has come.
#[derive(Default)]
pub(crate) enum Bringing {
    /// No file was chosen.
    #[default]
    Nothing,
    /// It is being read.
    Reading,
    /// It can not be brought in; why.
    ImportError(&'static str),
    /// It was read, and nothing has changed yet.
    Previewed(File, Preview),
    /// It is being kept.
    Committing,
    /// It is here.
    Done(Preview),
}

/// A wish for the capture line: the kind to write, and a number that grows with each wish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// What is to be written.
    pub(crate) kind: Kind,
    /// Which wish it is; none was made yet at nought.
    pub(crate) turn: u32,
}

/// The widget's own memory.
#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is so or not, and all go together"
)]
pub(crate) struct UiState {
    /// The screen outside a meeting.
    pub(crate) place: Place,
    /// Whether the user has done anything yet; until then, the focus is the host's.
    pub(crate) moved: bool,
    /// What the status line says.
    pub(crate) status: AttrValue,
    /// The minutes of the meeting, where the status line says only these.
    pub(crate) minutes: AttrValue,
    /// Whether the details are called up while the client talks.
    pub(crate) awake: bool,
    /// Whether someone writes in the capture line.
    pub(crate) writing: bool,
    /// Whether one's own turn has become long.
    pub(crate) is_long: bool,
    /// Whether the list of keys is snapshot.
    pub(crate) helping: bool,
    /// Whether it asks if something should be erased, and what.
    pub(crate) asking: Option<Asking>,
    /// What is kept here, as of when its screen was opened.
    pub(crate) inventory: Vec<(Item, Lengths)>,
    /// The client whose page is snapshot.
    pub(crate) client: Option<EventId>,
    /// The one client of whom lists are; everybody's, where there is none.
    pub(crate) only: Option<ClientFilter>,
    /// Every story, as of when its screen was opened.
    pub(crate) journal: Vec<(Rc<Meeting>, Story)>,
    /// The loops, as they are looked through.
    pub(crate) loops: Board,
    /// Whether a loop is in the black hole.
    pub(crate) waits: bool,
    /// The pictures over time, as of when their screen was opened.
    pub(crate) trends: Seen,
    /// What the client has in their hands.
    pub(crate) handing: Option<Handing>,
    /// A file that comes in.
    pub(crate) bringing: Bringing,
    /// The capture line is wanted.
    pub(crate) wanted: Wanted,
    /// How often words were kept from the capture line, which is cleared each time.
    pub(crate) kept: u32,
    /// How many rows of a long list are snapshot beyond the first ones.
    pub(crate) more: usize,
    /// The meeting whose figures are snapshot without a guess.
    pub(crate) revealed: Option<EventId>,
    /// Marks whose words can wait.
    pub(crate) passed_over: Vec<EventId>,
    /// The widget's outermost node.
    pub(crate) root: NodeRef,
    /// Which turn of the picture is told.
    pub(crate) told: Option<usize>,
    /// Which capture is being corrected.
    pub(crate) amending: Option<EventId>,
    /// The line in which it is.
    pub(crate) amended_line: NodeRef,
    /// What is chosen for the next meeting.
    pub(crate) beginning: NewMeeting,
    /// The nodes that show time.
    pub(crate) dials: Dials,
    /// The circle.
    pub(crate) circle: NodeRef,
    /// Whether the recap of a review is for oneself; at first it is for the client.
    pub(crate) recap_is_own: bool,
    /// Which sheet is snapshot.
    pub(crate) sheet: sheet::Chosen,
    /// What the ways out of the browser have come to.
    pub(crate) ways_out: share::Card,
    /// The heading of a review.
    pub(crate) heading: NodeRef,
}
