//! In which order do names stand?

/// Cyrillic letters in the order of the Kyrgyz alphabet, which holds the Russian one.
const ALPHABET: &str = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";

/// A key that sorts names as a Kyrgyz or Russian list does: ң after н, ө after о, ү after у, ё after е.
///
/// ```
/// use aimak_atlas::texts::sort_key;
/// let mut names = ["Өзгөн", "Пап", "Ош", "Ноокат", "Ңиса"];
/// names.sort_by_key(|name| sort_key(name));
/// assert_eq!(names, ["Ноокат", "Ңиса", "Ош", "Өзгөн", "Пап"]);
/// ```
pub fn sort_key(name: &str) -> Vec<u32> {
    let place = |c: char| {
        ALPHABET
            .chars()
            .position(|letter| letter == c)
            .map(|place| u32::from('а') + place as u32)
    };
    name.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| place(c).unwrap_or(u32::from(c)))
        .collect()
}
