//! Bytes as they travel: packed into a script, and packed beside a file.

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

/// How often the slow encoder tries again: after a few rounds it gains next to nothing.
const ROUNDS: zopfli::Options = zopfli::Options {
    iteration_count: NonZeroU64::MIN.saturating_add(1),
    iterations_without_improvement: NonZeroU64::MAX,
    maximum_block_splits: 15,
};
/// What is shorter than this is sent as fast unpacked.
const WORTH_PACKING: usize = 512;

/// gzip as a server would make it. The time of packing lies in no byte, so the same input gives the same output.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

/// gzip by an encoder that takes its time: for what is packed once and travels to everyone.
pub(super) fn tight(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(ROUNDS, zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

/// Brotli as tight as it goes.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let (quality, window) = (11, 22);
    let mut packer = CompressorWriter::new(Vec::new(), 4096, quality, window);
    packer.write_all(bytes)?;
    packer.flush()?;
    Ok(packer.into_inner())
}

/// Bytes as letters that stand in any script.
pub(super) fn letters(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The value of an `integrity` attribute.
pub(super) fn integrity(bytes: &[u8]) -> String {
    use sha2::Digest;
    format!("sha384-{}", STANDARD.encode(sha2::Sha384::digest(bytes)))
}

/// Puts a `.br` and a `.gz` beside a file, for servers that send what lies there.
pub(super) fn beside(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("{} is missing", file.display()))?;
    if bytes.len() < WORTH_PACKING {
        return Ok(());
    }
    for (ending, packed) in [("br", brotli(&bytes)?), ("gz", tight(&bytes)?)] {
        let name = format!("{}.{ending}", file.display());
        fs::write(&name, packed).with_context(|| format!("{name} is not writable"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integrity_is_what_browsers_compute() {
        // echo -n "alert('Hello, world.');" | openssl dgst -sha384 -binary | openssl base64 -A; the example of MDN.
        let known = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), known);
    }

    #[test]
    fn repetition_packs_well_and_brotli_packs_it_best() {
        let text = "who holds the floor, and for how long? ".repeat(400);
        let (gzip, brotli) = (gzip(text.as_bytes()).unwrap(), brotli(text.as_bytes()).unwrap());
        assert!(brotli.len() < gzip.len() && gzip.len() < text.len() / 10);
    }
}
