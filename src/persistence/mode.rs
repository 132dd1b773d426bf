//! How safely the notebook is stored.

/// Where the notebook is stored, which decides how safe it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// In `IndexedDB`, confirmed on the disk, and in localStorage as far as there is space.
    Durable,
    /// In localStorage only, which may not be on the disk yet when the browser is killed.
    Local,
    /// In memory only, because storage is blocked or the host asked for it.
    Memory,
    /// Partly in memory only, because localStorage is full and `IndexedDB` is not available. Each new event tries again.
    Full,
}

impl Mode {
    /// The value of `data-mode`, which the style sheet uses.
    pub(crate) const fn data_value(self) -> &'static str {
        match self {
            Self::Durable => "durable",
            Self::Local => "local",
            Self::Memory => "memory",
            Self::Full => "full",
        }
    }

    /// The mode as hosts see it: `durable`, `local` or `memory`. A full storage is reported as `memory`;
    /// [`reason`](Self::reason) tells the two apart.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Durable => "durable",
            Self::Local => "local",
            Self::Memory | Self::Full => "memory",
        }
    }

    /// Why the mode is what it is: `kept`, `indexeddb-blocked`, `storage-blocked` or `storage-full`.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Durable => "kept",
            Self::Local => "indexeddb-blocked",
            Self::Memory => "storage-blocked",
            Self::Full => "storage-full",
        }
    }
}
