//! How does a photo lose everything but what is to be seen on it?
//!
//! A camera writes the place, the time, its own number and often a second, uncropped picture into the file. Nothing of the file
//! is copied: its pixels are turned upright, made smaller and encoded anew, and only a plain JPEG header comes with them.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, RgbImage, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};

/// Longer side of the large picture, pixels.
pub const LARGE_PX: u32 = 1600;
/// Longer side of the small picture, pixels.
pub const SMALL_PX: u32 = 480;
/// Longer side of the picture for lists, pixels: twice the width it has there, for fine screens.
pub const CARD_PX: u32 = 208;
/// Files larger than this are refused, bytes.
pub const LARGEST_BYTES: u64 = 40_000_000;
/// Photos of more pixels than this are refused: a small file can claim a picture that no memory holds.
pub const LARGEST_PIXELS: u64 = 64_000_000;
/// Quality of the large JPEG, per cent.
const QUALITY: u8 = 82;
/// Quality of the others: a page must not weigh more than a village link carries.
const PAGE_QUALITY: u8 = 72;

/// A picture without a past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width, pixels.
    pub width: u32,
    /// Height, pixels.
    pub height: u32,
    /// The file.
    pub jpeg: Vec<u8>,
}

/// A photo in all sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// At most [`LARGE_PX`] on its longer side.
    pub large: Picture,
    /// At most [`SMALL_PX`] on its longer side.
    pub small: Picture,
    /// At most [`CARD_PX`] on its longer side.
    pub card: Picture,
}

/// Why a file gives no photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Neither JPEG nor PNG, whatever its name says.
    OtherFormat,
    /// Too many bytes or pixels.
    TooLarge,
    /// It cannot be decoded; what the decoder said.
    Damaged(String),
}

/// Makes all sizes of a photo. Smaller ones are not enlarged; the same file always gives the same bytes.
///
/// # Range and edge cases
/// The orientation that a camera noted is applied to the pixels. Transparent parts become white. The colour profile is dropped, not
/// applied: colours of a wide-gamut camera come out a little paler.
///
/// # Errors
/// [`Unfit`].
pub fn prepare(file: &[u8]) -> Result<Photo, Unfit> {
    if file.len() as u64 > LARGEST_BYTES {
        return Err(Unfit::TooLarge);
    }
    let upright = decode(file)?;
    Ok(Photo {
        large: picture(&upright, LARGE_PX, QUALITY)?,
        small: picture(&upright, SMALL_PX, PAGE_QUALITY)?,
        card: picture(&upright, CARD_PX, PAGE_QUALITY)?,
    })
}

fn damaged<E: std::fmt::Display>(error: E) -> Unfit {
    Unfit::Damaged(error.to_string())
}

/// The pixels, the right way up.
fn decode(file: &[u8]) -> Result<RgbImage, Unfit> {
    let reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(damaged)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png)) {
        return Err(Unfit::OtherFormat);
    }
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > LARGEST_PIXELS {
        return Err(Unfit::TooLarge);
    }
    let orientation = decoder.orientation().map_err(damaged)?;
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    pixels.apply_orientation(orientation);
    Ok(on_white(&pixels))
}

/// Colours without transparency.
fn on_white(pixels: &DynamicImage) -> RgbImage {
    if !pixels.color().has_alpha() {
        return pixels.to_rgb8();
    }
    let seen = pixels.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let over = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}

fn picture(pixels: &RgbImage, longest: u32, quality: u8) -> Result<Picture, Unfit> {
    let (width, height) = fitted(pixels.dimensions(), longest);
    let resized;
    let fitting = if (width, height) == pixels.dimensions() {
        pixels
    } else {
        resized = image::imageops::resize(pixels, width, height, FilterType::CatmullRom);
        &resized
    };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, quality)
        .encode_image(fitting)
        .map_err(damaged)?;
    Ok(Picture {
        width,
        height,
        jpeg,
    })
}

/// Width and height whose longer side is at most `longest`, in the same proportion.
fn fitted((width, height): (u32, u32), longest: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= longest {
        return (width, height);
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(longest);
        ((side + u64::from(longer) / 2) / u64::from(longer)).max(1) as u32
    };
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::camera;

    /// A picture whose left half is red and whose right half is blue.
    fn halves(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, _| {
            image::Rgb(if x < width / 2 {
                [200, 0, 0]
            } else {
                [0, 0, 200]
            })
        })
    }

    fn png(pixels: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        pixels.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn holds(bytes: &[u8], words: &[u8]) -> bool {
        bytes.windows(words.len()).any(|window| window == words)
    }

    #[test]
    fn nothing_that_the_camera_wrote_survives() {
        let file = camera::jpeg(&halves(900, 600), 1);
        for words in camera::PLANTED {
            assert!(holds(&file, words.as_bytes()), "{words} was planted");
        }
        let photo = prepare(&file).unwrap();
        for picture in [&photo.large, &photo.small, &photo.card] {
            for words in camera::PLANTED {
                assert!(!holds(&picture.jpeg, words.as_bytes()), "{words}");
            }
            let segments = segments(&picture.jpeg);
            assert!(
                segments.iter().all(|marker| PLAIN.contains(marker)),
                "{segments:x?}"
            );
            assert_eq!(&picture.jpeg[6..11], b"JFIF\0");
        }
        assert_eq!(prepare(&file).unwrap(), photo);
    }

    /// Markers of a plain JPEG: JFIF header, frame, tables of numbers and codes, scan. None of them holds words.
    const PLAIN: [u8; 5] = [0xE0, 0xC0, 0xDB, 0xC4, 0xDA];

    /// The markers of a JPEG before its pixels, in order.
    fn segments(jpeg: &[u8]) -> Vec<u8> {
        let (mut at, mut found) = (2, Vec::new());
        while jpeg[at] == 0xFF {
            found.push(jpeg[at + 1]);
            if jpeg[at + 1] == 0xDA {
                break;
            }
            at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        }
        found
    }

    #[test]
    fn the_orientation_of_the_camera_is_applied_first() {
        // 6: the camera was turned; what lies left in the file belongs to the top
        let photo = prepare(&camera::jpeg(&halves(800, 400), 6)).unwrap();
        assert_eq!((photo.small.width, photo.small.height), (240, 480));
        let seen = image::load_from_memory(&photo.small.jpeg)
            .unwrap()
            .to_rgb8();
        assert!(seen.get_pixel(120, 40).0[0] > 150, "red above");
        assert!(seen.get_pixel(120, 440).0[2] > 150, "blue below");
    }

    #[test]
    fn sizes_keep_their_proportion_and_small_ones_stay() {
        assert_eq!(fitted((4000, 3000), 1600), (1600, 1200));
        assert_eq!(fitted((3000, 4000), 480), (360, 480));
        assert_eq!(fitted((300, 200), 480), (300, 200));
        assert_eq!(fitted((10_000, 1), 480), (480, 1));
    }

    #[test]
    fn transparent_parts_are_white() {
        let clear = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(
            20,
            20,
            image::Rgba([0, 0, 0, 0]),
        ));
        let photo = prepare(&png(&clear)).unwrap();
        let seen = image::load_from_memory(&photo.large.jpeg)
            .unwrap()
            .to_rgb8();
        assert!(seen.get_pixel(10, 10).0.iter().all(|colour| *colour > 250));
    }

    #[test]
    fn what_is_no_photo_is_refused_with_its_reason() {
        assert_eq!(prepare(b"%PDF-1.7"), Err(Unfit::OtherFormat));
        assert_eq!(prepare(b""), Err(Unfit::OtherFormat));
        let mut cut = camera::jpeg(&halves(300, 200), 1);
        cut.truncate(40);
        assert!(matches!(prepare(&cut), Err(Unfit::Damaged(_))));
        let mut bomb = png(&DynamicImage::ImageRgb8(halves(4, 4)));
        // width and height of the header chunk: 65,535 each, with a checksum that fits
        bomb[16..24].copy_from_slice(&[0, 0, 255, 255, 0, 0, 255, 255]);
        let sum = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(prepare(&bomb), Err(Unfit::TooLarge));
    }

    /// The checksum of PNG chunks (ISO 3309).
    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 }
            })
        })
    }
}
