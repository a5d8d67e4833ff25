//! Names that are no person's.
//!
//! In: capitals that may be a name. Out: whether they name a body or a place: by a word that makes one (`Harbour Authority`), as
//! a listed place or agency (`Reuters`), in capitals alone (`WHO`), with a capital inside (`PeakHours`). Near-miss: `Ian McRae`.
//! Whether what is left is a person is not told here.

use super::person::takes_inner_capital;
use super::tables;

/// Whether a name is a body's or a place's.
#[must_use]
pub fn is_body(name: &str) -> bool {
    let common = tables::common();
    let listed = |text: &str| common.organisations.has(text) || common.places.has(text);
    let agency = || common.agencies.at(name).is_some_and(|(length, _)| length == name.len());
    is_shouted(name) || agency() || listed(name) || name.split(' ').any(|word| listed(word) || is_brand(word))
}

fn is_shouted(name: &str) -> bool {
    name.chars().count() > 1 && !name.chars().any(char::is_lowercase)
}

/// Whether a capital stands right behind a small letter, where no name takes one.
fn is_brand(word: &str) -> bool {
    let mut small = false;
    let inner = word.char_indices().find(|(_, found)| {
        let inner = small && found.is_uppercase();
        small = found.is_lowercase();
        inner
    });
    inner.and_then(|(at, _)| word.get(..at)).is_some_and(|head| !takes_inner_capital(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_people() {
        for name in ["WHO", "Reuters", "London", "Harbour Agency", "PeakHours"] {
            assert!(is_body(name), "{name}");
        }
        for name in ["Ann Orlova", "Ian McRae", "Holm", "Jean-Luc Brook"] {
            assert!(!is_body(name), "{name}");
        }
    }
}
