//! What the role model sees and chooses, before any rule puts it right.
//!
//! In: the text. Out: for people ([`told`], what `extract --stage lines` shows) each line's state and the values that speak for
//! it by name; for the learner ([`view`]) the features that fire.

use super::evidence::{self, Evidence};
use super::families::NAMES;
use super::split::{self, Convention, Unit};
use super::{Decoder, Fired, Hints, Role, features, language, states};
use crate::fields::PartialDate;
use crate::text::Span;

/// What the role model sees, for fitting its weights.
#[derive(Clone, Debug)]
pub struct View {
    /// The language that was detected.
    pub language: Option<&'static str>,
    /// The cleaned text of every unit.
    pub texts: Vec<String>,
    /// Where each stands.
    pub spans: Vec<Span>,
    /// The dates that each prints.
    pub dates: Vec<Vec<PartialDate>>,
    /// The features that fire.
    pub fired: Fired,
}

/// Shows what the role model sees.
#[must_use]
pub fn view(text: &str) -> View {
    let (language, units, evidence) = seen(text, &Hints::default());
    View {
        language,
        texts: units.iter().map(|unit| unit.line.text.text().to_owned()).collect(),
        spans: units.iter().map(|unit| unit.line.span).collect(),
        dates: evidence.iter().map(|one| one.stamps.iter().map(|stamp| stamp.date).collect()).collect(),
        fired: features::fire(&evidence),
    }
}

/// A line as the role model takes it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its cleaned text.
    pub text: String,
    /// The part of the article that it was taken for, and the kind: `2.byline`.
    pub state: String,
    /// What was seen in it: `size=3 stop=1 byline=1`; families are told in `evidence`, 0 is left out.
    pub seen: String,
}

/// Shows what the role model makes of each line.
#[must_use]
pub fn told(text: &str, hints: &Hints<'_>) -> Vec<Told> {
    let (_, units, evidence) = seen(text, hints);
    let known: Vec<Option<Role>> = units.iter().map(|unit| unit.line.named).collect();
    let chosen = Decoder::shipped().states_where(features::fire(&evidence).units(), &known);
    let told = |((unit, evidence), state): ((&Unit, &Evidence), &usize)| Told {
        text: unit.line.text.text().to_owned(),
        state: states::name(*state),
        seen: values(evidence),
    };
    units.iter().zip(&evidence).zip(&chosen).map(told).collect()
}

fn values(evidence: &Evidence) -> String {
    let shown = NAMES.iter().zip(evidence.values).filter(|(_, value)| *value > 0);
    shown.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
}

fn seen(text: &str, hints: &Hints<'_>) -> (Option<&'static str>, Vec<Unit>, Vec<Evidence>) {
    let language = hints.language.and_then(language::known).or_else(|| language::detect(text));
    let (units, convention): (_, Convention) = split::units(text, language.unwrap_or(""));
    let evidence = evidence::gather(&units, &convention, language.unwrap_or(""));
    (language, units, evidence)
}
