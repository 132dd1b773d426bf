//! The style sheet of the widget.

/// The style sheet of the widget, for the shadow root that it is rendered in. The build reads this list, so that the custom
/// element adopts the same files in the same order.
pub const STYLES: &str = concat!(
    include_str!("../styles/layers.css"),
    include_str!("../styles/tokens.css"),
    include_str!("../styles/base.css"),
    include_str!("../styles/controls.css"),
    include_str!("../styles/start.css"),
    include_str!("../styles/live.css"),
    include_str!("../styles/early.css"),
    include_str!("../styles/capture.css"),
    include_str!("../styles/review.css"),
    include_str!("../styles/review_cards.css"),
    include_str!("../styles/opening_card.css"),
    include_str!("../styles/meeting_chart.css"),
    include_str!("../styles/trends.css"),
    include_str!("../styles/client_view.css"),
    include_str!("../styles/recap.css"),
    include_str!("../styles/loops.css"),
    include_str!("../styles/sheet.css"),
    include_str!("../styles/lists.css"),
    include_str!("../styles/data.css"),
    include_str!("../styles/motion.css"),
);
