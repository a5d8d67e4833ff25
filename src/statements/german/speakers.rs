//! Who a German mention means.
//!
//! In: the attributions and the passages. Out: the speaker of each. A name is traced to the fullest form (`Kern` → `Ulrich Kern`), an office to
//! who holds it (`der Landrat`), a pronoun to who spoke or was named last and fits its gender, a relative pronoun to the noun before it; a
//! statement without a mention goes on the one before. What names nobody stands for itself (`ein Sprecher`), without an article if definite.

use super::nouns;
use super::people::{Named, People, called, is_courtesy};
use super::roles::{Role, role};
use super::tokens::Line;
use super::words::Roles;
use crate::statements::gender::Gender;
use crate::statements::resolve::Told;
use crate::statements::{Found, Part, Passage, Place, Speaker, SpeakerKind};

/// Whom a statement belongs to.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) kind: SpeakerKind,
    pub(super) description: Option<String>,
    pub(super) gender: Gender,
}

/// What is known while the statements are read in order.
pub(super) struct Trace<'a> {
    lines: &'a [Line<'a>],
    pub(super) people: People,
    /// Whether each passage is a paragraph of the body.
    body: Vec<bool>,
    /// Who spoke, with the passage.
    pub(super) spoken: Vec<(usize, Who)>,
}

/// The speaker and the hearer of every statement.
pub(super) fn speakers(passages: &[Passage], lines: Vec<Line<'_>>, found: &[Found]) -> Vec<Told> {
    let lines: Vec<Line<'_>> = lines.into_iter().map(Line::alone).collect();
    let people = People::new(&lines);
    let body = passages.iter().map(|passage| passage.part == Part::Body).collect();
    let mut trace = Trace { lines: &lines, people, body, spoken: Vec::new() };
    let mut speakers: Vec<Option<Speaker>> = found.iter().map(|found| trace.next(found)).collect();
    // A quotation in a headline or heading without its speaker is of whoever speaks next.
    for index in (0..speakers.len().saturating_sub(1)).rev() {
        let passage = found[index].content.first().map_or(0, |place| place.passage);
        if found[index].source.is_none() && found[index].cue.is_none() && !trace.in_body(passage) {
            speakers[index] = speakers[index + 1].clone().map(|next| Speaker { mention: None, ..next });
        }
    }
    speakers.into_iter().zip(found).map(|(speaker, found)| (speaker, super::hearers::hearer(&lines, found))).collect()
}

impl Trace<'_> {
    fn next(&mut self, found: &Found) -> Option<Speaker> {
        let passage = found.content.first().map_or(0, |place| place.passage);
        let who = match found.source {
            Some(place) => self.mention(place),
            None if found.cue.is_none_or(|cue| self.is_echo(cue)) => self.spoken.last().map(|(_, who)| who.clone()),
            None => None,
        };
        if let Some(who) = who.as_ref().filter(|_| found.source.is_some() || self.in_body(passage)) {
            self.spoken.push((passage, who.clone()));
        }
        let kind = who.as_ref().map_or(SpeakerKind::Unnamed, |who| who.kind);
        (who.is_some() || found.source.is_some()).then(|| Speaker {
            name: who.as_ref().map(|who| who.name.clone()),
            mention: found.source,
            description: who.and_then(|who| who.description),
            kind,
        })
    }

    pub(super) fn in_body(&self, passage: usize) -> bool {
        self.body.get(passage).is_some_and(|body| *body)
    }

    /// `demnach`: a cue that goes on a report.
    fn is_echo(&self, cue: Place) -> bool {
        let token =
            self.lines.get(cue.passage).and_then(|line| line.tokens.iter().find(|token| token.stretch == cue.stretch));
        token.is_some_and(|token| token.entry.phrase == Some("echo"))
    }

    fn mention(&mut self, place: Place) -> Option<Who> {
        let lines = self.lines;
        let line = lines.get(place.passage)?;
        let from = line.tokens.partition_point(|token| token.stretch.end <= place.stretch.start);
        let to = line.tokens.partition_point(|token| token.stretch.start < place.stretch.end);
        let first = line.tokens.get(from).filter(|_| from < to)?;
        if to == from + 1 && !first.entry.roles.none() {
            return self.small(line, place, from);
        }
        // `Den Angaben zufolge`: of whoever spoke last.
        let told = to <= from + 2 && first.is(Roles::DETERMINER) && line.tokens[to - 1].entry.noun;
        let told = told && role(line.of(to - 1)).is_none();
        if told && let Some((_, who)) = self.spoken.last() {
            return Some(who.clone());
        }
        Some(self.phrase(line, place, from, to))
    }

    /// A pronoun, a relative or possessive.
    fn small(&mut self, line: &Line<'_>, place: Place, at: usize) -> Option<Who> {
        let token = &line.tokens[at];
        if token.is(Roles::FIRST) {
            return None;
        }
        if token.is(Roles::RELATIVE) && !token.is(Roles::PRONOUN) {
            let end = at.checked_sub(1).filter(|comma| line.tokens[*comma].mark(','))?;
            let start = (end.saturating_sub(8)..end)
                .find(|start| nouns::phrase(line, *start, end).is_some_and(|phrase| phrase == (*start, end)))?;
            return Some(self.phrase(line, place, start, end));
        }
        let gender = if token.is(Roles::MASCULINE) { Gender::Male } else { Gender::Open };
        let plural = !token.is(Roles::MASCULINE)
            && line
                .tokens
                .get(at.wrapping_sub(1))
                .into_iter()
                .chain(line.tokens.get(at + 1))
                .any(|verb| is_plural(line, verb));
        let gender = if gender == Gender::Open && !plural { Gender::Female } else { gender };
        self.latest(place, gender, plural)
    }

    /// Who spoke or was named last and fits.
    fn latest(&self, place: Place, gender: Gender, plural: bool) -> Option<Who> {
        let fits_gender = |known: Gender| known == Gender::Open || known == gender;
        let fits = |who: &&(usize, Who)| {
            if plural {
                return who.1.kind == SpeakerKind::Group;
            }
            fits_gender(who.1.gender)
                && (who.1.kind == SpeakerKind::Person
                    || gender == Gender::Female && who.1.kind != SpeakerKind::Group
                    || who.1.kind == SpeakerKind::Unnamed)
        };
        let spoke = self.spoken.iter().rev().take(12).find(fits);
        let end = self.before(place);
        let latest = self.people.named.get(..end).unwrap_or_default().iter().rev().take(8);
        let latest = latest.take_while(|named| named.passage + 2 >= place.passage);
        let person = |named: &&Named| {
            !plural
                && self.people.entities[named.who].is_likely()
                && fits_gender(self.people.entities[named.who].gender)
        };
        let named: Vec<&Named> = latest.filter(person).collect();
        let titled = |named: &&&Named| self.people.entities[named.who].person;
        let here = || named.iter().filter(|named| named.passage == place.passage);
        let here = here().find(titled).or_else(|| here().next());
        let near = spoke.filter(|spoke| {
            spoke.0 == place.passage || here.is_none() && (named.is_empty() || spoke.0 + 1 >= place.passage)
        });
        near.map(|spoke| spoke.1.clone())
            .or_else(|| here.or(named.iter().find(titled)).or(named.first()).map(|named| self.entity(named.who)))
            .or_else(|| spoke.map(|spoke| spoke.1.clone()))
    }

    /// How many namings stand before a place; all of them for a headline, which the body explains.
    pub(super) fn before(&self, place: Place) -> usize {
        if !self.in_body(place.passage) {
            return self.people.named.len();
        }
        self.people.named.partition_point(|named| (named.passage, named.at) < (place.passage, place.stretch.start))
    }

    pub(super) fn entity(&self, who: usize) -> Who {
        let entity = &self.people.entities[who];
        let kind = if entity.is_likely() { SpeakerKind::Person } else { SpeakerKind::Organization };
        Who { name: entity.name.clone(), kind, description: entity.description.clone(), gender: entity.gender }
    }

    /// A noun phrase: a name behind its titles, several, an office, or itself.
    fn phrase(&mut self, line: &Line<'_>, place: Place, from: usize, to: usize) -> Who {
        // `Angaben von Landrätin Kern`
        let told = from + 2 < to && line.tokens[from].entry.noun && line.tokens[from + 1].is(Roles::NOBLE);
        let from = if told { from + 2 } else { from };
        let definite = line.tokens[from].is(Roles::DETERMINER) && !line.tokens[from].is(Roles::INDEFINITE);
        // `Jan Kern von der Hochschule Au` is Jan Kern.
        let hangs = |at: &usize| {
            line.tokens[*at].is(Roles::NOBLE)
                && line.tokens[at - 1].upper
                && (at + 1..to.min(at + 3)).any(|next| role(line.of(next)).is_some_and(|role| !role.is_person()))
        };
        let to = (from + 2..to).find(hangs).unwrap_or(to);
        let comma = (from..to).rev().find(|at| line.tokens[*at].mark(',') && !nouns::is_suspending(line, *at));
        let start = comma.map_or(from, |comma| comma + 1);
        if (start..to).any(|at| line.tokens[at].is(Roles::AND) && at > start && !line.of(at - 1).ends_with('-')) {
            return self.itself(line, from, to, SpeakerKind::Group);
        }
        let last_role = (start..to).rev().find(|at| line.tokens[*at].upper && role(line.of(*at)).is_some());
        let head = last_role.and_then(|at| role(line.of(at)));
        let linked = (start..to).any(|at| {
            at > start
                && line.tokens[at].is(Roles::GENITIVE.and(Roles::PREPOSITION))
                && !line.tokens[at].is(Roles::NOBLE)
        });
        let name = last_role.map_or(start, |at| at + 1);
        let name = (name..to).find(|at| line.tokens[*at].upper).unwrap_or(to);
        if name < to && (!linked || comma.is_some()) {
            let called = called(line, name, to).filter(|_| last_role.is_none());
            let (name, head) = (called.unwrap_or(name), head.or(called.map(|_| Role::CALLING)));
            let printed = line.stretch(name, to).of(line.text);
            let body = head.is_some_and(|head| !head.is_person());
            let printed = if body { line.stretch(last_role.unwrap_or(name), to).of(line.text) } else { printed };
            return self.named(line, (from, name), printed, head, definite);
        }
        if last_role.is_some_and(|at| at > start && at + 1 == to)
            && !definite
            && role(line.of(start)).is_none()
            && line.tokens[start].upper
            && !line.tokens[start].is(Roles::DETERMINER)
        {
            return self.named(line, (from, start), line.stretch(start, to).of(line.text), None, false);
        }
        if let Some(who) = self.described(line, from, head) {
            return who;
        }
        if let Some(who) = self.office(line, place, (start, to), definite) {
            return who;
        }
        let noun = |at: &usize| line.tokens[*at].upper && !line.tokens[*at].is(Roles::DETERMINER);
        let first = (start..to).find(noun).and_then(|at| role(line.of(at)));
        let kind = first
            .map_or(SpeakerKind::Organization, |role| if role.is_person() { SpeakerKind::Unnamed } else { role.kind });
        self.itself(line, from, to, kind)
    }

    /// `Anna Weber, Leiterin der Wache sagte`: a person's noun right behind a name and a comma.
    fn described(&self, line: &Line<'_>, from: usize, head: Option<Role>) -> Option<Who> {
        const NAME: usize = 4;
        let comma = from.checked_sub(1).filter(|comma| line.tokens[*comma].mark(','))?;
        let capital = |at: &usize| line.tokens[*at].word && line.tokens[*at].upper;
        let words = (comma.saturating_sub(NAME)..comma).rev().take_while(capital).count();
        let bare = head.is_some_and(Role::is_person) && !line.tokens[from].is(Roles::DETERMINER) && words >= 2;
        let name = line.stretch(comma - words, comma).of(line.text);
        self.people.find(name).filter(|_| bare).map(|who| self.entity(who))
    }

    fn named(
        &mut self,
        line: &Line<'_>,
        title: (usize, usize),
        printed: &str,
        head: Option<Role>,
        definite: bool,
    ) -> Who {
        let who = self.people.find(printed).unwrap_or_else(|| self.people.add(printed));
        let entity = &mut self.people.entities[who];
        entity.person |= head.is_some_and(Role::is_person);
        if let Some(role) = head.filter(|role| role.is_person() && entity.gender == Gender::Open) {
            entity.gender = role.gender;
        }
        if entity.description.is_none() && title.0 < title.1 && head.is_some() {
            let from = title.0 + usize::from(definite);
            let from = (from..title.1).find(|at| !is_courtesy(line.of(*at))).unwrap_or(title.1);
            let described = line.stretch(from, title.1).of(line.text).trim_end_matches([',', ' ']);
            entity.description = Some(described.to_owned()).filter(|text| !text.is_empty());
        }
        let organization = head.is_some_and(|role| !role.is_person());
        let made = self.entity(who);
        let kind = if organization { head.map_or(made.kind, |role| role.kind) } else { made.kind };
        Who { kind, ..made }
    }

    fn itself(&self, line: &Line<'_>, from: usize, to: usize, kind: SpeakerKind) -> Who {
        let definite =
            line.tokens[from].is(Roles::DETERMINER) && !line.tokens[from].is(Roles::INDEFINITE) && from + 1 < to;
        let printed = line.stretch(from + usize::from(definite), to).of(line.text).to_owned();
        let gender = (from..to)
            .filter(|at| line.tokens[*at].upper)
            .find_map(|at| role(line.of(at)))
            .map_or(Gender::Open, |role| role.gender);
        Who { name: printed, kind, description: None, gender }
    }
}

/// Whether a token is a verb of saying in the plural.
fn is_plural(line: &Line<'_>, token: &super::tokens::Token) -> bool {
    let word = token.stretch.of(line.text);
    !token.entry.verbs.is_empty() && super::words::Words::get().infinitive(word)
}
