//! Pages of others that host the widget, a file for each kind: built into `target/hosts` before the tests, which know that folder as
//! `HEARD_HOSTS`.

pub(crate) mod frameworks;
pub(crate) mod yew;
