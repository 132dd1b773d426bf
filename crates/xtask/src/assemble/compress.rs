//! Compression, base64 and checksums of what is published.

use std::fs;
use std::io::Write;
use std::num::NonZeroU64;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Two iterations of zopfli: more of them save next to nothing.
const ZOPFLI: zopfli::Options = zopfli::Options {
    iteration_count: NonZeroU64::MIN.saturating_add(1),
    iterations_without_improvement: NonZeroU64::MAX,
    maximum_block_splits: 15,
};
/// In bytes: shorter files are not compressed, since they fit into one network packet anyway.
const LEAST_LENGTH: usize = 512;

/// gzip as a server would make it. The output does not contain the time, so that it depends on the input alone.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// gzip by zopfli, which takes longer and gives fewer bytes.
pub(super) fn gzip_smallest(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    zopfli::compress(ZOPFLI, zopfli::Format::Gzip, bytes, &mut compressed)?;
    Ok(compressed)
}

/// Brotli with the highest quality.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let (quality, window) = (11, 22);
    let mut encoder = CompressorWriter::new(Vec::new(), 4096, quality, window);
    encoder.write_all(bytes)?;
    encoder.flush()?;
    Ok(encoder.into_inner())
}

/// Base64 with padding, which can stand in any script.
pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The value of an `integrity` attribute: SHA-384 in base64.
pub(super) fn integrity(bytes: &[u8]) -> String {
    use sha2::Digest;
    format!("sha384-{}", STANDARD.encode(sha2::Sha384::digest(bytes)))
}

/// Writes a `.br` and a `.gz` next to a file, for servers that send compressed copies.
///
/// # Errors
///
/// If the file cannot be read or a copy cannot be written.
pub(super) fn write_copies(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("{} is missing", file.display()))?;
    if bytes.len() < LEAST_LENGTH {
        return Ok(());
    }
    for (extension, compressed) in [("br", brotli(&bytes)?), ("gz", gzip_smallest(&bytes)?)] {
        let name = format!("{}.{extension}", file.display());
        fs::write(&name, compressed).with_context(|| format!("{name} is not writable"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integrity_is_the_one_of_mdns_example() {
        // <https://developer.mozilla.org/docs/Web/Security/Subresource_Integrity>: the hash of its example.
        let known = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), known);
    }

    #[test]
    fn repetition_is_compressed_best_by_brotli() {
        let text = "who holds the floor, and for how long? ".repeat(400);
        let (gzip, brotli) = (gzip(text.as_bytes()).unwrap(), brotli(text.as_bytes()).unwrap());
        assert!(brotli.len() < gzip.len() && gzip.len() < text.len() / 10);
    }
}
