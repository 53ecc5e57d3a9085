//! In which order do names stand?

/// Cyrillic letters in the order of the Kyrgyz alphabet, which holds the Russian one.
const ALPHABET: &str = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";

/// A key that sorts names as a Kyrgyz or Russian list does: ң after н, ө after о, ү after у, ё after е; numbers by value.
///
/// ```
/// use aimak_atlas::texts::sort_key;
/// let mut names = ["Өзгөн", "Пап", "Ош", "Ноокат", "Ңиса"];
/// names.sort_by_key(|name| sort_key(name));
/// assert_eq!(names, ["Ноокат", "Ңиса", "Ош", "Өзгөн", "Пап"]);
/// assert_eq!(sort_key("Тоӊ"), sort_key("Тоң"));
/// let mut fields = ["F10", "F2", "F1"];
/// fields.sort_by_key(|name| sort_key(name));
/// assert_eq!(fields, ["F1", "F2", "F10"]);
/// ```
pub fn sort_key(name: &str) -> Vec<u32> {
    let place = |c: char| {
        ALPHABET
            .chars()
            .position(|letter| letter == c)
            .map(|place| u32::from('а') + place as u32)
    };
    let letters: Vec<char> = name
        .to_lowercase()
        .chars()
        // ӊ is what many keyboards offer for ң
        .map(|c| if c == 'ӊ' { 'ң' } else { c })
        .filter(|c| c.is_alphanumeric())
        .collect();
    let alike = |a: &char, b: &char| a.is_ascii_digit() && b.is_ascii_digit();
    let mut key = Vec::new();
    for run in letters.chunk_by(alike) {
        if run[0].is_ascii_digit() {
            // of two numbers the one with more digits is larger; leading zeros are none
            let digits = || run.iter().skip_while(|digit| **digit == '0');
            key.extend([u32::from('0'), digits().count() as u32]);
            key.extend(digits().map(|digit| u32::from(*digit)));
        } else {
            key.extend(run.iter().map(|c| place(*c).unwrap_or(u32::from(*c))));
        }
    }
    key
}
