//! What is read from the lists of a language once and then kept.
//!
//! In: a key (a language, or a language and a list) and how to read what it stands for. Out: the thing read, for as long as the
//! program runs: there are no more of them than lists.

use std::collections::BTreeMap;
use std::sync::RwLock;

/// Things read once, by key.
#[derive(Debug)]
pub struct Kept<T: 'static>(RwLock<BTreeMap<String, &'static T>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Kept<T> {
    /// Nothing read yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(RwLock::new(BTreeMap::new()))
    }

    /// What `key` stands for, read now if it has not been.
    pub fn get(&self, key: &str, read: impl FnOnce(&str) -> T) -> &'static T {
        if let Some(kept) = self.0.read().ok().and_then(|kept| kept.get(key).copied()) {
            return kept;
        }
        let made: &'static T = Box::leak(Box::new(read(key)));
        match self.0.write() {
            Ok(mut kept) => kept.entry(key.to_owned()).or_insert(made),
            Err(_) => made,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_once() {
        static KEPT: Kept<String> = Kept::new();
        let first = KEPT.get("en", str::to_uppercase);
        assert_eq!((first.as_str(), KEPT.get("en", |_| String::new()).as_str()), ("EN", "EN"));
        assert_eq!(KEPT.get("de", str::to_uppercase), "DE");
    }
}
