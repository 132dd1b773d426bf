//! The usual range of the consultant's share of speech, by the kind of meeting and the number of people.

use crate::event::kind::MeetingKind;

/// A range of the consultant's share of speech, in percent (0 to 100). It is not a score: shares below the range are
/// noted as well as shares above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The lower bound. With a smaller share, the consultant may have said too little.
    pub low_percent: u8,
    /// The upper bound. With a larger share, the client may have said too little. This is the aim that the tick on the
    /// rim shows.
    pub high_percent: u8,
}

/// The source of the figures of a band, so that the reader can judge their reliability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandSource {
    /// Best sales calls: 43 % own talk (Gong, vendor data). Skilled motivational interviewing: the client speaks
    /// 59 to 62 % (Psychology & Health 2017; Miller 2004).
    SalesAndInterviewing,
    /// A vendor's rule of thumb (Momentra).
    RuleOfThumb,
    /// A convention of Heard, without an external source.
    Convention,
}

/// The smallest factor by which a band is scaled, in percent. A band is not scaled unless the client's side has more
/// people than the consultant's.
const SMALLEST_SCALE_PERCENT: u32 = 50;

impl Band {
    /// Returns the band for a kind of meeting with `us` people on the consultant's side and `them` on the client's.
    /// Zero counts as one.
    ///
    /// The figures hold for two people. If the client's side has more people, the band is scaled in proportion to an
    /// equal share for each person. That it should shrink is an observation of aital's users; by how much is a
    /// convention of Heard.
    pub fn of(kind: MeetingKind, us: u8, them: u8) -> Self {
        let (us, them) = (u32::from(us.max(1)), u32::from(them.max(1)));
        let scale = (200 * us / (us + them)).clamp(SMALLEST_SCALE_PERCENT, 100);
        let (low, high) = Self::of_two(kind);
        Self { low_percent: scaled(low, scale), high_percent: scaled(high, scale) }
    }

    /// Returns the lower and the upper bound for a meeting of two people, in percent.
    const fn of_two(kind: MeetingKind) -> (u8, u8) {
        match kind {
            MeetingKind::Discovery => (30, 43),
            MeetingKind::WorkingSession => (35, 55),
            MeetingKind::Demo => (50, 65),
            MeetingKind::HardConversation => (30, 40),
        }
    }

    /// Returns the source of the figures for a kind of meeting.
    pub const fn source(kind: MeetingKind) -> BandSource {
        match kind {
            MeetingKind::Discovery => BandSource::SalesAndInterviewing,
            MeetingKind::Demo | MeetingKind::HardConversation => BandSource::RuleOfThumb,
            MeetingKind::WorkingSession => BandSource::Convention,
        }
    }
}

/// Scales a percentage by `scale` percent, rounded half up.
fn scaled(percent: u8, scale: u32) -> u8 {
    u8::try_from((u32::from(percent) * scale + 50) / 100).unwrap_or(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_one_the_band_is_the_kinds_own() {
        let band = Band::of(MeetingKind::Discovery, 1, 1);
        assert_eq!(band, Band { low_percent: 30, high_percent: 43 });
        assert_eq!(Band::of(MeetingKind::Discovery, 0, 0), band);
    }

    #[test]
    fn more_of_them_leave_less_for_us_but_never_less_than_half() {
        assert_eq!(Band::of(MeetingKind::Discovery, 1, 2).high_percent, 28);
        assert_eq!(Band::of(MeetingKind::Demo, 1, 3), Band { low_percent: 25, high_percent: 33 });
        assert_eq!(Band::of(MeetingKind::Demo, 1, 200), Band { low_percent: 25, high_percent: 33 });
    }

    #[test]
    fn more_of_us_do_not_widen_it() {
        assert_eq!(Band::of(MeetingKind::Demo, 5, 1), Band::of(MeetingKind::Demo, 1, 1));
    }

    #[test]
    fn only_the_working_session_rests_on_our_own_convention() {
        for kind in MeetingKind::ALL {
            let ours = Band::source(kind) == BandSource::Convention;
            assert_eq!(ours, kind == MeetingKind::WorkingSession);
        }
        assert_eq!(Band::source(MeetingKind::Discovery), BandSource::SalesAndInterviewing);
    }
}
