//! What kind of speaker a German noun names, by its ending.
//!
//! In: a word. Out: its [`Role`]: `Landesbischof` is a man, `Synodalpräsidentin` a woman, `Kreisverwaltung` a body, `Studie` a piece of
//! writing. A compound counts by its last part where at least three letters stand before it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

/// What a noun tells of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// The ending that told it, in lower case.
    pub(super) ending: &'static str,
    /// What kind of speaker.
    pub(super) kind: SpeakerKind,
    /// What pronoun.
    pub(super) gender: Gender,
    /// Whether the noun fits any body (`das Unternehmen`) and so goes back to one named before.
    pub(super) general: bool,
}

impl Role {
    /// Whether one person can be it.
    pub(super) fn is_person(self) -> bool {
        self.kind == SpeakerKind::Person
    }
}

/// The role of a word, the longest ending first.
pub(super) fn role(word: &str) -> Option<Role> {
    static ROLES: LazyLock<FxHashMap<&'static str, Role>> = LazyLock::new(read);
    static LONGEST: LazyLock<usize> = LazyLock::new(|| ROLES.keys().map(|ending| ending.len()).max().unwrap_or(0));
    let lower = word.to_lowercase();
    if let Some(found) = ROLES.get(lower.as_str()) {
        return Some(*found);
    }
    let starts = lower.char_indices().skip(3).take(40).map(|(at, _)| at);
    let mut endings = starts.filter_map(|at| lower.get(at..)).filter(|ending| ending.len() <= *LONGEST);
    endings.find_map(|ending| ROLES.get(ending)).copied()
}

fn read() -> FxHashMap<&'static str, Role> {
    let mut roles = FxHashMap::default();
    for row in lexicon::rows(super::LANGUAGE, "speaker_endings.txt") {
        let [ending, kind, gender] = row[..] else { continue };
        let general = gender == "general";
        let kind = match kind {
            "person" => SpeakerKind::Person,
            "organization" => SpeakerKind::Organization,
            "group" => SpeakerKind::Group,
            _ => SpeakerKind::Document,
        };
        let gender = match gender {
            "m" => Gender::Male,
            "f" => Gender::Female,
            _ => Gender::Open,
        };
        roles.insert(ending, Role { ending, kind, gender, general });
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_go_by_their_last_part() {
        let of = |word| role(word).map(|role| (role.ending, role.gender));
        assert_eq!(of("Landesbischof"), Some(("bischof", Gender::Male)));
        assert_eq!(of("Synodalpräsidentin"), Some(("präsidentin", Gender::Female)));
        assert_eq!(role("Kreisverwaltung").map(|role| role.kind), Some(SpeakerKind::Organization));
        assert_eq!(of("Kern"), None);
    }
}
