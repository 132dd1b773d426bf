//! The error of reading a file.

use std::fmt;

/// The reason why a text is rejected as an export of Heard. Nothing of a rejected text is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The text is longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// The text is not JSON, or is nested too deeply.
    NotJson,
    /// The text is JSON without the version field of an export.
    NotHeard,
    /// The file was written by a newer version of Heard.
    Newer,
}

impl ImportError {
    /// A stable code of the error, for programs.
    pub const fn code(self) -> &'static str {
        "import-invalid"
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the file is larger than 64 MiB",
            Self::NotJson => "the file is not JSON, or it is damaged",
            Self::NotHeard => "the file is not one of Heard's",
            Self::Newer => "the file was written by a newer version of Heard",
        })
    }
}

impl std::error::Error for ImportError {}
