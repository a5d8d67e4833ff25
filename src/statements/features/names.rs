//! Names of features: `prev,next=that ,`. Values are set apart by a space, which no value holds.

use super::key::{Question, Shape, Template, Value};
use crate::statements::ask;
use crate::statements::words::{Class, Pack};

/// The name of a feature: question, and template with values.
#[must_use]
pub fn name(pack: &Pack, key: u64) -> (&'static str, String) {
    let (question, number, values) = Template::of(key);
    let Some(question) = Question::ALL.get(question).copied() else { return ("?", String::new()) };
    let Some(shape) = ask::shapes(question).get(number) else { return (question.name(), String::from("?")) };
    let mut text = String::from(shape.name);
    for (at, (kind, value)) in shape.values.iter().zip(values).enumerate() {
        text.push(if at == 0 { '=' } else { ' ' });
        text.push_str(&value_name(pack, *kind, value));
    }
    (question.name(), text)
}

fn value_name(pack: &Pack, kind: Value, value: u16) -> String {
    let listed =
        |names: &[&str]| names.get(usize::from(value)).map_or_else(|| value.to_string(), |name| (*name).into());
    match kind {
        Value::Class => pack.class_name(Class(value)).into(),
        Value::Number => value.to_string(),
        Value::Form => pack.form(value).map_or("~open", |form| form.text).into(),
        Value::Frame => listed(&pack.frames),
        Value::Of(names) => listed(names),
    }
}

/// The feature of this name; `None` where question, template or a value is unknown.
#[must_use]
pub fn parse(pack: &Pack, question: &str, text: &str) -> Option<u64> {
    let (template, values) = text.split_once('=').map_or((text, None), |(template, values)| (template, Some(values)));
    Parser::new(pack).feature(question, template, values.into_iter().flat_map(|values| values.split(' ')))
}

/// Reads names one after another: in a table those of one template stand together, which is looked up once.
#[derive(Debug)]
pub(in crate::statements) struct Parser<'a> {
    pack: &'a Pack,
    /// The question and the template that were read last, and what they are.
    last: Option<(&'a str, &'a str, Template, &'static [Value])>,
}

impl<'a> Parser<'a> {
    /// Nothing read yet.
    #[must_use]
    pub(in crate::statements) const fn new(pack: &'a Pack) -> Self {
        Self { pack, last: None }
    }

    /// As [`parse`], for a name that is cut already.
    pub(in crate::statements) fn feature(
        &mut self,
        question: &'a str,
        template: &'a str,
        mut values: impl Iterator<Item = &'a str>,
    ) -> Option<u64> {
        let (template, kinds) = self.template(question, template)?;
        let mut packed = [0; 5];
        for (slot, kind) in packed.iter_mut().zip(kinds) {
            *slot = value_of(self.pack, *kind, values.next()?)?;
        }
        values.next().is_none().then(|| template.with(packed))
    }

    fn template(&mut self, question: &'a str, name: &'a str) -> Option<(Template, &'static [Value])> {
        if let Some((last_question, last_name, template, kinds)) = self.last
            && (last_question, last_name) == (question, name)
        {
            return Some((template, kinds));
        }
        let known = Question::ALL.into_iter().find(|known| known.name() == question)?;
        let shapes: &[Shape] = ask::shapes(known);
        let number = shapes.iter().position(|shape| shape.name == name)?;
        let template = Template { question: known, number: u8::try_from(number).ok()? };
        self.last = Some((question, name, template, shapes[number].values));
        Some((template, shapes[number].values))
    }
}

fn value_of(pack: &Pack, kind: Value, text: &str) -> Option<u16> {
    let place = |names: &[&str]| names.iter().position(|name| *name == text).and_then(|at| u16::try_from(at).ok());
    match kind {
        Value::Class => pack.class_named(text).map(|class| class.0),
        Value::Number => text.parse().ok(),
        Value::Form if text == "~open" => Some(0),
        Value::Form => pack.word(text).map(|word| word.form).filter(|form| *form > 0),
        Value::Frame => place(&pack.frames),
        Value::Of(names) => place(names),
    }
}
