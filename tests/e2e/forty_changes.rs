//! Forty floor changes in forty-seven minutes: every figure is exact to the millisecond, also with reloads and undo.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{call_ok, exported_meeting, open_with_clock, start_meeting};

const CHANGES: usize = 40;
const WHOLE_MS: u64 = 47 * 60_000;

/// Uneven lengths of forty-one turns in milliseconds, forty-seven minutes in all.
fn lengths() -> Vec<u64> {
    let mut seed: u64 = 20_261_121;
    let mut lengths: Vec<u64> = (0..CHANGES)
        .map(|_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            1 + (seed >> 33) % 130_000
        })
        .collect();
    let sum: u64 = lengths.iter().sum();
    lengths.push(WHOLE_MS.checked_sub(sum).expect("forty turns are shorter than the meeting"));
    lengths
}

/// The expected figures, computed from the lengths of the turns.
struct Reference {
    turns: Vec<(bool, u64, u64)>,
}

impl Reference {
    /// Alternating turns of these lengths in milliseconds, starting with the client's.
    fn of(lengths: &[u64]) -> Self {
        let mut at = 0;
        let mut turns = Vec::new();
        for (n, length) in lengths.iter().enumerate() {
            turns.push((n % 2 == 1, at, at + length));
            at += length;
        }
        Self { turns }
    }

    fn ms(&self, ours: bool) -> u64 {
        self.turns.iter().filter(|turn| turn.0 == ours).map(|turn| turn.2 - turn.1).sum()
    }

    /// Asserts that the element's properties match.
    async fn assert_properties(&self, page: &Page, when: &str) {
        let js = "
            const { floor, talkMs, listenMs, elapsedMs } = w;
            return { floor, talkMs, listenMs, elapsedMs,
                     share: w.talkShare === args[0] / (args[0] + args[1]) };";
        let (talk, listen) = (self.ms(true), self.ms(false));
        let floor =
            if self.turns.last().is_some_and(|turn| turn.0) { "consultant" } else { "client" };
        let expected = json!({
            "floor": floor,
            "talkMs": talk,
            "listenMs": listen,
            "elapsedMs": talk + listen,
            "share": true,
        });
        assert_eq!(page.widget_with(js, json!([talk, listen])).await, expected, "{when}");
    }

    /// Asserts that the export matches.
    async fn assert_export(&self, page: &Page) {
        let exported = exported_meeting(page).await;
        let turns = exported["turns"].as_array().unwrap().iter().map(|turn| {
            let ms = |name: &str| turn[name].as_u64().unwrap();
            (turn["party"] == "consultant", ms("start_ms"), ms("end_ms"))
        });
        assert_eq!(turns.collect::<Vec<_>>(), self.turns);
        assert_eq!(exported["measures"]["talk_ms"], self.ms(true));
        assert_eq!(exported["measures"]["listen_ms"], self.ms(false));
        assert_eq!(exported["measures"]["floor_changes"], self.turns.len() - 1);
    }
}

async fn click_floor_button(page: &Page) {
    page.widget("s.querySelector('[part=floor]').click(); await w.flush();").await;
}

/// Makes the forty changes with clicks, each turn of its given length.
async fn forty_changes(page: &Page, lengths: &[u64]) {
    start_meeting(page).await;
    for (n, length) in lengths.iter().enumerate() {
        page.clock().advance(*length).await;
        if n < CHANGES {
            click_floor_button(page).await;
        }
    }
}

#[tokio::test]
async fn every_figure_is_exact_at_every_step_and_after_the_end() {
    let (_site, page) = open_with_clock().await;
    let lengths = lengths();
    start_meeting(&page).await;
    for n in 0..=CHANGES {
        page.clock().advance(lengths[n]).await;
        Reference::of(&lengths[..=n]).assert_properties(&page, &format!("before change {n}")).await;
        if n < CHANGES {
            click_floor_button(&page).await;
        }
    }
    let whole = Reference::of(&lengths);
    assert_eq!(whole.ms(true) + whole.ms(false), WHOLE_MS);
    whole.assert_export(&page).await;

    call_ok(&page, "end", Value::Null).await;
    page.clock().advance(3_600_000).await;
    let js = "return { floor: w.floor, talk: w.talkMs, listen: w.listenMs, elapsed: w.elapsedMs }";
    let over = json!({
        "floor": null, "talk": whole.ms(true), "listen": whole.ms(false), "elapsed": WHOLE_MS,
    });
    assert_eq!(page.widget(js).await, over, "an hour after the end the figures are the same");
    whole.assert_export(&page).await;
    page.click("[data-act=reveal]").await;
    page.wait_for("[data-fact]").await;
    assert_eq!(page.text("[data-fact=elapsed] dd").await, "47:00");
    page.finish().await;
}

#[tokio::test]
async fn a_reload_after_every_step_changes_nothing() {
    let (_site, page) = open_with_clock().await;
    let lengths = lengths();
    start_meeting(&page).await;
    for n in 0..=CHANGES {
        // Half of the turn passes before the reload and half after it.
        page.clock().advance(lengths[n] / 2).await;
        page.reload().await;
        page.clock().advance(lengths[n] - lengths[n] / 2).await;
        Reference::of(&lengths[..=n]).assert_properties(&page, &format!("after reload {n}")).await;
        if n < CHANGES {
            click_floor_button(&page).await;
        }
    }
    Reference::of(&lengths).assert_export(&page).await;
    page.finish().await;
}

#[tokio::test]
async fn every_step_can_be_undone_and_redone() {
    let (_site, page) = open_with_clock().await;
    let lengths = lengths();
    forty_changes(&page, &lengths).await;
    // With the last changes undone, the turn before them continues to the end.
    let without = |undone: usize| {
        let stand = CHANGES - undone;
        let mut left = lengths[..stand].to_vec();
        left.push(lengths[stand..].iter().sum());
        Reference::of(&left)
    };
    for undone in 1..=CHANGES {
        call_ok(&page, "undo", Value::Null).await;
        without(undone).assert_properties(&page, &format!("{undone} undone")).await;
    }
    page.reload().await;
    for undone in (0..CHANGES).rev() {
        call_ok(&page, "redo", Value::Null).await;
        without(undone).assert_properties(&page, &format!("redone, {undone} left")).await;
    }
    Reference::of(&lengths).assert_export(&page).await;
    page.finish().await;
}
