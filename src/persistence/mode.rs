//! How safely things are kept.

/// Where the notebook lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// In `IndexedDB`, on the disk; and in localStorage, as far as there is room.
    Durable,
    /// In localStorage only, which a browser that is killed may not have written to the disk yet.
    Local,
    /// In this page's memory only, because storage is blocked or the host wished it so.
    Memory,
    /// In this page's memory only, because there is no room. What is waiting is tried again with every touch.
    Full,
}

impl Mode {
    /// The mode as the style sheet names it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Durable => "durable",
            Self::Local => "local",
            Self::Memory => "memory",
            Self::Full => "full",
        }
    }

    /// The word that hosts are told. No room is as if there were no storage; the reason says which it is.
    pub const fn told(self) -> &'static str {
        match self {
            Self::Durable => "durable",
            Self::Local => "local",
            Self::Memory | Self::Full => "memory",
        }
    }

    /// Why it is so, in the word that hosts are told.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Durable => "kept",
            Self::Local => "indexeddb-blocked",
            Self::Memory => "storage-blocked",
            Self::Full => "storage-full",
        }
    }
}
