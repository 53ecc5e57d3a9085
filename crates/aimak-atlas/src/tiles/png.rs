//! How does a tile of numbers become a picture that no browser changes?
//!
//! Neither gamma nor a colour profile: a browser that knew one would mend the colours, and they are numbers.

use super::mercator::SIDE;

/// The three numbers of a pixel.
pub type Pixel = [u8; 3];

/// A tile as PNG, its pixels row by row.
pub fn tile(pixels: &[Pixel]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, SIDE, SIDE);
    encoder.set_color(::png::ColorType::Rgb);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_compression(::png::Compression::High);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(pixels.as_flattened())?;
        writer.finish()
    });
    written.expect("invariant: memory takes a picture");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_holds_nothing_but_its_numbers() {
        let pixels = vec![[1, 2, 3]; (SIDE * SIDE) as usize];
        let bytes = tile(&pixels);
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .unwrap();
        let mut found = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut found).unwrap();
        assert_eq!(found, pixels.as_flattened());
        for chunk in [b"gAMA", b"iCCP", b"sRGB", b"cHRM"] {
            assert!(!bytes.windows(4).any(|window| window == chunk));
        }
    }
}
