//! Host pages that need a build of their own: a file each, which says how one comes into its folder of `target/hosts/`.

pub(crate) mod yew;
