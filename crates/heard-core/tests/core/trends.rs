//! Tests of trends over meetings and months.

mod figures;
mod meetings;
mod months;
mod silence;
