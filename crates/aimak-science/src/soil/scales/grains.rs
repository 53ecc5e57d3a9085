//! Light or heavy, by physical clay?

use super::{Scale, Standing, Upper};

/// Texture by physical clay (below 0.01 mm), Kachinsky's scale for soils of the steppe kind, which sierozems and chestnut soils are.
pub const KACHINSKY_STEPPE: Scale = Scale {
    id: "KACHINSKY_STEPPE",
    quantity: "physical clay, below 0.01 mm",
    unit: "%",
    lowest: 0.0,
    classes: &[
        (Upper::UpTo(5.0), "loose_sand"),
        (Upper::UpTo(10.0), "cohesive_sand"),
        (Upper::UpTo(20.0), "sandy_loam"),
        (Upper::UpTo(30.0), "light_loam"),
        (Upper::UpTo(45.0), "medium_loam"),
        (Upper::UpTo(60.0), "heavy_loam"),
        (Upper::UpTo(75.0), "light_clay"),
        (Upper::UpTo(85.0), "medium_clay"),
        (Upper::UpTo(100.0), "heavy_clay"),
    ],
    standing: Standing::Recalled,
    reference: "Kachinsky (1958), Mechanical and microaggregate composition of soil",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_belong_to_the_lighter() {
        for (clay, class) in [
            (5.0, "loose_sand"),
            (20.0, "sandy_loam"),
            (20.1, "light_loam"),
            (38.0, "medium_loam"),
            (60.0, "heavy_loam"),
            (90.0, "heavy_clay"),
        ] {
            assert_eq!(KACHINSKY_STEPPE.class(clay), Some(class), "{clay}");
        }
        assert_eq!(KACHINSKY_STEPPE.class(101.0), None);
    }
}
