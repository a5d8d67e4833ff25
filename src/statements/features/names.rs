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
    let question = Question::ALL.into_iter().find(|known| known.name() == question)?;
    let (name, values) = match text.split_once('=') {
        Some((name, values)) => (name, Some(values)),
        None => (text, None),
    };
    let shapes: &[Shape] = ask::shapes(question);
    let number = shapes.iter().position(|shape| shape.name == name)?;
    let kinds = shapes[number].values;
    let mut values = values.into_iter().flat_map(|values| values.split(' '));
    let mut packed = [0; 5];
    for (slot, kind) in packed.iter_mut().zip(kinds) {
        *slot = value_of(pack, *kind, values.next()?)?;
    }
    if values.next().is_some() {
        return None;
    }
    Some(Template { question, number: u8::try_from(number).ok()? }.with(packed))
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
