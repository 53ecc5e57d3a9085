//! Hectares of every class in every polygon, as rows.

use aimak_core::RasterFault;
use aimak_io::zonal::{Cells, Polygons, Rows};
use aimak_science::degradation::{
    areas::{AreaByClass, AreaRefused},
    maps::{Sheet, ZoneAreas},
};

/// One row for each polygon, map and class.
#[derive(Default)]
struct Columns {
    ids: Vec<String>,
    map: Vec<Option<String>>,
    class: Vec<Option<String>>,
    code: Vec<Option<i64>>,
    area_ha: Vec<Option<f64>>,
    share: Vec<Option<f64>>,
    missing: Vec<Option<f64>>,
    water_ha: Vec<Option<f64>>,
    reason: Vec<Option<String>>,
}

/// The rows of all polygons.
pub fn rows(
    polygons: &Polygons,
    areas: &[Result<ZoneAreas, RasterFault>],
    sheets: &[Sheet],
) -> Rows {
    let mut columns = Columns::default();
    for (id, areas) in polygons.ids.iter().zip(areas) {
        for sheet in sheets {
            for class in sheet.classes() {
                columns.add(id, *sheet, *class, areas.as_ref().ok());
            }
        }
    }
    Rows {
        field: polygons.field.clone(),
        ids: columns.ids,
        columns: vec![
            ("map", Cells::Words(columns.map)),
            ("class", Cells::Words(columns.class)),
            ("class_code", Cells::Whole(columns.code)),
            ("area_ha", Cells::Numbers(columns.area_ha)),
            ("share_percent", Cells::Numbers(columns.share)),
            ("missing_percent", Cells::Numbers(columns.missing)),
            ("water_ha", Cells::Numbers(columns.water_ha)),
            ("reason", Cells::Words(columns.reason)),
        ],
    }
}

impl Columns {
    fn add(
        &mut self,
        id: &str,
        sheet: Sheet,
        (code, class): (i8, &str),
        areas: Option<&ZoneAreas>,
    ) {
        self.ids.push(id.to_owned());
        self.map.push(Some(sheet.key().to_owned()));
        self.class.push(Some(class.to_owned()));
        self.code.push(Some(code.into()));
        let of_class = areas.filter(|areas| areas.met).map(|areas| areas.of(sheet));
        self.missing
            .push(of_class.and_then(AreaByClass::missing_percent));
        self.water_ha.push(of_class.map(AreaByClass::water_ha));
        let Some(of_class) = of_class else {
            self.area_ha.push(None);
            self.share.push(None);
            let unreadable = areas.is_none();
            let reason = if unreadable {
                "RASTER_UNREADABLE"
            } else {
                "OUTSIDE_RASTER"
            };
            return self.reason.push(Some(reason.to_owned()));
        };
        let (area, share) = (of_class.area_ha(code), of_class.percent(code));
        let refused = share.as_ref().err().or(area.as_ref().err());
        self.reason.push(refused.map(|why| reason(why).to_owned()));
        // where the share is refused, most of the zone may be unknown: an area would pass for all there is
        self.area_ha
            .push(share.is_ok().then_some(area).and_then(Result::ok));
        self.share.push(share.ok());
    }
}

/// The code of a reason.
const fn reason(refused: &AreaRefused) -> &'static str {
    match refused {
        AreaRefused::FewPixels { .. } => "TOO_FEW_PIXELS",
        AreaRefused::Withheld(withheld) => withheld.reason.code(),
    }
}
