//! Tests that exports for the client contain nothing private to the consultant.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::EventKind;
use heard_core::event::review::{Cost, CostKind};
use heard_core::transfer::export::{Audience, Wanted, csv, json};
use proptest::prelude::*;

use crate::after::{ended, links};
use crate::import::later;
use crate::random_actions::config;
use crate::scene::{Scene, amended, captured};

/// A unique word that is in no label.
const SECRET: &str = "zqsecret";

/// An event with private words, or one without words that varies the meeting.
fn any_private() -> impl Strategy<Value = Private> {
    prop_oneof![
        Just(Private::Held),
        Just(Private::Story),
        Just(Private::Cost),
        Just(Private::Reworded),
        Just(Private::Chained),
        Just(Private::Amended),
        (0..=100_u8).prop_map(Private::Guess),
        proptest::sample::select(Tally::ALL.to_vec()).prop_map(Private::Tally),
        Just(Private::Undo),
    ]
}

#[derive(Clone, Debug)]
enum Private {
    Held,
    Story,
    Cost,
    Reworded,
    Chained,
    Amended,
    Guess(u8),
    Tally(Tally),
    Undo,
}

fn does(scene: &mut Scene, what: &Private, outcome: heard_core::EventId) {
    let secret = || Some(SECRET.to_owned());
    let kind = match what {
        Private::Held => captured(Kind::Held, SECRET),
        Private::Story => {
            EventKind::StoryWritten { story: None, learned: SECRET.to_owned(), changed: secret() }
        }
        Private::Cost => EventKind::CostNoted {
            cost: None,
            text: Cost { kind: CostKind::Pain, whom: secret(), note: secret() },
        },
        Private::Reworded => EventKind::Reworded { capture: outcome, ours: secret() },
        Private::Chained => {
            EventKind::ChainDrawn { outcome, chain: None, links: links(&[SECRET], Some(SECRET)) }
        }
        // A held answer that is corrected is still one.
        Private::Amended => {
            let held = scene.try_record(captured(Kind::Held, SECRET));
            match held {
                Ok(id) => amended(id, &format!("{SECRET} again")),
                Err(_) => return,
            }
        }
        Private::Guess(percent) => EventKind::Guessed { percent: *percent },
        Private::Tally(tally) => EventKind::Tallied(*tally),
        Private::Undo => match scene.notebook.undoing(Some(scene.meeting)) {
            Ok((_, kind)) => kind,
            Err(_) => return,
        },
    };
    // A tally after the end is refused, and so is what was said already.
    scene.try_record(kind).ok();
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_clients_exports_contain_nothing_private(steps in proptest::collection::vec(any_private(), 0..20)) {
        let (mut scene, [outcome, ..]) = ended();
        for step in &steps {
            does(&mut scene, step, outcome);
        }
        let wanted = Wanted { audience: Audience::Client, ..Wanted::default() };
        for file in [json(&scene.notebook, wanted, later(), 60), csv(&scene.notebook, wanted, later())] {
            prop_assert!(!file.contains(SECRET), "{}", file);
        }
        let file = json(&scene.notebook, wanted, later(), 60);
        for nothing in ["\"guess_talk_percent\":null", "\"cost\":[]", "\"journal\":[]", "\"tallies\":null"] {
            prop_assert!(file.contains(nothing) , "{}", file);
        }
        prop_assert!(!file.contains("\"log\""), "{}", file);
    }
}
