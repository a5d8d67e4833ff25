//! What kind of speaker a German noun names, by its ending.
//!
//! In: a word. Out: its [`Role`]: `Landesbischof` is a man, `Synodalpräsidentin` a woman, `Kreisverwaltung` a body, `Studie` a piece of
//! writing. A compound counts by its last part where at least three letters stand before it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;
use crate::text::chars::lowered;

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

/// The endings under their last two bytes, the longest first: most words share them with none.
type Endings = FxHashMap<[u8; 2], Vec<(&'static str, Role)>>;

/// The role of a word, the longest ending first.
pub(super) fn role(word: &str) -> Option<Role> {
    static ROLES: LazyLock<Endings> = LazyLock::new(read);
    const BEFORE: usize = 3;
    const FARTHEST: usize = 43;
    let key = *word.as_bytes().last_chunk::<2>()?;
    // Only capitals beyond ASCII could be another pair in lower case.
    if key.is_ascii() && !ROLES.contains_key(&key.map(|byte| byte.to_ascii_lowercase())) {
        return None;
    }
    let lower = lowered(word);
    let endings = ROLES.get(lower.as_bytes().last_chunk::<2>()?)?;
    let fits = |ending: &str| {
        let before = lower.strip_suffix(ending).map(|before| before.chars().count());
        before.is_some_and(|before| before == 0 || (BEFORE..FARTHEST).contains(&before))
    };
    endings.iter().find(|(ending, _)| fits(ending)).map(|(_, role)| *role)
}

fn read() -> Endings {
    let mut roles = Endings::default();
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
        let Some(last) = ending.as_bytes().last_chunk() else { continue };
        roles.entry(*last).or_default().push((ending, Role { ending, kind, gender, general }));
    }
    for endings in roles.values_mut() {
        endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
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
