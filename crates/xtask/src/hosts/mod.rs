//! Pages of others that host the widget, one file for each kind. They are built into `target/hosts`
//! before the tests, which know that folder as `HEARD_HOSTS`.

mod folders;
pub(crate) mod frameworks;
mod tarball;
pub(crate) mod yew;
