//! Photo credits.
//!
//! In: a caption, or a line of its own, and the language. Out: the credit, its makers, and what is to be taken off.
//!
//! | case | example (invented) |
//! |---|---|
//! | label | `(Image: Ina Holm)`, `Foto: Ina Holm/dpa`, `Photograph: Ina Holm/Reuters`, `Picture by Ina Holm`, glued `CupCredit: PA` |
//! | sign | `© Ina Holm`, `Copyright Ina Holm/AP` |
//! | bracket | `(AP Photo/Ina Holm)`, `[Ina Holm/Pool/AFP]`, `(Ina Holm/Harbourpix)`, behind a full stop `(Ina Holm)` |
//! | behind the sentence | `… the river. Ina Holm/Getty Images`, `… the river. AFP`, `… the river \| Ina Holm/PA` |
//! | line of its own | any of these, `REUTERS`, `Ina Holm \| Moment \| Getty Images`, and in pieces `(` / `Image:` / `Ina Holm)` |
//!
//! A bracket that only points (`(right)`, `(stock image)`) is none. A name alone on a line is left to the byline.

mod ending;
mod makers;

pub(crate) use self::makers::add_maker;
use self::makers::{Makers, tell};
use super::tables::{self, Tables};
use crate::text::Stretch;

/// Who made the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// All that belongs to the credit and is taken off the caption, brackets and label with it.
    pub outer: Stretch,
    /// The credit itself, without brackets and label (`Gavriil Grigorov/Pool/AFP`).
    pub stretch: Stretch,
    /// People.
    pub names: Vec<String>,
    /// Agencies, outlets and others that are no person.
    pub agencies: Vec<String>,
    /// `Pool`, `Handout`, `File`, `via`.
    pub qualifiers: Vec<String>,
    /// Whether a label, a bracket or a known agency proves it.
    pub certain: bool,
}

/// The longest line that is read as a credit.
const LONGEST: usize = 220;

/// Reads a whole line as a credit (`Photo: AFP`, `(Image: Getty)`, `REUTERS`).
#[must_use]
pub fn read_line(line: &str, _language: &str) -> Option<Credit> {
    let whole = Stretch::new(0, line.len()).trimmed(line);
    if whole.len() > LONGEST || whole.is_empty() {
        return None;
    }
    // Labels of every language are known: pages print `Foto:` and `Photo:` in any of them.
    let tables = tables::makers();
    let inner = inside(line, whole);
    let bracketed = inner.len() < whole.len();
    if let Some(content) = labelled(line, inner, tables, bracketed) {
        return make(line, whole, content, tables, true);
    }
    let short = memchr::memchr_iter(b' ', inner.of(line).as_bytes()).count() < 10;
    // Without brackets only a listed agency or a stroke proves it: most lines hold none.
    if !(bracketed || short && (inner.of(line).contains('/') || tables::common().agencies.anywhere(inner.of(line)))) {
        return None;
    }
    let makers = tell(inner.of(line), tables);
    let certain = (makers.known || is_signed(inner.of(line), &makers)) && makers.sound && short;
    let named = bracketed && makers.sound && (!makers.names.is_empty() || inner.of(line).contains('/'));
    if certain || named { of_makers(makers, whole, inner, certain) } else { None }
}

/// A name and the initials of its outlet: `Ina Holm/HPR`.
fn is_signed(content: &str, makers: &Makers) -> bool {
    let initials =
        |outlet: &str| (2..=5).contains(&outlet.len()) && outlet.bytes().all(|byte| byte.is_ascii_uppercase());
    let outlet =
        content.split_once('/').filter(|(name, _)| makers.names.first().is_some_and(|first| first == name.trim()));
    outlet.is_some_and(|(_, outlet)| initials(outlet.trim()))
}

/// Reads the credit at the end of a caption.
#[must_use]
pub fn read_end(line: &str, _language: &str) -> Option<Credit> {
    ending::read(line, tables::makers())
}

/// Whether a line opens a credit that the next line goes on with (`(`, `(Image:`, `Foto:`). Joined with the lines up to
/// the closing bracket, or with the next one, it is read by [`read_line`].
#[must_use]
pub fn is_open(line: &str, _language: &str) -> bool {
    let line = line.trim();
    if line.len() > 40 || line.is_empty() {
        return false;
    }
    let body = line.trim_start_matches(['(', '[', '（']).trim_start();
    if body.is_empty() {
        return line.len() == 1 || line == "（";
    }
    let label = tables::makers().credit_labels.at(body);
    label.is_some_and(|(length, kind)| match body.get(length..).map(str::trim) {
        Some(":" | "：" | "=") => true,
        Some("") => kind != "colon",
        _ => false,
    })
}

/// Without the brackets around it.
fn inside(line: &str, whole: Stretch) -> Stretch {
    let text = whole.of(line);
    let open = text.starts_with(['(', '[', '（', '【']);
    let close = text.ends_with([')', ']', '）', '】']);
    let lead = text.chars().next().filter(|_| open).map_or(0, char::len_utf8);
    let trail = text.chars().next_back().filter(|_| close && (open || !text.contains('('))).map_or(0, char::len_utf8);
    if open && !close {
        return Stretch::new(whole.start + lead, whole.end).trimmed(line);
    }
    Stretch::new(whole.start + lead, whole.end - trail).trimmed(line)
}

/// What stands behind a label at the start of `part`, where it can be a credit. In brackets (`bracketed`) a label with a
/// colon is proof enough.
fn labelled(line: &str, part: Stretch, tables: &Tables, bracketed: bool) -> Option<Stretch> {
    let text = part.of(line);
    let (length, kind) = match tables.credit_labels.at(text) {
        Some(found) => found,
        None if text.starts_with('©') => ('©'.len_utf8(), "sign"),
        None => return None,
    };
    let rest = text.get(length..)?;
    let body = rest.trim_start();
    // `Ljósmynd/Holm` has a stroke for a colon.
    let stroke = rest.starts_with('/');
    let colon = stroke || body.starts_with([':', '：', '=', '＝']) || kind == "colon" && is_loose(text, length);
    if !colon && kind == "colon" {
        return None;
    }
    let blank = |found: char| matches!(found, ' ' | '\u{a0}');
    let sign = |found: char| blank(found) || colon && matches!(found, ':' | '：' | '=' | '＝' | '/' | '.' | '…' | ',');
    let skip = text.len() - body.trim_start_matches(sign).len();
    let content = Stretch::new(part.start + skip, part.end).trimmed(line);
    // `Foto de familia` says what is in the picture.
    let small = content.of(line).split([' ', '/']).next().filter(|first| first.starts_with(char::is_lowercase));
    if kind == "by" && !colon && small.is_some_and(|first| !is_known(first, tables)) {
        return None;
    }
    let proven = bracketed && colon && (1..=160).contains(&content.len());
    (proven || is_maker(content.of(line), tables)).then_some(content)
}

/// Whether another sign stands for the colon behind a label: `Credit...Ina Holm`, `Image source, Ina Holm`.
fn is_loose(text: &str, length: usize) -> bool {
    let (label, rest) = text.split_at(length);
    let rest = rest.trim_start();
    let signed = rest.starts_with("...") || rest.starts_with('…') || label.contains(' ') && rest.starts_with(", ");
    signed && rest.trim_start_matches(['.', '…', ',', ' ']).starts_with(char::is_uppercase)
}

/// Whether `content` can be the words of a credit: short, and few words in small letters that no list knows.
fn is_maker(content: &str, tables: &Tables) -> bool {
    if content.is_empty() || content.len() > 160 || content.ends_with(['?', '!', ':']) {
        return false;
    }
    let mut small = 0;
    let mut count = 0;
    for word in content.split([' ', '/']).filter(|word| !word.is_empty()) {
        count += 1;
        let plain = word.trim_matches(|found: char| !found.is_alphanumeric());
        small += usize::from(word.starts_with(char::is_lowercase) && !is_known(plain, tables));
    }
    let capital = content.chars().next().is_some_and(char::is_uppercase);
    let few = capital && count <= 4 && small < count;
    (1..=16).contains(&count) && (small <= 1 || small * 3 <= count || few)
}

/// Whether a word in small letters may stand in a credit: `dpa`, `von`, `archive`, `harbourpost.com`.
fn is_known(word: &str, tables: &Tables) -> bool {
    tables::common().particles.has(word)
        || tables.joiners.has(word)
        || tables.qualifiers.at(word).is_some_and(|(_, kind)| kind != "outlet")
        || tables.credit_labels.at(word).is_some()
        || tables::common().agencies.at(word).is_some()
        || word.contains('.')
}

fn make(line: &str, outer: Stretch, content: Stretch, tables: &Tables, certain: bool) -> Option<Credit> {
    of_makers(tell(content.of(line), tables), outer, content, certain)
}

fn of_makers(makers: Makers, outer: Stretch, content: Stretch, certain: bool) -> Option<Credit> {
    let any = !(makers.names.is_empty() && makers.agencies.is_empty() && makers.qualifiers.is_empty());
    any.then_some(Credit {
        outer,
        stretch: content,
        names: makers.names,
        agencies: makers.agencies,
        qualifiers: makers.qualifiers,
        certain,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(line: &str, found: Option<Credit>) -> String {
        let Some(found) = found else { return "none".to_owned() };
        format!("{} [{}] [{}]", found.stretch.of(line), found.names.join(", "), found.agencies.join(", "))
    }

    #[test]
    fn lines() {
        for (line, expected) in [
            ("Photo: AFP", "AFP [] [AFP]"),
            ("(Image: Ina Holm)", "Ina Holm [Ina Holm] []"),
            (
                "Credit...Ina Holm for The Harbour Times",
                "Ina Holm for The Harbour Times [Ina Holm] [The Harbour Times]",
            ),
            ("Image source, Ina Holm", "Ina Holm [Ina Holm] []"),
            ("Credits... and debits", "none"),
            ("Photo, Video and Fog", "none"),
            ("( Image: Getty Images/iStockphoto)", "Getty Images/iStockphoto [] [Getty Images, iStockphoto]"),
            ("Photograph: Ina Holm; Getty Images", "Ina Holm; Getty Images [Ina Holm] [Getty Images]"),
            ("REUTERS", "REUTERS [] [REUTERS]"),
            ("Ina Holm/HPR", "Ina Holm/HPR [Ina Holm] [HPR]"),
            ("Ina Holm/Otto Frey", "none"),
            ("and/or", "none"),
            ("Ina Holm | Moment | Getty Images", "Ina Holm | Moment | Getty Images [Ina Holm] [Getty Images]"),
            ("Foto: Ina Holm (Keystone)", "Ina Holm (Keystone) [Ina Holm] [Keystone]"),
            (
                "Copyright Ina Holm II/Copyright 2026 The AP. All rights reserved.",
                "Ina Holm II/Copyright 2026 The AP. All rights reserved. [Ina Holm II] [AP]",
            ),
            ("AP Video by Ina Holm", "AP Video by Ina Holm [Ina Holm] [AP]"),
            ("© Ina Holm/dpa | INA HOLM", "Ina Holm/dpa | INA HOLM [Ina Holm] [dpa]"),
            ("Bild: HN/APA/KEYSTONE/INA HOLM", "HN/APA/KEYSTONE/INA HOLM [INA HOLM] [HN, APA, KEYSTONE]"),
            (
                "Photos by Associated Press; photo illustration by Ina Holm / Harbour Times",
                "Associated Press; photo illustration by Ina Holm / Harbour Times [Ina Holm] [Associated Press, Harbour Times]",
            ),
            ("picture alliance/dpa | Ina Holm", "picture alliance/dpa | Ina Holm [Ina Holm] [picture alliance, dpa]"),
            ("Picture: Ina Holm/dpa", "Ina Holm/dpa [Ina Holm] [dpa]"),
            ("Foto: Ina Holm og Cy Dorn (Havnen)", "Ina Holm og Cy Dorn (Havnen) [Ina Holm, Cy Dorn] [Havnen]"),
            ("Foto: Holm og Dorn", "Holm og Dorn [] [Holm og Dorn]"),
            (
                "Foto: Ina Holm/AP/dpa +++ dpa-Bildfunk +++",
                "Ina Holm/AP/dpa +++ dpa-Bildfunk +++ [Ina Holm] [AP, dpa, dpa-Bildfunk]",
            ),
            ("Foto: Ina Holm/Disney+", "Ina Holm/Disney+ [Ina Holm] [Disney+]"),
            ("Ina Holm", "none"),
            ("Photo: a man walks his dog along the quay on a wet day", "none"),
            ("Picture this: nobody came", "none"),
            ("Politics", "none"),
            ("© Montage", "Montage [] []"),
            (
                "(Bild: erstellt mit einem Programm durch die Redaktion)",
                "erstellt mit einem Programm durch die Redaktion [] [erstellt mit einem Programm durch die Redaktion]",
            ),
            ("Ljósmynd/Ina Holm", "Ina Holm [Ina Holm] []"),
            ("Foto de Ina Holm", "Ina Holm [Ina Holm] []"),
            ("Foto de archivo", "archivo [] []"),
            ("Foto de familia del consejo del puerto", "none"),
        ] {
            assert_eq!(show(line, read_line(line, "en")), expected, "{line}");
        }
        assert!(is_open("(", "en") && is_open("Image:", "en") && is_open("(Foto:", "de"));
        assert!(!is_open("(right)", "en") && !is_open("Image", "en"));
    }
}
