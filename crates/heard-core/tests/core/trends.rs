//! Trends: figures, meetings and loops side by side.

mod figures;
mod meetings;
mod months;
mod silence;
