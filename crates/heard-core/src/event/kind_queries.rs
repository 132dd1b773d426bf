//! Predicates on kinds of events: which of them concern clients and loops.

use crate::event::id::EventId;
use crate::event::kind::EventKind;

impl EventKind {
    /// Returns whether the event begins a client's record.
    pub(crate) const fn begins_client(&self) -> bool {
        matches!(self, Self::ClientAdded { .. } | Self::ClientImported(_))
    }

    /// Returns whether the event may change an existing client.
    pub(crate) const fn is_of_client(&self) -> bool {
        matches!(
            self,
            Self::ClientRenamed { .. }
                | Self::ClientMerged { .. }
                | Self::Undone { .. }
                | Self::Redone { .. }
        )
    }

    /// Returns whether the event concerns a loop.
    pub(crate) const fn is_of_loop(&self) -> bool {
        matches!(self, Self::Likened { .. }) || self.which_loop().is_some()
    }

    /// Returns whether the event may change the loops, for any order in which the events of a log arrive.
    pub(crate) const fn may_change_loops(&self) -> bool {
        match self {
            Self::FloorTaken { .. }
            | Self::FloorLeft { .. }
            | Self::BreakTaken
            | Self::BreakEnded
            | Self::Tallied(_)
            | Self::MeetingEnded
            | Self::AwayFound { .. }
            | Self::AwayCounted { .. }
            | Self::TurnMoved { .. }
            | Self::TurnGiven { .. }
            | Self::TurnSplit { .. }
            | Self::SettingChanged(_)
            | Self::FileSaved
            | Self::Guessed { .. }
            | Self::Reworded { .. }
            | Self::ChainDrawn { .. }
            | Self::ReadBack { .. }
            | Self::Ranked { .. }
            | Self::FeltHeard { .. }
            | Self::CostNoted { .. }
            | Self::NoticeWritten { .. }
            | Self::StoryWritten { .. } => false,
            Self::ClientAdded { .. }
            | Self::ClientRenamed { .. }
            | Self::ClientMerged { .. }
            | Self::MeetingOpened(_)
            | Self::MomentMarked
            | Self::Captured(_)
            | Self::Amended { .. }
            | Self::Struck { .. }
            | Self::Undone { .. }
            | Self::Redone { .. }
            | Self::KindChanged { .. }
            | Self::Attributed { .. }
            | Self::Planned { .. }
            | Self::Likened { .. }
            | Self::LoopStepped(_)
            | Self::LoopAssigned { .. }
            | Self::ClientImported(_)
            | Self::MeetingImported(_)
            | Self::DataImported(_) => true,
        }
    }

    /// The loop that the event steps or assigns; `None` for other kinds. Such events are not undone with a meeting's
    /// events.
    pub(crate) const fn which_loop(&self) -> Option<EventId> {
        match self {
            Self::LoopStepped(stepped) => Some(stepped.which()),
            Self::LoopAssigned { which, .. } => Some(*which),
            _ => None,
        }
    }
}
