//! A ZIP archive of files that are stored without compression.
//!
//! Source: PKWARE's APPNOTE.TXT 6.3.10, 4.3 (file format) and 4.4.7 (CRC-32).

/// The part of a header that local and central headers share after their signature: version 2.0, no flags, stored,
/// midnight of 1980-01-01, which is the first time that the format can express.
const COMMON: [u8; 10] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];

/// An archive that is being written.
#[derive(Default)]
pub(super) struct Archive {
    bytes: Vec<u8>,
    /// The central directory, which follows the files.
    directory: Vec<u8>,
    count: u16,
}

impl Archive {
    /// Adds a file. `name` has to be ASCII and different from the names before it.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) {
        let start = four_bytes(self.bytes.len());
        let mut header = COMMON.to_vec();
        header.extend(crc32(content).to_le_bytes());
        header.extend([four_bytes(content.len()), four_bytes(content.len())].concat());
        header.extend([two_bytes(name.len()), [0, 0]].concat());
        self.bytes.extend([b"PK\x03\x04", &*header, name.as_bytes(), content].concat());
        self.directory.extend([b"PK\x01\x02\x14\x00", &*header].concat());
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend([&start, name.as_bytes()].concat());
        self.count += 1;
    }

    /// The bytes of the archive.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let (start, length) = (four_bytes(self.bytes.len()), four_bytes(self.directory.len()));
        let count = self.count.to_le_bytes();
        self.bytes.append(&mut self.directory);
        self.bytes.extend(
            [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &length, &start, &[0, 0]].concat(),
        );
        self.bytes
    }
}

/// A length or a position. The files of an archive together are limited to 4 GB, more than wasm can hold.
fn four_bytes(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn two_bytes(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

/// The CRC-32 of the bytes, computed without a table.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_crc_32() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn an_empty_archive_is_the_end_record_alone() {
        let end = [&b"PK\x05\x06"[..], &[0; 18]].concat();
        assert_eq!(Archive::default().finish(), end);
    }
}
