//! Who holds the office that a German phrase names.
//!
//! In: a phrase without a name (`der Landrat`, `das Unternehmen`), and who was named and who spoke before it. Out: the holder, or `None`,
//! and the phrase stands for itself.

use super::roles::{Role, role};
use super::speakers::{Trace, Who};
use super::tokens::Line;
use super::words::Roles;
use crate::statements::gender::Gender;
use crate::statements::{Place, SpeakerKind};

impl Trace<'_> {
    /// Who holds the office that a phrase names; for a definite one else whoever spoke last and could.
    pub(super) fn office(&self, line: &Line<'_>, place: Place, phrase: (usize, usize), definite: bool) -> Option<Who> {
        let noun = (phrase.0..phrase.1).find(|at| line.tokens[*at].upper && !line.tokens[*at].is(Roles::DETERMINER))?;
        let word = line.of(noun).to_lowercase();
        let known = role(&word);
        let exactly = |titles: &[String]| titles.contains(&word);
        let holds = |titles: &[String]| {
            titles.iter().any(|title| {
                title.ends_with(&word)
                    || word.ends_with(title.as_str())
                    || known
                        .is_some_and(|role| role.ending.len() > 4 && title.ends_with(role.ending) && role.is_person())
            })
        };
        let named = || {
            self.people
                .named
                .get(..self.before(place))
                .unwrap_or_default()
                .iter()
                .rev()
                .take(200)
                .map(|named| named.who)
        };
        let single = phrase.1 == phrase.0 + 1;
        if definite || single {
            let body = known.is_some_and(|role| !role.is_person());
            let begins = |who: &usize| {
                body && self.people.entities[*who]
                    .name
                    .strip_prefix(line.of(noun))
                    .is_some_and(|rest| rest.starts_with(' '))
            };
            let exact = named().find(|who| exactly(&self.people.entities[*who].titles) && !body);
            // A heading speaks of the one whom the article speaks of most.
            let most = |who: &usize| (self.people.entities[*who].count, std::cmp::Reverse(*who));
            let mut holders = named().filter(|who| holds(&self.people.entities[*who].titles) && !body);
            let holder = || if self.in_body(place.passage) { holders.next() } else { holders.max_by_key(most) };
            let holder = exact.or_else(holder);
            let holder = holder.or_else(|| named().find(begins));
            if let Some(who) = holder {
                return Some(self.entity(who));
            }
        }
        let same = |who: &Who| {
            who.name
                .rsplit(' ')
                .next()
                .is_some_and(|last| last == line.of(noun) || line.of(noun).strip_suffix('s') == Some(last))
        };
        if let Some((_, who)) =
            self.spoken.iter().rev().take(12).find(|(_, who)| definite && who.kind != SpeakerKind::Person && same(who))
        {
            return Some(who.clone());
        }
        // `das Unternehmen`: the body that spoke last.
        let general = known.is_some_and(|role| role.general) && definite && phrase.1 == noun + 1;
        let body = self.spoken.iter().rev().take(3).find(|(_, who)| general && who.kind == SpeakerKind::Organization);
        if let Some((_, who)) = body {
            return Some(who.clone());
        }
        let alone = phrase.1 <= noun + 1
            && definite
            && (known.is_some_and(Role::is_person) || known.is_none() && line.of(noun).contains('-'));
        let gender = known.map_or(Gender::Open, |role| role.gender);
        let fits = |other: Gender| gender == Gender::Open || other == Gender::Open || other == gender;
        // `der Fahrer` is nobody with an office.
        let bystander = known.is_some_and(|role| role.bystander);
        let could = |described: Option<&String>, gender: Gender| fits(gender) && !(bystander && described.is_some());
        let spoke = self.spoken.iter().rev().take(4);
        let spoke = spoke
            .filter(|(_, who)| who.kind == SpeakerKind::Person)
            .find(|(_, who)| could(who.description.as_ref(), who.gender));
        let entity = |who: &usize| &self.people.entities[*who];
        let person = || {
            let mut people = named().take(6).filter(|who| entity(who).person);
            people.find(|who| could(entity(who).description.as_ref(), entity(who).gender))
        };
        spoke.map(|(_, who)| who.clone()).or_else(|| person().map(|who| self.entity(who))).filter(|_| alone)
    }
}
