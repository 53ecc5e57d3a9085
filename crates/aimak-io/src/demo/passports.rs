//! Eco-passports of invented places, with everything inside that must not be published.

use aimak_science::simulate::{CRS, Region};
use geo::InteriorPoint as _;
use proj::Proj;

use super::{
    camera, failed,
    landscape::{Motif, draw},
};
use crate::{problem::Problem, write::Folder};

/// Its files.
pub(super) const FILES: [&str; 8] = [
    "eco_places.csv",
    "eco_observations.csv",
    "eco_photos.csv",
    "eco_spring.jpg",
    "eco_pupils.jpg",
    "eco_tulips.jpg",
    "eco_juniper.jpg",
    "eco_hidden.jpg",
];

/// Facts that stand in these files and may stand in no release: pupils by name, a telephone number, an adult who did not agree, a
/// record that is not public and its photo, and a species so rare that its place is told to nobody.
pub const PLANTED: [&str; 8] = [
    "Айпери Байкозуева",
    "Бектур Асанкулов",
    "+996 555 010 203",
    "Жумагул Токтоналиева",
    "Жашыруун-Булак",
    "hidden-spring",
    "Only the family knows the way.",
    "Falco cherrug",
];

/// Writes the tables and the photos.
pub(super) fn write(folder: &Folder, region: &Region) -> Result<(), Problem> {
    folder.write("eco_places.csv", places(region)?.as_bytes())?;
    folder.write("eco_observations.csv", OBSERVATIONS.as_bytes())?;
    folder.write("eco_photos.csv", PHOTOS.as_bytes())?;
    let photos = [
        ("eco_spring.jpg", Motif::Spring, 0.4),
        ("eco_pupils.jpg", Motif::Meadow, 1.1),
        ("eco_tulips.jpg", Motif::Tulips, 2.0),
        ("eco_juniper.jpg", Motif::Tree, 2.9),
        ("eco_hidden.jpg", Motif::Spring, 4.2),
    ];
    for (name, motif, variant) in photos {
        folder.write(name, &camera::jpeg(&draw(motif, variant), 1))?;
    }
    Ok(())
}

/// The table of places. The columns of pupils and of the telephone are known to no program.
fn places(region: &Region) -> Result<String, Problem> {
    let proj = Proj::new_known_crs(CRS, "EPSG:4326", None)
        .map_err(|error| failed(FILES[0], &error.to_string()))?;
    let mut text = HEADER.to_owned();
    for (place, row) in ROWS.iter().enumerate() {
        let aimak = &region.aimaks[(place * 3) % region.aimaks.len()];
        let at = aimak.outline.interior_point();
        let at = at.ok_or_else(|| failed(FILES[0], "an aimak without inside"))?;
        let (longitude, latitude) = proj
            .convert((at.x(), at.y()))
            .map_err(|error| failed(FILES[0], &error.to_string()))?;
        let row = row
            .replace("@AIMAK@", &aimak.code.0)
            .replace("@AT@", &format!("{longitude:.6},{latitude:.6}"));
        text.push_str(&row);
        text.push('\n');
    }
    Ok(text)
}

const HEADER: &str = "id,name_ky,name_ru,name_en,aimak,kind,longitude,latitude,exact_point_public,sensitivity,consent,recorded,\
    knowledge_ky,knowledge_ru,knowledge_en,threats_ky,threats_ru,threats_en,recommendations_ky,recommendations_ru,recommendations_en,\
    adult_author,adult_author_may_be_named,school,class,pupils,telephone\n";

const ROWS: [&str; 4] = [
    "ak-bulak,Ак-Булак,Ак-Булак,Ak-Bulak,@AIMAK@,булак,@AT@,no,,public,2024-05-18,\
    Карылар бул булактын суусун ашказанга даба деп эсептешет. Жазында көзүн тазалап турушкан.,\
    Старики считают воду этого родника полезной для желудка. Весной его исток всегда чистили.,\
    Elders hold the water of this spring to be good for the stomach. In spring its mouth was always cleaned.,\
    Мал суу ичкенде көзүн тебелейт.,Скот вытаптывает исток на водопое.,Livestock tramples the mouth when it drinks.,\
    Тосмо жана өзүнчө суу ичирүүчү жай курулсун.,Поставить ограду и отдельную поилку.,Build a fence and a separate trough.,\
    Жумагул Токтоналиева,no,№ 3 орто мектеби,7-Б,\"Айпери Байкозуева, Бектур Асанкулов\",+996 555 010 203",
    "kyzgaldak-jayyt,Кызгалдактуу жайыт,Тюльпановое пастбище,Tulip pasture,@AIMAK@,pasture,@AT@,,,public,2023-04-27,\
    Чабандар гүлдөп бүткүчө малды бул бетке айдашпайт.,Чабаны не гонят скот на этот склон до конца цветения.,\
    Shepherds keep their herds off this slope until the flowers have faded.,\
    Гүлдөрдү сатуу үчүн терип кетишет.,Цветы собирают на продажу.,Flowers are picked for sale.,\
    Май айынын ортосуна чейин мал киргизбөө.,Не выпасать до середины мая.,No grazing before the middle of May.,\
    Жумагул Токтоналиева,,,,,",
    "archa-mazar,Арча-Мазар,Арча-Мазар,Archa-Mazar,@AIMAK@,sacred_place,@AT@,yes,,public,2022,\
    Бул арчаны кыйбайт: жамгыр тилеп ушул жерге чогулушкан.,Эту арчу не рубят: здесь собирались просить дождя.,\
    Nobody cuts this juniper: people gathered here to ask for rain.,,,,\
    Жолду четке жылдыруу.,Отвести дорогу в сторону.,Move the track aside.,\
    Сагын Орозов; Нурдин Абдыраев,yes,,,,",
    "hidden-spring,Жашыруун-Булак,Жашыруун-Булак,Jashyruun-Bulak,@AIMAK@,spring,@AT@,,,internal,2024-06-02,\
    ,,Only the family knows the way.,,,,,,,,,,,,",
];

const OBSERVATIONS: &str = "place,date,state,judged_by,species,species_ky,species_ru,species_en,sensitivity\n\
    ak-bulak,2019-05-20,начар,pupils,,,,,\n\
    ak-bulak,2021-05-16,fair,pupils,,,,,\n\
    ak-bulak,2024-05-18,жакшы,pupils,,,,,\n\
    ak-bulak,2024-05-18,,,Mentha asiatica,жалбыз,мята азиатская,Asian mint,\n\
    ak-bulak,2021-05-16,,,Salix alba,ак тал,ива белая,white willow,\n\
    kyzgaldak-jayyt,2018-04-30,fair,shepherds,,,,,\n\
    kyzgaldak-jayyt,2023-04-27,good,shepherds,,,,,\n\
    kyzgaldak-jayyt,2023-04-27,,,Tulipa greigii,Грейг жоогазыны,тюльпан Грейга,Greig's tulip,2\n\
    kyzgaldak-jayyt,2023-04-27,,,Falco cherrug,ителги,балобан,saker falcon,1\n\
    archa-mazar,2022,good,residents,,,,,\n\
    archa-mazar,2022,,,Juniperus semiglobosa,сары арча,арча полушаровидная,juniper,\n\
    hidden-spring,2024-06-02,good,residents,,,,,\n";

const PHOTOS: &str = "place,file,consent,recognisable_face,face_consent,taken,adult_author,adult_author_may_be_named,caption_ky,caption_ru,caption_en,alt_ky,alt_ru,alt_en\n\
    ak-bulak,eco_spring.jpg,public,no,,2024-05-18,,,Булактын көзү май айында,Исток родника в мае,The mouth of the spring in May,Тоо этегиндеги тоголок көлчө,Круглый водоём у подножия гор,A round pool at the foot of mountains\n\
    ak-bulak,eco_pupils.jpg,internal,yes,no,2024-05-18,,,Биздин класс,Наш класс,Our class,,,\n\
    kyzgaldak-jayyt,eco_tulips.jpg,public,no,,2023-04-27,,,Гүлдөгөн бет,Цветущий склон,The slope in flower,,,\n\
    archa-mazar,eco_juniper.jpg,public,no,,2022-07,Сагын Орозов,yes,Эски арча,Старая арча,The old juniper,,,\n\
    hidden-spring,eco_hidden.jpg,public,no,,2024-06-02,,,Жашыруун-Булак,Жашыруун-Булак,Jashyruun-Bulak,,,\n";
