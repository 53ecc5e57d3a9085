//! Where do the aimaks lie, and where their organic parcels?

use std::collections::BTreeMap;

use aimak_core::{Aimak, AimakCode, LocalText, Parcel, ParcelStatus, PartialDate, ProfileValue};
use geo::{
    Area as _, BoundingRect as _, Centroid as _, Contains as _, Coord, LineString, MultiPolygon,
    Point, Polygon,
};
use jiff::ToSpan as _;

use super::{code, definition::Definition, streams::Stream};

/// Corners of a hexagon around its centre, on a lattice of half columns and third rows.
const CORNERS: [(i64, i64); 6] = [(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1)];
/// Points put between two corners.
const BENDS: usize = 7;
/// Invented names: Kyrgyz, Russian, English. No aimak of the country is meant.
const NAMES: [(&str, &str, &str); 24] = [
    ("Арча-Бел", "Арча-Бель", "Archa-Bel"),
    ("Көк-Жайык", "Кок-Жайык", "Kok-Jayyk"),
    ("Үч-Булак-Сай", "Уч-Булак-Сай", "Uch-Bulak-Say"),
    ("Сары-Төр", "Сары-Тёр", "Sary-Tor"),
    ("Жаңы-Кыр", "Жаны-Кыр", "Jangy-Kyr"),
    ("Бал-Дөбө", "Бал-Дёбё", "Bal-Dobo"),
    ("Кайың-Өзөн", "Кайын-Озён", "Kayyng-Ozon"),
    ("Ак-Чабан", "Ак-Чабан", "Ak-Chaban"),
    ("Тоо-Чатыр", "Тоо-Чатыр", "Too-Chatyr"),
    ("Күн-Жылга", "Кун-Жылга", "Kun-Jylga"),
    ("Беш-Терек-Ата", "Беш-Терек-Ата", "Besh-Terek-Ata"),
    ("Мөл-Суу", "Мёл-Суу", "Mol-Suu"),
    ("Чоң-Кашат", "Чон-Кашат", "Chong-Kashat"),
    ("Эне-Тал", "Эне-Тал", "Ene-Tal"),
    ("Кызыл-Алма", "Кызыл-Алма", "Kyzyl-Alma"),
    ("Жел-Ашуу", "Жел-Ашуу", "Jel-Ashuu"),
    ("Буудайлуу", "Буудайлуу", "Buudayluu"),
    ("Таш-Айыл", "Таш-Айыл", "Tash-Ayyl"),
    ("Өрүк-Бак", "Орюк-Бак", "Oruk-Bak"),
    ("Кең-Жайлоо", "Кен-Жайлоо", "Keng-Jayloo"),
    ("Суук-Башат", "Суук-Башат", "Suuk-Bashat"),
    ("Алтын-Дан", "Алтын-Дан", "Altyn-Dan"),
    ("Коңур-Бел", "Конур-Бель", "Kongur-Bel"),
    ("Жашыл-Төбө", "Жашыл-Тёбё", "Jashyl-Tobo"),
];

/// Aimaks and parcels of the region.
pub struct Places {
    /// Aimaks, sorted by code.
    pub aimaks: Vec<Aimak>,
    /// Parcels.
    pub parcels: Vec<Parcel>,
    /// Organic land of each aimak (parcels in conversion or certified), in the order of the aimaks.
    pub organic: Vec<Option<MultiPolygon<f64>>>,
}

impl Places {
    /// Aimaks, and parcels of the organic ones.
    pub fn generate(definition: &Definition, seed: u64) -> Self {
        let outlines = outlines(definition, seed);
        let treated = treated(definition, seed, outlines.len());
        let mut places = Self {
            aimaks: Vec::new(),
            parcels: Vec::new(),
            organic: Vec::new(),
        };
        for (index, outline) in outlines.into_iter().enumerate() {
            let start = treated.get(&index).map(|&k| {
                (
                    definition.organic_since[k],
                    definition.organic_share_percent[k],
                )
            });
            let (parcels, organic) = match start {
                Some((since, share)) => parcels(&code(index), &outline, since, share),
                None => (Vec::new(), None),
            };
            places
                .aimaks
                .push(aimak(index, seed, outline.into(), start));
            places.parcels.extend(parcels);
            places.organic.push(organic);
        }
        places
    }

    /// Share of organic land in an aimak, 0–1; `None` where it has none.
    pub fn organic_share(&self, index: usize) -> Option<f64> {
        let organic = self.organic[index].as_ref()?.unsigned_area();
        Some(organic / self.aimaks[index].outline.unsigned_area())
    }

    /// A random place on some land of an aimak: organic, untreated, or anywhere (`None`).
    pub fn place_on(&self, index: usize, organic: Option<bool>, stream: &mut Stream) -> Point<f64> {
        let outline = &self.aimaks[index].outline;
        let bounds = outline
            .bounding_rect()
            .expect("invariant: aimaks have an area");
        loop {
            let x = stream.between(bounds.min().x, bounds.max().x);
            let point = Point::new(x, stream.between(bounds.min().y, bounds.max().y));
            let on_organic = self.organic[index]
                .as_ref()
                .is_some_and(|land| land.contains(&point));
            // the voted ring around organic land belongs to neither: keep away from its neighbourhood
            let near = self.organic[index]
                .as_ref()
                .is_some_and(|land| grown(land, 1.12).contains(&point));
            let fits = match organic {
                Some(true) => on_organic,
                Some(false) => !near,
                None => true,
            };
            if outline.contains(&point) && fits {
                return point;
            }
        }
    }
}

/// Which aimaks are organic, and which entry of the definition is theirs.
fn treated(definition: &Definition, seed: u64, aimaks: usize) -> BTreeMap<usize, usize> {
    let mut stream = Stream::named(seed, &["treated"]);
    let mut order: Vec<usize> = (0..aimaks).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, stream.pick(last + 1));
    }
    (0..definition.organic_since.len())
        .map(|k| (order[k], k))
        .collect()
}

/// Hexagon-like outlines; corners and bends are shared by neighbours, so the aimaks tessellate.
fn outlines(definition: &Definition, seed: u64) -> Vec<Polygon<f64>> {
    let cells = (0..definition.rows)
        .flat_map(|row| (0..definition.columns).map(move |column| (column, row)));
    cells
        .map(|(column, row)| {
            let centre = (2 * column as i64 + (row % 2) as i64 + 1, 3 * row as i64 + 2);
            let ids: Vec<(i64, i64)> = CORNERS
                .iter()
                .map(|(x, y)| (centre.0 + x, centre.1 + y))
                .collect();
            let mut points = Vec::new();
            for (k, &id) in ids.iter().enumerate() {
                points.extend(border(definition, seed, id, ids[(k + 1) % ids.len()]));
            }
            Polygon::new(LineString::new(points), Vec::new())
        })
        .collect()
}

/// Points from one corner towards the next, the next one left out; the same points for both neighbours.
fn border(definition: &Definition, seed: u64, from: (i64, i64), to: (i64, i64)) -> Vec<Coord<f64>> {
    let (first, last) = (from.min(to), from.max(to));
    let (a, b) = (
        corner(definition, seed, first),
        corner(definition, seed, last),
    );
    let mut stream = Stream::named(seed, &["border", &format!("{first:?}{last:?}")]);
    let length = (b.x - a.x).hypot(b.y - a.y);
    let mut points = vec![a];
    for k in 1..=BENDS {
        let along = k as f64 / (BENDS + 1) as f64;
        let aside = stream.normal(0.035) * length * (std::f64::consts::PI * along).sin();
        let (ux, uy) = ((b.x - a.x) / length, (b.y - a.y) / length);
        points.push(Coord {
            x: a.x + ux * along * length - uy * aside,
            y: a.y + uy * along * length + ux * aside,
        });
    }
    points.push(b);
    if from != first {
        points.reverse();
    }
    points.pop();
    points
}

/// A corner of the lattice, shifted by chance.
fn corner(definition: &Definition, seed: u64, id: (i64, i64)) -> Coord<f64> {
    let mut stream = Stream::named(seed, &["corner", &format!("{id:?}")]);
    let (half, third) = (
        definition.column_width_m / 2.0,
        definition.row_height_m / 3.0,
    );
    let shift = 0.22 * half;
    Coord {
        x: definition.left_m + half * id.0 as f64 + stream.between(-shift, shift),
        y: definition.bottom_m + third * id.1 as f64 + stream.between(-shift, shift),
    }
}

/// The aimak with its profile.
fn aimak(
    index: usize,
    seed: u64,
    outline: MultiPolygon<f64>,
    start: Option<(PartialDate, f64)>,
) -> Aimak {
    let mut stream = Stream::named(seed, &["profile", &code(index).0]);
    let (ky, ru, en) = NAMES[index % NAMES.len()];
    let area_ha = outline.unsigned_area() / 1e4;
    let people = 2000.0 + (stream.uniform() * 9000.0).round();
    let mut profile = BTreeMap::from([
        ("people".to_owned(), ProfileValue::Number(people)),
        (
            "eco_schools".to_owned(),
            ProfileValue::Number(stream.pick(4) as f64),
        ),
        (
            "women_led".to_owned(),
            ProfileValue::Flag(stream.uniform() < 0.4),
        ),
    ]);
    if let Some((_, share)) = start {
        let hectares = (area_ha * share / 100.0).round();
        profile.insert(
            "farmers".to_owned(),
            ProfileValue::Number((20.0 + stream.uniform() * 180.0).round()),
        );
        profile.insert("hectares".to_owned(), ProfileValue::Number(hectares));
    }
    Aimak {
        code: code(index),
        name: LocalText::fixed(ky, ru, en),
        aliases: Vec::new(),
        organic_since: start.map(|(since, _)| since),
        valid_from: None,
        valid_to: None,
        predecessors: Vec::new(),
        profile,
        outline,
    }
}

/// Organic land as the outline drawn smaller around its middle, in four parts; and a part only voted for beside it.
fn parcels(
    aimak: &AimakCode,
    outline: &Polygon<f64>,
    since: PartialDate,
    share_percent: f64,
) -> (Vec<Parcel>, Option<MultiPolygon<f64>>) {
    let middle = outline.centroid().expect("invariant: aimaks have an area");
    let factor = (share_percent / 100.0).sqrt();
    let shrink = |factor: f64| -> Vec<Coord<f64>> {
        let towards = |c: &Coord<f64>| Coord {
            x: middle.x() + factor * (c.x - middle.x()),
            y: middle.y() + factor * (c.y - middle.y()),
        };
        outline.exterior().coords().map(towards).collect()
    };
    let ring = shrink(factor);
    let parts = 4;
    let cuts: Vec<usize> = (0..=parts).map(|k| k * (ring.len() - 1) / parts).collect();
    let mut parcels = Vec::new();
    for part in 0..parts {
        let mut points = vec![middle.0];
        points.extend(&ring[cuts[part]..=cuts[part + 1]]);
        let shape: MultiPolygon<f64> = Polygon::new(LineString::new(points), Vec::new()).into();
        let certified = PartialDate::Day(since.first_day().saturating_add(2.years()));
        let parcel = |status, since, until| Parcel {
            aimak: aimak.clone(),
            status,
            since,
            until,
            shape: shape.clone(),
        };
        parcels.push(parcel(ParcelStatus::InConversion, since, Some(certified)));
        parcels.push(parcel(ParcelStatus::Certified, certified, None));
    }
    let outer = shrink(factor * 1.08);
    let mut voted: Vec<Coord<f64>> = outer[cuts[0]..=cuts[1]].to_vec();
    voted.extend(ring[cuts[0]..=cuts[1]].iter().rev());
    let shape = Polygon::new(LineString::new(voted), Vec::new()).into();
    parcels.push(Parcel {
        aimak: aimak.clone(),
        status: ParcelStatus::Voted,
        since,
        until: None,
        shape,
    });
    (
        parcels,
        Some(Polygon::new(LineString::new(ring), Vec::new()).into()),
    )
}

/// A shape drawn larger around its middle.
fn grown(shape: &MultiPolygon<f64>, factor: f64) -> MultiPolygon<f64> {
    use geo::Scale as _;
    shape.centroid().map_or_else(
        || shape.clone(),
        |middle| shape.scale_around_point(factor, factor, middle),
    )
}
