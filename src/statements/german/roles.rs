//! What kind of speaker a German noun names, by its ending.
//!
//! In: a word. Out: its [`Role`]: `Landesbischof` is a man, `Synodalpräsidentin` a woman, `Kreisverwaltung` a body, `Studie` a piece of
//! writing. A compound counts by its last part where at least three letters stand before it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;
use crate::text::chars::fold;

/// What a noun tells of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// The ending that told it, in lower case.
    pub(super) ending: &'static str,
    /// What kind of speaker.
    pub(super) kind: SpeakerKind,
    /// What pronoun.
    pub(super) gender: Gender,
    /// Whether it is a person by what happened, and nobody with an office: `Fahrer`.
    pub(super) bystander: bool,
    /// Whether the noun fits any body (`das Unternehmen`) and so goes back to one named before.
    pub(super) general: bool,
}

impl Role {
    /// What stands before a given name and is not listed: `Meteorologin`.
    pub(super) const CALLING: Self =
        Self { ending: "", kind: SpeakerKind::Person, gender: Gender::Open, bystander: false, general: false };

    /// Whether one person can be it.
    pub(super) fn is_person(self) -> bool {
        self.kind == SpeakerKind::Person
    }
}

/// Endings, the longest first.
#[derive(Debug, Default)]
struct Endings {
    /// Under their last three bytes: most words share them with none.
    long: FxHashMap<[u8; 3], Vec<(&'static str, Role)>>,
    /// Those that have fewer.
    short: Vec<(&'static str, Role)>,
}

/// The role of a word, the longest ending first.
pub(super) fn role(word: &str) -> Option<Role> {
    static ROLES: LazyLock<Endings> = LazyLock::new(read);
    // Letters before the ending of a compound; no word is longer that anybody wrote.
    const BEFORE: usize = 3;
    const FARTHEST: usize = 43;
    // Most differ in their first letter.
    let first = |text: &str| text.as_bytes().first().map(|byte| byte | CASE);
    let fits = |ending: &str| {
        let parts = word.len().checked_sub(ending.len()).and_then(|at| word.split_at_checked(at));
        parts.is_some_and(|(before, tail)| {
            first(tail) == first(ending) && tail.chars().map(fold).eq(ending.chars()) && {
                let before = before.chars().count();
                before == 0 || (BEFORE..FARTHEST).contains(&before)
            }
        })
    };
    let long = last_bytes(word).and_then(|key| ROLES.long.get(&key)).map_or(&[][..], Vec::as_slice);
    long.iter().chain(&ROLES.short).find(|(ending, _)| fits(ending)).map(|(_, role)| *role)
}

/// The bit that is the case of letters, of ASCII and of those that German has besides.
const CASE: u8 = 0x20;

/// The last three bytes of a word, whatever their case.
fn last_bytes(word: &str) -> Option<[u8; 3]> {
    word.as_bytes().last_chunk().map(|bytes| bytes.map(|byte| byte | CASE))
}

fn read() -> Endings {
    let mut roles = Endings::default();
    let mut rows: Vec<_> = lexicon::rows(super::LANGUAGE, "speaker_endings.txt").collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.first().map_or(0, |ending| ending.len())));
    for row in rows {
        let [ending, kind, gender] = row[..] else { continue };
        let (general, bystander) = (gender == "general", kind == "bystander");
        let kind = match kind {
            "person" | "bystander" => SpeakerKind::Person,
            "organization" => SpeakerKind::Organization,
            "group" => SpeakerKind::Group,
            _ => SpeakerKind::Document,
        };
        let gender = Gender::listed(gender);
        let endings = last_bytes(ending).map_or(&mut roles.short, |last| roles.long.entry(last).or_default());
        endings.push((ending, Role { ending, kind, gender, bystander, general }));
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
