//! What an open German word can be by its ending.
//!
//! In: a lower-case word that no list has. Out: whether it can be an adjective (`alten`), an infinitive, one with its `zu` inside
//! (`abzulehnen`), a subjunctive, a compound of a noun that attributes (`polizeiangaben`). What stands beside it is left to others.

use super::words::Words;

impl Words {
    /// Whether an open word can be an adjective before a noun.
    pub(super) fn adjective(&self, word: &str) -> bool {
        self.endings.iter().any(|(ending, role)| *role == "adjective" && word.ends_with(ending))
    }

    /// Whether an open word can be an infinitive.
    pub(super) fn infinitive(&self, word: &str) -> bool {
        self.endings.iter().any(|(ending, role)| *role == "infinitive" && word.ends_with(ending))
    }

    /// Whether an open word can be an adjective in the genitive without an article.
    pub(super) fn genitive(&self, word: &str) -> bool {
        self.endings.iter().any(|(ending, role)| *role == "genitive" && word.ends_with(ending))
    }

    /// Whether an open word can be a verb in the subjunctive.
    pub(super) fn subjunctive(&self, word: &str) -> bool {
        let ends = |wanted: &str| self.endings.iter().any(|(ending, role)| *role == wanted && word.ends_with(ending));
        ends("subjunctive") && !ends("preterite")
    }

    /// Whether an open word can be an infinitive that holds its leader: `abzulehnen`.
    pub(super) fn led_infinitive(&self, word: &str) -> bool {
        let inner = word.char_indices().nth(2).and_then(|(start, _)| word.get(start..word.len().saturating_sub(3)));
        self.infinitive(word) && inner.is_some_and(|inner| self.leaders.iter().any(|leader| inner.contains(leader)))
    }

    /// Whether a lower-case word is a compound of a noun that attributes: `polizeiangaben`.
    pub(super) fn compound(&self, word: &str) -> bool {
        self.nouns.iter().any(|noun| word.len() > noun.len() + 2 && word.ends_with(noun))
    }
}
