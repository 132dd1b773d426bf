//! Random events of any kind and time, without regard to whether a notebook accepts them.

use std::collections::BTreeMap;

use heard_core::event::kind::{EventKind, MeetingKind, NewCapture, Opening};
use heard_core::event::raw_object::RawObject;
use heard_core::event::review::{Answer, ChainText, Cost, CostKind, NoticeText};
use heard_core::event::settings::{Face, Setting, Theme};
use heard_core::time::Day;
use heard_core::{DocumentId, Event, EventId, Record, Timestamp};
use proptest::prelude::*;

use crate::random_actions::{any_counted, any_floor, any_kind, any_party, any_source, any_tally};
use crate::scene::{EVENING, opening};
use crate::totals::any_now;

/// Any kind there is, about events of a small pool.
pub(crate) fn any_act() -> impl Strategy<Value = EventKind> {
    let floor = prop_oneof![
        (any_party(), any_source()).prop_map(|(by, source)| EventKind::FloorTaken { by, source }),
        any_source().prop_map(|source| EventKind::FloorLeft { source }),
        Just(EventKind::BreakTaken),
        Just(EventKind::BreakEnded),
        Just(EventKind::MeetingEnded),
    ];
    let words = prop_oneof![
        Just(EventKind::MomentMarked),
        any_catch().prop_map(EventKind::Captured),
        (any_id(), any::<String>())
            .prop_map(|(capture, words)| EventKind::Amended { capture, words }),
        any_id().prop_map(|what| EventKind::Struck { what }),
        any_tally().prop_map(EventKind::Tallied),
    ];
    let edits = prop_oneof![
        (any_id(), any_ms()).prop_map(|(turn, to_ms)| EventKind::TurnMoved { turn, to_ms }),
        (any_id(), any_floor()).prop_map(|(turn, to)| EventKind::TurnGiven { turn, to }),
        (any_ms(), any_floor()).prop_map(|(at_ms, to)| EventKind::TurnSplit { at_ms, to }),
        any_id().prop_map(|event| EventKind::Undone { event }),
        any_id().prop_map(|event| EventKind::Redone { event }),
    ];
    let others = prop_oneof![
        any::<String>().prop_map(|name| EventKind::ClientAdded { name }),
        any::<String>().prop_map(|name| EventKind::ClientRenamed { name }),
        any_id().prop_map(|into| EventKind::ClientMerged { into }),
        any_opening().prop_map(EventKind::MeetingOpened),
        any_setting().prop_map(EventKind::SettingChanged),
    ];
    let away = prop_oneof![
        any_now().prop_map(|since| EventKind::AwayFound { since }),
        (any_id(), any_counted())
            .prop_map(|(away, counted)| EventKind::AwayCounted { away, counted }),
    ];
    let imported = prop_oneof![
        Just(EventKind::FileSaved),
        any_json().prop_map(EventKind::ClientImported),
        any_json().prop_map(EventKind::MeetingImported),
        any_json().prop_map(EventKind::DataImported),
    ];
    prop_oneof![5 => floor, 4 => words, 4 => edits, 3 => away, 2 => others, 2 => imported, 4 => any_after()]
}

/// Any kind of the time after a meeting.
fn any_after() -> impl Strategy<Value = EventKind> {
    let (text, some) = (any::<String>, any::<Option<String>>);
    let known = prop_oneof![2 => Just(None), 1 => any_id().prop_map(Some)];
    let day = (0_i64..4_000_000_000_000).prop_map(|ms| Day::of(ms, 0));
    let of_captures = prop_oneof![
        (any_id(), any_kind()).prop_map(|(capture, to)| EventKind::KindChanged { capture, to }),
        (any_id(), some()).prop_map(|(capture, to)| EventKind::Attributed { capture, to }),
        (any_id(), some()).prop_map(|(capture, ours)| EventKind::Reworded { capture, ours }),
        (any_id(), some(), proptest::option::of(day))
            .prop_map(|(capture, known_by, by)| EventKind::Planned { capture, known_by, by }),
        (any_id(), known.clone(), proptest::collection::vec(text(), 0..4), some()).prop_map(
            |(outcome, chain, steps, hurts)| EventKind::ChainDrawn {
                outcome,
                chain,
                links: ChainText { steps, hurts },
            }
        ),
        (any_id(), proptest::sample::select(Answer::ALL.to_vec()))
            .prop_map(|(capture, answer)| EventKind::ReadBack { capture, answer }),
        proptest::collection::vec(any_id(), 0..4)
            .prop_map(|captures| EventKind::Ranked { captures }),
    ];
    let of_meetings = prop_oneof![
        any::<u8>().prop_map(|percent| EventKind::Guessed { percent }),
        any::<u8>().prop_map(|step| EventKind::FeltHeard { step }),
        (known.clone(), proptest::sample::select(CostKind::ALL.to_vec()), some(), some()).prop_map(
            |(cost, kind, whom, note)| EventKind::CostNoted {
                cost,
                text: Cost { kind, whom, note }
            }
        ),
        (known.clone(), text(), some(), some()).prop_map(
            |(notice, what, how_long, how_to_stop)| EventKind::NoticeWritten {
                notice,
                text: NoticeText { what, how_long, how_to_stop },
            }
        ),
        (known, text(), some()).prop_map(|(story, learned, changed)| EventKind::StoryWritten {
            story,
            learned,
            changed
        }),
    ];
    prop_oneof![of_captures, of_meetings]
}

/// An event with any number that may be written, of any moment and any record.
pub(crate) fn any_event() -> impl Strategy<Value = Event> {
    let n = prop_oneof![1_u64..50, Just(1 << 40)];
    let wall = prop_oneof![any::<i64>(), EVENING..EVENING + 9_999];
    (n, any::<u64>(), wall, any_ms(), any_record(), any_act()).prop_map(
        |(n, boot, wall_ms, mono_ms, of, kind)| {
            let at = Timestamp { boot: DocumentId::from_random(boot), wall_ms, mono_ms };
            Event { n, at, of, kind, raw: None }
        },
    )
}

/// Events of several unsynchronized tabs, with unique ids and in their order.
pub(crate) fn any_events() -> impl Strategy<Value = Vec<Event>> {
    let wall = prop_oneof![4 => EVENING..EVENING + 9_999, 1 => any::<i64>()];
    let rest = (wall, any_ms(), any_record(), any_act(), 0..8_u8);
    proptest::collection::btree_map(any_id(), rest, 0..40).prop_map(|events: BTreeMap<_, _>| {
        let event = |(id, (wall_ms, mono_ms, of, kind, wild)): (EventId, _)| {
            let at = Timestamp { boot: id.boot, wall_ms, mono_ms };
            match kind {
                _ if id.n <= 2 && wild > 0 => {
                    let kind = EventKind::MeetingOpened(opening());
                    Event { n: id.n, at, of: Record::Begun(id), kind, raw: None }
                }
                EventKind::ClientAdded { .. } if wild > 0 => {
                    Event { n: id.n, at, of: Record::Begun(id), kind, raw: None }
                }
                EventKind::SettingChanged(_) if wild > 0 => {
                    Event { n: id.n, at, of: Record::Settings, kind, raw: None }
                }
                kind => Event { n: id.n, at, of, kind, raw: None },
            }
        };
        events.into_iter().map(event).collect()
    })
}

fn any_id() -> impl Strategy<Value = EventId> {
    (1_u64..12, 0_u64..2).prop_map(|(n, boot)| EventId { n, boot: DocumentId::from_random(boot) })
}

fn any_record() -> impl Strategy<Value = Record> {
    let meeting = (1_u64..3, 0_u64..2)
        .prop_map(|(n, boot)| Record::Begun(EventId { n, boot: DocumentId::from_random(boot) }));
    prop_oneof![9 => meeting, 1 => Just(Record::Settings)]
}

fn any_ms() -> impl Strategy<Value = u64> {
    prop_oneof![8 => 0_u64..20_000, 1 => any::<u64>()]
}

fn any_catch() -> impl Strategy<Value = NewCapture> {
    let mark = prop_oneof![2 => Just(None), 1 => any_id().prop_map(Some)];
    (any_kind(), any::<String>(), any::<Option<String>>(), any_ms(), mark).prop_map(
        |(kind, words, said_by, ago_ms, mark)| NewCapture { kind, words, said_by, ago_ms, mark },
    )
}

fn any_opening() -> impl Strategy<Value = Opening> {
    let kind = proptest::sample::select(MeetingKind::ALL.to_vec());
    let client = prop_oneof![Just(None), any_id().prop_map(Some)];
    let rest = (any::<u8>(), any::<u8>(), any_ms(), any::<Option<u8>>(), any::<i16>());
    (client, kind, rest).prop_map(
        |(client, kind, (us, them, began_ms_ago, aim_percent, utc_offset_min))| Opening {
            client,
            kind,
            us,
            them,
            began_ms_ago,
            aim_percent,
            utc_offset_min,
        },
    )
}

/// An object as this build writes it.
fn any_json() -> impl Strategy<Value = RawObject> {
    (any::<String>(), any::<i32>()).prop_map(|(name, number)| {
        let object = serde_json::json!({ "list": [number], "name": name });
        RawObject::parse(object.to_string()).expect("an object")
    })
}

fn any_setting() -> impl Strategy<Value = Setting> {
    prop_oneof![
        any::<Option<u8>>().prop_map(Setting::Aim),
        any::<Option<u16>>().prop_map(Setting::Nudge),
        prop_oneof![Just(Face::Quiet), Just(Face::Detailed)].prop_map(Setting::Face),
        prop_oneof![Just(Theme::Auto), Just(Theme::Light), Just(Theme::Dark)]
            .prop_map(Setting::Theme),
        any::<Option<u16>>().prop_map(Setting::Retention),
        any::<bool>().prop_map(Setting::KeepOpenLoops),
    ]
}
