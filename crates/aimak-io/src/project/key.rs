//! Which keys and values of the project file does its own schema not know?
//!
//! The schema that editors complete from is made from the types the file is read into; walking it here means that keys
//! are listed in one place only, and that every wrong key is found in one go rather than the first.

use aimak_core::{Message, PartialDate};
use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::problem::{Problem, nearest};

/// Removes unknown keys from `value`, so that reading can go on, and reports everything that does not fit `schema`.
pub fn check(schema: &Value, value: &mut Value, file: &str) -> Vec<Problem> {
    let mut walk = Walk {
        root: schema,
        file,
        problems: Vec::new(),
    };
    walk.value(schema, value, "");
    walk.problems
}

struct Walk<'a> {
    root: &'a Value,
    file: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Walk<'a> {
    fn value(&mut self, schema: &'a Value, value: &mut Value, path: &str) {
        let Some(schema) = self.branch(schema, value) else {
            return self.wrong(schema, value, path);
        };
        match value {
            Value::Object(table) => self.table(schema, table, path),
            Value::Array(items) => {
                let Some(of) = schema.get("items") else {
                    return;
                };
                for (index, item) in items.iter_mut().enumerate() {
                    self.value(of, item, &item_path(path, index, item));
                }
                let fixed = |bound: &str| schema.get(bound).and_then(Value::as_u64);
                let count = items.len() as u64;
                if fixed("minItems").is_some_and(|n| count < n)
                    || fixed("maxItems").is_some_and(|n| count > n)
                {
                    self.wrong(schema, &Value::Array(items.clone()), path);
                }
            }
            _ if !scalar_fits(schema, value) => self.wrong(schema, value, path),
            _ => {}
        }
    }

    fn table(&mut self, schema: &'a Value, table: &mut Map<String, Value>, path: &str) {
        let known = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties");
        let keys: Vec<String> = table.keys().cloned().collect();
        for key in keys {
            let here = join(path, &key);
            if let Some(of) = known.and_then(|known| known.get(&key)) {
                self.value(of, &mut table[&key], &here);
            } else if let Some(of @ Value::Object(_)) = others {
                self.value(of, &mut table[&key], &here);
            } else {
                table.remove(&key);
                let names: Vec<&str> = known
                    .into_iter()
                    .flatten()
                    .map(|(name, _)| name.as_str())
                    .collect();
                self.unknown(&key, &here, &names);
            }
        }
        for needed in schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if !table.contains_key(needed) {
                let here = join(path, needed);
                let expected = Message::new("expected-missing-key").with("key", here.as_str());
                self.problems.push(
                    Problem::error("missing-key", self.file)
                        .in_column(&here)
                        .found("—")
                        .expecting(expected),
                );
            }
        }
    }

    fn unknown(&mut self, key: &str, path: &str, known: &[&str]) {
        let hint = nearest(key, known.iter().copied()).map_or_else(
            || Message::new("hint-unknown-key"),
            |word| Message::new("hint-did-you-mean").with("word", word),
        );
        let expected = Message::new("expected-unknown-key").with("known", known.join(", "));
        self.problems.push(
            Problem::error("unknown-key", self.file)
                .in_column(path)
                .found(key)
                .expecting(expected)
                .hinting(hint),
        );
    }

    fn wrong(&mut self, schema: &'a Value, value: &Value, path: &str) {
        let words = self.words(schema);
        let hint = match value {
            Value::String(text) => nearest(text, words.iter().map(String::as_str)),
            _ => None,
        };
        let hint = hint.map_or_else(
            || Message::new("hint-wrong-value"),
            |word| Message::new("hint-did-you-mean").with("word", word),
        );
        let expected = Message::new("expected-wrong-value").with("kinds", words.join(", "));
        self.problems.push(
            Problem::error("wrong-value", self.file)
                .in_column(path)
                .found(value.to_string())
                .expecting(expected)
                .hinting(hint),
        );
    }

    /// Follows references and picks the alternative that fits the kind of `value`.
    fn branch(&self, schema: &'a Value, value: &Value) -> Option<&'a Value> {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            return self.branch(self.resolve(target), value);
        }
        if let Some(alternatives) = alternatives(schema) {
            return alternatives
                .iter()
                .find_map(|alternative| self.branch(alternative, value));
        }
        let fits = match schema.get("const") {
            Some(only) => only == value,
            None => kinds(schema).iter().any(|kind| is_kind(value, kind)),
        };
        fits.then_some(schema)
    }

    fn resolve(&self, reference: &str) -> &'a Value {
        self.root
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or(&Value::Null)
    }

    /// The words or kinds of value that a schema admits, for the message.
    fn words(&self, schema: &'a Value) -> Vec<String> {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            return self.words(self.resolve(target));
        }
        if let Some(alternatives) = alternatives(schema) {
            return alternatives
                .iter()
                .flat_map(|alternative| self.words(alternative))
                .collect();
        }
        if let Some(only) = schema.get("const").and_then(Value::as_str) {
            return vec![only.to_owned()];
        }
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            return words
                .iter()
                .filter_map(Value::as_str)
                .map(ToOwned::to_owned)
                .collect();
        }
        if schema.get("pattern").is_some() {
            return vec!["2019".into(), "2019-05".into(), "2019-05-14".into()];
        }
        if schema.get("format").and_then(Value::as_str) == Some("date") {
            return vec!["2019-05-14".into()];
        }
        kinds(schema)
            .into_iter()
            .filter(|kind| *kind != "null")
            .map(ToOwned::to_owned)
            .collect()
    }
}

fn alternatives(schema: &Value) -> Option<&Vec<Value>> {
    ["anyOf", "oneOf"]
        .iter()
        .find_map(|key| schema.get(key))
        .and_then(Value::as_array)
}

/// The JSON kinds a schema names; none named means any.
fn kinds(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ if schema.get("enum").is_some() => vec!["string"],
        _ => vec!["string", "number", "boolean", "array", "object"],
    }
}

fn is_kind(value: &Value, kind: &str) -> bool {
    match kind {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

/// Words of an enumeration, bounds of numbers, shapes of dates.
fn scalar_fits(schema: &Value, value: &Value) -> bool {
    let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
    match value {
        Value::String(text) => {
            let listed = schema
                .get("enum")
                .and_then(Value::as_array)
                .is_none_or(|words| words.contains(value));
            let partial = schema.get("pattern").is_none() || text.parse::<PartialDate>().is_ok();
            let day = schema.get("format").and_then(Value::as_str) != Some("date")
                || text.parse::<Date>().is_ok();
            listed && partial && day
        }
        Value::Number(number) => number.as_f64().is_some_and(|number| {
            bound("minimum").is_none_or(|least| number >= least)
                && bound("maximum").is_none_or(|most| number <= most)
        }),
        _ => true,
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// `tables[soil]` where the item carries an id, `tables[2]` (from 1) where it does not.
fn item_path(path: &str, index: usize, item: &Value) -> String {
    match item.get("id").and_then(Value::as_str) {
        Some(id) => format!("{path}[{id}]"),
        None => format!("{path}[{}]", index + 1),
    }
}
