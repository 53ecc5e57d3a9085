//! A photo as a telephone writes it: with place, owner, device and remarks inside, all invented.

use image::{RgbImage, codecs::jpeg::JpegEncoder};

/// Words hidden in such a file, each in another part of it; none may ever be published.
pub const PLANTED: [&str; 4] = [
    "Planted owner of a phone",
    "PLANTED-CAMERA-7431",
    "planted:xmp 42.812345 N 74.512345 E",
    "planted comment with a number",
];
/// Where the file says that it was taken: degrees, minutes and hundredths of seconds.
const GPS: [[u32; 3]; 2] = [[42, 48, 4444], [74, 30, 4444]];

/// The JPEG of a picture with all that; `orientation` as EXIF counts it, 1 is upright.
pub fn jpeg(pixels: &RgbImage, orientation: u8) -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 88)
        .encode_image(pixels)
        .expect("invariant: a picture in memory encodes");
    let mut file = plain[..2].to_vec();
    let [owner, _, xmp, comment] = PLANTED;
    segment(&mut file, 0xE1, &exif(owner, orientation));
    segment(
        &mut file,
        0xE1,
        format!("http://ns.adobe.com/xap/1.0/\0{xmp}").as_bytes(),
    );
    segment(&mut file, 0xFE, comment.as_bytes());
    file.extend(&plain[2..]);
    file
}

/// A marker segment: marker, length, content.
fn segment(file: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).expect("invariant: our segments are short");
    file.extend([0xFF, marker]);
    file.extend(length.to_be_bytes());
    file.extend(content);
}

/// The EXIF block: a TIFF file (revision 6.0, section 2) with one directory, and one of the place below it.
fn exif(owner: &str, orientation: u8) -> Vec<u8> {
    let mut tiff = Tiff::default();
    let camera = PLANTED[1];
    tiff.text(0x010E, owner);
    tiff.text(0x010F, camera);
    tiff.short(0x0112, u16::from(orientation));
    let mut place = Tiff::default();
    place.text(1, "N");
    place.degrees(2, GPS[0]);
    place.text(3, "E");
    place.degrees(4, GPS[1]);
    let mut block = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    block.extend(tiff.with_place(&place));
    block
}

/// Entries of a directory, and the data that do not fit into them.
#[derive(Default)]
struct Tiff {
    entries: Vec<(u16, u16, u32, Vec<u8>)>,
}

impl Tiff {
    fn text(&mut self, tag: u16, words: &str) {
        let mut bytes = words.as_bytes().to_vec();
        bytes.push(0);
        self.entries.push((tag, 2, bytes.len() as u32, bytes));
    }

    fn short(&mut self, tag: u16, value: u16) {
        self.entries.push((tag, 3, 1, value.to_le_bytes().to_vec()));
    }

    fn degrees(&mut self, tag: u16, [degrees, minutes, seconds]: [u32; 3]) {
        let parts = [degrees, 1, minutes, 1, seconds, 100];
        let bytes = parts.into_iter().flat_map(u32::to_le_bytes).collect();
        self.entries.push((tag, 5, 3, bytes));
    }

    /// This directory at byte 8 of the file, and another behind it that tag 0x8825 points to.
    fn with_place(mut self, place: &Self) -> Vec<u8> {
        self.entries.push((0x8825, 4, 1, vec![0; 4]));
        let behind = 8 + self.bytes(8).len() as u32;
        let pointer = self.entries.last_mut().expect("invariant: pushed above");
        pointer.3 = behind.to_le_bytes().to_vec();
        let mut bytes = self.bytes(8);
        bytes.extend(place.bytes(behind));
        bytes
    }

    /// The directory as it stands at byte `at` of the file.
    fn bytes(&self, at: u32) -> Vec<u8> {
        let mut directory = (self.entries.len() as u16).to_le_bytes().to_vec();
        let mut data: Vec<u8> = Vec::new();
        let data_at = at + 2 + 12 * self.entries.len() as u32 + 4;
        for (tag, kind, count, bytes) in &self.entries {
            directory.extend(tag.to_le_bytes());
            directory.extend(kind.to_le_bytes());
            directory.extend(count.to_le_bytes());
            if bytes.len() <= 4 {
                directory.extend(bytes);
                directory.extend(vec![0; 4 - bytes.len()]);
            } else {
                directory.extend((data_at + data.len() as u32).to_le_bytes());
                data.extend(bytes);
            }
        }
        directory.extend([0; 4]);
        directory.extend(data);
        directory
    }
}
