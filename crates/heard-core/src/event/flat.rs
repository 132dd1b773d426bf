//! Serialization of event kinds whose data is written as the fields of one JSON object, together with the id of the
//! event that they replace.
//!
//! serde's `flatten` attribute would do the same, but its buffering makes the compiled codec larger by a third.

#![allow(clippy::ref_option, reason = "serde hands over references to the fields")]

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::event::id::EventId;
use crate::event::review::{ChainText, Cost, CostKind, NoticeText};

type Noted<T> = (Option<EventId>, T);

#[derive(Serialize, Deserialize)]
struct FlatCost {
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<EventId>,
    kind: CostKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    whom: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// Serialization of `EventKind::CostNoted`.
pub(super) mod cost {
    use super::{Cost, Deserialize, Deserializer, EventId, FlatCost, Noted, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        cost: &Option<EventId>,
        text: &Cost,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let Cost { kind, whom, note } = text.clone();
        FlatCost { cost: *cost, kind, whom, note }.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Noted<Cost>, D::Error> {
        let FlatCost { cost, kind, whom, note } = FlatCost::deserialize(from)?;
        Ok((cost, Cost { kind, whom, note }))
    }
}

#[derive(Serialize, Deserialize)]
struct FlatNotice {
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<EventId>,
    what: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    how_long: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    how_to_stop: Option<String>,
}

/// Serialization of `EventKind::NoticeWritten`.
pub(super) mod notice {
    use super::{
        Deserialize, Deserializer, EventId, FlatNotice, Noted, NoticeText, Serialize, Serializer,
    };

    pub(crate) fn serialize<S: Serializer>(
        notice: &Option<EventId>,
        text: &NoticeText,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let NoticeText { what, how_long, how_to_stop } = text.clone();
        FlatNotice { notice: *notice, what, how_long, how_to_stop }.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Noted<NoticeText>, D::Error> {
        let FlatNotice { notice, what, how_long, how_to_stop } = FlatNotice::deserialize(from)?;
        Ok((notice, NoticeText { what, how_long, how_to_stop }))
    }
}

#[derive(Serialize, Deserialize)]
struct FlatChain {
    outcome: EventId,
    #[serde(skip_serializing_if = "Option::is_none")]
    chain: Option<EventId>,
    steps: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hurts: Option<String>,
}

/// Serialization of `EventKind::ChainDrawn`.
pub(super) mod chain {
    use super::{ChainText, Deserialize, Deserializer, EventId, FlatChain, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        outcome: &EventId,
        chain: &Option<EventId>,
        links: &ChainText,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let ChainText { steps, hurts } = links.clone();
        FlatChain { outcome: *outcome, chain: *chain, steps, hurts }.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<(EventId, Option<EventId>, ChainText), D::Error> {
        let FlatChain { outcome, chain, steps, hurts } = FlatChain::deserialize(from)?;
        Ok((outcome, chain, ChainText { steps, hurts }))
    }
}
