//! The workbook: what to do, examples, forms, lists.

use aimak_core::{Lang, Message};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, Formula, Note,
    Workbook, Worksheet, XlsxError,
};

use super::{
    Words,
    form::{Allowed, Form, FormColumn},
};

/// Last row that is checked; rows are counted from 0 here.
const LAST_ROW: u32 = 20_000;
/// Longest message a cell may show (Excel).
const LONGEST_MESSAGE: usize = 255;
/// The sheet of closed lists.
const LISTS: &str = "lists";
/// A moment that is written instead of the clock: the same forms give the same bytes.
const NO_CLOCK: (u16, u8, u8) = (2000, 1, 1);
/// Grey, for what is no data.
const GREY: Color = Color::RGB(0x80_80_80);

/// The workbook as bytes.
pub(super) fn bytes(forms: &[Form], words: Words<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = NO_CLOCK;
    let written = ExcelDateTime::from_ymd(year, month, day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&written));
    read_me(book.add_worksheet(), forms, words)?;
    examples(book.add_worksheet(), forms)?;
    for form in forms {
        sheet(book.add_worksheet(), *form, words)?;
    }
    lists(book.add_worksheet())?;
    book.save_to_buffer()
}

/// The first sheet: what to do, then every column in three languages.
fn read_me(sheet: &mut Worksheet, forms: &[Form], words: Words<'_>) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap();
    sheet.set_name("read_me")?;
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 26)?;
    for place in 2..5 {
        sheet.set_column_width(place, 60)?;
    }
    let mut row = 0;
    for line in ["title", "how", "examples", "empty", "names", "check"] {
        for (place, lang) in (2..).zip(Lang::ALL) {
            let text = words(lang, &Message::new(&format!("form-readme-{line}")));
            let format = if row == 0 { &bold } else { &wrapped };
            sheet.write_with_format(row, place, text, format)?;
        }
        row += 1;
    }
    for form in forms {
        row += 1;
        sheet.write_with_format(row, 0, form.name(), &bold)?;
        for (place, lang) in (2..).zip(Lang::ALL) {
            let text = words(
                lang,
                &Message::new(&format!("form-{}", form.name().replace('_', "-"))),
            );
            sheet.write_with_format(row, place, text, &bold)?;
        }
        for column in form.columns() {
            row += 1;
            sheet.write(row, 1, column.name)?;
            for (place, lang) in (2..).zip(Lang::ALL) {
                sheet.write_with_format(row, place, about(&column, lang, words), &wrapped)?;
            }
        }
        row += 1;
    }
    Ok(())
}

/// Label, what is allowed, whether it is needed.
fn about(column: &FormColumn, lang: Lang, words: Words<'_>) -> String {
    let label = format!("form-column-{}", column.name.replace('_', "-"));
    let needed = if column.needed {
        "form-needed"
    } else {
        "form-optional"
    };
    let label = words(lang, &Message::new(&label));
    let allowed = words(lang, &column.allowed.message());
    let needed = words(lang, &Message::new(needed));
    format!("{label}: {allowed} ({needed})")
}

/// Invented rows on a sheet of their own, in grey; no project file reads it.
fn examples(sheet: &mut Worksheet, forms: &[Form]) -> Result<(), XlsxError> {
    let grey = Format::new().set_font_color(GREY);
    let italic = grey.clone().set_italic();
    sheet.set_name("examples")?;
    sheet.set_tab_color(GREY);
    let mut row = 0;
    for form in forms {
        sheet.write_with_format(row, 0, form.name(), &italic)?;
        for (place, column) in (1..).zip(form.columns()) {
            sheet.set_column_width(place, 18)?;
            sheet.write_with_format(row, place, column.name, &italic)?;
            for (below, example) in (row + 1..).zip(column.examples) {
                sheet.write_with_format(below, place, example, &grey)?;
            }
        }
        row += 5;
    }
    Ok(())
}

/// A form: the header, and below it cells that know what may stand in them.
fn sheet(sheet: &mut Worksheet, form: Form, words: Words<'_>) -> Result<(), XlsxError> {
    let header = Format::new().set_bold().set_background_color(0xDD_EB_F7);
    sheet.set_name(form.name())?;
    sheet.set_freeze_panes(1, 0)?;
    for (place, column) in (0..).zip(form.columns()) {
        sheet.set_column_width(place, 20)?;
        match column.allowed {
            Allowed::Day => {
                sheet.set_column_format(place, &Format::new().set_num_format("yyyy-mm-dd"))?;
            }
            Allowed::MonthOrDay | Allowed::Text => {
                sheet.set_column_format(place, &Format::new().set_num_format("@"))?;
            }
            _ => {}
        }
        sheet.write_with_format(0, place, column.name, &header)?;
        let told = Lang::ALL.map(|lang| about(&column, lang, words));
        let note = Note::new(told.join("\n")).set_author("aimak");
        let note = note.add_author_prefix(false).set_width(420);
        sheet.insert_note(0, place, &note.set_height(150))?;
        let check = validation(&column, words)?;
        sheet.add_data_validation(1, place, LAST_ROW, place, &check)?;
    }
    Ok(())
}

/// What a cell accepts, what it says when it is chosen and when it refuses.
fn validation(column: &FormColumn, words: Words<'_>) -> Result<DataValidation, XlsxError> {
    let rule = rule(column.allowed)?;
    let label = format!("form-column-{}", column.name.replace('_', "-"));
    let label = Lang::ALL.map(|lang| words(lang, &Message::new(&label)));
    let allowed = Lang::ALL.map(|lang| words(lang, &column.allowed.message()));
    rule.set_input_title(column.name)?
        .set_input_message(short(&label.join("\n")))?
        .set_error_title(column.name)?
        .set_error_message(short(&allowed.join("\n")))
}

/// Messages of cells end where Excel cuts them.
fn short(text: &str) -> String {
    // Excel counts UTF-16; every letter used here is one unit
    text.chars().take(LONGEST_MESSAGE).collect()
}

fn rule(allowed: Allowed) -> Result<DataValidation, XlsxError> {
    let check = DataValidation::new();
    Ok(match allowed {
        Allowed::Text => check.allow_any_value(),
        Allowed::Number(low, high, _) => {
            check.allow_decimal_number(DataValidationRule::Between(low, high))
        }
        Allowed::Count => check.allow_whole_number(DataValidationRule::Between(0, 1_000_000_000)),
        Allowed::Year => {
            let (first, last) = Allowed::years();
            check.allow_whole_number(DataValidationRule::Between(first, last))
        }
        Allowed::Day => {
            let (first, last) = Allowed::years();
            let day = |year: i32, month, day| ExcelDateTime::from_ymd(year as u16, month, day);
            check.allow_date(DataValidationRule::Between(
                day(first, 1, 1)?,
                day(last, 12, 31)?,
            ))
        }
        // "2019-05" or "2019-05-14"
        Allowed::MonthOrDay => check.allow_text_length(DataValidationRule::Between(7, 10)),
        Allowed::YesOrNo
        | Allowed::Answer
        | Allowed::Topic
        | Allowed::AmountUnit
        | Allowed::RedList
        | Allowed::ClimateZone
        | Allowed::SoilGroup
        | Allowed::LandUse
        | Allowed::Tillage
        | Allowed::Input => check.allow_list_formula(Formula::new(list_range(allowed))),
    })
}

/// The closed lists, in this order of columns.
const LISTED: [Allowed; 10] = [
    Allowed::YesOrNo,
    Allowed::Answer,
    Allowed::Topic,
    Allowed::AmountUnit,
    Allowed::RedList,
    Allowed::ClimateZone,
    Allowed::SoilGroup,
    Allowed::LandUse,
    Allowed::Tillage,
    Allowed::Input,
];

/// Where the words of a list stand.
fn list_range(allowed: Allowed) -> String {
    let place = LISTED.iter().position(|listed| *listed == allowed);
    let place = place.expect("invariant: every closed list is listed");
    let letter = char::from(b'A' + place as u8);
    let last = allowed.words().len() + 1;
    format!("={LISTS}!${letter}$2:${letter}${last}")
}

fn lists(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(LISTS)?;
    for (place, allowed) in (0..).zip(LISTED) {
        sheet.set_column_width(place, 22)?;
        sheet.write(0, place, allowed.list().unwrap_or_default())?;
        for (row, word) in (1..).zip(allowed.words()) {
            // codes are numbers: a cell that holds 4 is not in a list of "4"
            match word.parse::<f64>() {
                Ok(code) => sheet.write(row, place, code)?,
                Err(_) => sheet.write(row, place, word)?,
            };
        }
    }
    Ok(())
}
