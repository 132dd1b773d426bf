mod figures;
mod meetings;
mod months;
mod silence;
