//! Codes of a picture, brought from one projection into another and painted.

use std::io::Cursor;

use crate::outline::{MAP_WIDTH, Sheet};

/// Pixels along the longer side of a picture that is part of a script: larger ones come as tiles.
const IN_A_SCRIPT: f64 = 900.0;

/// Codes of cells on a grid, row by row from the north; 0 is no value.
#[derive(Clone, Debug, PartialEq)]
pub struct Codes {
    width: usize,
    height: usize,
    cells: Vec<u8>,
    /// West, south, east, north, degrees.
    bounds: [f64; 4],
}

impl Codes {
    /// The codes of a grey PNG of eight bits.
    ///
    /// # Errors
    /// What the decoder said, or that the picture is of another kind.
    pub fn decode(bytes: &[u8], bounds: [f64; 4]) -> Result<Self, String> {
        let mut reader = png::Decoder::new(Cursor::new(bytes))
            .read_info()
            .map_err(|error| error.to_string())?;
        let mut codes = vec![0; reader.output_buffer_size().ok_or("too large")?];
        let frame = reader
            .next_frame(&mut codes)
            .map_err(|error| error.to_string())?;
        if frame.color_type != png::ColorType::Grayscale || frame.bit_depth != png::BitDepth::Eight
        {
            return Err(format!("{:?}, {:?}", frame.color_type, frame.bit_depth));
        }
        Ok(Self {
            width: frame.width as usize,
            height: frame.height as usize,
            cells: codes,
            bounds,
        })
    }

    /// Every code that occurs, rising.
    pub fn present(&self) -> impl Iterator<Item = u8> {
        let mut seen = [false; 256];
        for code in &self.cells {
            seen[usize::from(*code)] = true;
        }
        (1..=u8::MAX).filter(move |code| seen[usize::from(*code)])
    }

    /// The column that a longitude lies in.
    pub fn column(&self, longitude: f64) -> Option<usize> {
        let [west, _, east, _] = self.bounds;
        let col = ((longitude - west) / (east - west) * self.width as f64).floor();
        (col >= 0.0 && col < self.width as f64).then_some(col as usize)
    }

    /// The row that a latitude lies in.
    pub fn row(&self, latitude: f64) -> Option<usize> {
        let [_, south, _, north] = self.bounds;
        let row = ((north - latitude) / (north - south) * self.height as f64).floor();
        (row >= 0.0 && row < self.height as f64).then_some(row as usize)
    }

    /// The code of a column and a row; none outside.
    pub fn code(&self, column: Option<usize>, row: Option<usize>) -> u8 {
        let cell = column.zip(row).map(|(col, row)| row * self.width + col);
        cell.map_or(0, |cell| self.cells[cell])
    }

    /// Its columns.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Its rows.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The code at a place.
    fn at(&self, (longitude, latitude): (f64, f64)) -> u8 {
        self.code(self.column(longitude), self.row(latitude))
    }

    /// The same on the sheet of the drawn maps, a pixel for each of its units.
    pub fn on_sheet(&self, sheet: &Sheet) -> Self {
        let (width, height) = (MAP_WIDTH as usize, sheet.height.ceil() as usize);
        let place = |col: usize, row: usize| {
            sheet
                .placing
                .off_sheet((col as f64 + 0.5, row as f64 + 0.5))
        };
        self.resampled(width, height, place)
    }

    /// The same with rows at even steps of the Mercator projection, small enough to travel inside a script.
    pub fn on_web_map(&self) -> Self {
        let [west, south, east, north] = self.bounds;
        let (bottom, top) = (mercator(south), mercator(north));
        let thin = (self.width.max(self.height) as f64 / IN_A_SCRIPT).max(1.0);
        let pixels = |length: usize| ((length as f64 / thin).round() as usize).max(1);
        let (width, height) = (pixels(self.width), pixels(self.height));
        let place = |col: usize, row: usize| {
            let share = |n: usize, of: usize| (n as f64 + 0.5) / of as f64;
            let y = top - (top - bottom) * share(row, height);
            (west + (east - west) * share(col, width), latitude(y))
        };
        self.resampled(width, height, place)
    }

    fn resampled(
        &self,
        width: usize,
        height: usize,
        place: impl Fn(usize, usize) -> (f64, f64),
    ) -> Self {
        let places = (0..width * height).map(|cell| place(cell % width, cell / width));
        Self {
            width,
            height,
            cells: places.map(|place| self.at(place)).collect(),
            bounds: self.bounds,
        }
    }

    /// Painted; codes without a colour are transparent.
    ///
    /// # Panics
    /// Never: a picture in memory can always be encoded.
    pub fn png(&self, fill: impl Fn(u8) -> Option<&'static str>) -> Vec<u8> {
        let mut colours: Vec<Option<[u8; 3]>> = vec![None];
        let places: Vec<u8> = (0..=u8::MAX)
            .map(|code| {
                let colour = fill(code).map(rgb);
                let known = colours.iter().position(|known| *known == colour);
                known.unwrap_or_else(|| {
                    colours.push(colour);
                    colours.len() - 1
                }) as u8
            })
            .collect();
        let pixels: Vec<u8> = self
            .cells
            .iter()
            .map(|code| places[usize::from(*code)])
            .collect();
        let palette: Vec<u8> = colours
            .iter()
            .flat_map(|colour| colour.unwrap_or([255; 3]))
            .collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette);
        encoder.set_trns(vec![0]);
        encoder.set_compression(png::Compression::High);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&pixels)?;
            writer.finish()
        });
        written.expect("invariant: memory takes a picture");
        bytes
    }
}

/// `#rrggbb` as three numbers.
fn rgb(colour: &str) -> [u8; 3] {
    let channel = |place: usize| {
        colour
            .get(place..place + 2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .unwrap_or(0)
    };
    [channel(1), channel(3), channel(5)]
}

/// Ordinate of a latitude in the Mercator projection of the unit sphere.
fn mercator(latitude: f64) -> f64 {
    latitude.to_radians().tan().asinh()
}

/// Latitude of an ordinate.
fn latitude(y: f64) -> f64 {
    y.sinh().atan().to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(width: u32, codes: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, codes.len() as u32 / width);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        encoder
            .write_header()
            .unwrap()
            .write_image_data(codes)
            .unwrap();
        bytes
    }

    #[test]
    fn a_code_is_found_at_its_place() {
        let codes = Codes::decode(&grey(2, &[1, 2, 0, 3]), [70.0, 40.0, 72.0, 42.0]).unwrap();
        let at = [
            (70.5, 41.5),
            (71.5, 41.5),
            (70.5, 40.5),
            (71.5, 40.5),
            (73.0, 41.0),
        ];
        assert_eq!(at.map(|place| codes.at(place)), [1, 2, 0, 3, 0]);
        assert_eq!(codes.present().collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn rows_of_a_web_map_widen_towards_the_pole() {
        // Mercator of 60° is ln(2 + √3) = 1.316958 (Snyder 1987, eq. 7-2)
        assert!((mercator(60.0) - 1.316_957_9).abs() < 1e-6);
        assert!((latitude(mercator(41.7)) - 41.7).abs() < 1e-12);
        let rows: Vec<u8> = (1..=100).collect();
        let codes = Codes::decode(&grey(1, &rows), [0.0, 0.0, 1.0, 80.0]).unwrap();
        let web = codes.on_web_map();
        let north = |codes: &Codes| codes.cells.iter().filter(|code| **code <= 50).count();
        assert_eq!(north(&codes), 50);
        // 40° lies at 0.762910 of 2.436246 from the equator: two thirds of the rows are north of it
        assert_eq!(north(&web), 69);
    }

    #[test]
    fn a_picture_in_a_script_stays_small() {
        let codes = Codes::decode(&grey(1800, &[7; 1800 * 2]), [0.0, 0.0, 1.0, 1.0]).unwrap();
        let web = codes.on_web_map();
        assert_eq!((web.width, web.height), (900, 1));
        assert!(web.cells.iter().all(|code| *code == 7));
    }

    #[test]
    fn only_cells_with_a_colour_are_painted() {
        let codes = Codes::decode(&grey(2, &[0, 7]), [0.0, 0.0, 1.0, 1.0]).unwrap();
        let painted = codes.png(|code| (code == 7).then_some("#01665e"));
        let mut reader = png::Decoder::new(Cursor::new(&painted))
            .read_info()
            .unwrap();
        let info = reader.info();
        assert_eq!(
            info.palette.as_deref(),
            Some(&[255, 255, 255, 1, 102, 94][..])
        );
        assert_eq!(info.trns.as_deref(), Some(&[0][..]));
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!(pixels, [0, 1]);
    }

    #[test]
    fn a_coloured_picture_is_refused() {
        let coloured = Codes::decode(&grey(1, &[1]), [0.0; 4])
            .unwrap()
            .png(|_| Some("#000000"));
        assert!(Codes::decode(&coloured, [0.0; 4]).is_err());
    }
}
