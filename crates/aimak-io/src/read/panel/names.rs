//! Names by number: rows of a large table repeat few of them.

use std::collections::HashMap;

/// Names in the order in which they were met.
#[derive(Default)]
pub(super) struct Names {
    numbers: HashMap<String, usize>,
    names: Vec<String>,
}

impl Names {
    /// The number of a name; a new one gets the next.
    pub fn number(&mut self, name: &str) -> usize {
        if let Some(known) = self.numbers.get(name) {
            return *known;
        }
        let next = self.names.len();
        self.numbers.insert(name.to_owned(), next);
        self.names.push(name.to_owned());
        next
    }

    /// The name of a number.
    pub fn name(&self, number: usize) -> &str {
        &self.names[number]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_number() {
        let mut names = Names::default();
        assert_eq!(["b", "a", "b"].map(|name| names.number(name)), [0, 1, 0]);
        assert_eq!((names.name(1), names.len()), ("a", 2));
    }
}
