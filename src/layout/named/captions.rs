//! Captions that a label of their own announces.
//!
//! In: the lines. Out: the same lines; where a listed label opens one, or stands alone over one, the caption is told as such
//! ([`Line::named`]), and the label is taken off as mark-up is. Which labels there are is in `caption_labels.txt`.
//!
//! ```text
//! Image caption, The first cars at noon          The first cars at noon
//! Photo: The quay in 2019. (Cy Dorn/Post)        The quay in 2019. (Cy Dorn/Post)
//! Photo: Cy Dorn/Post                            let be: a credit
//! ```

use crate::fields::credit;
use crate::layout::Role;
use crate::layout::known::OTHER;
use crate::layout::lines::Line;
use crate::lexicon::{self, Kept};
use crate::text::chars::{is_sentence_end, lowered};
use crate::text::{Heads, Stretch};

/// Bytes of the longest label, and of a caption.
const LABEL: usize = 40;
const CAPTION: std::ops::RangeInclusive<usize> = 8..=900;

/// The labels of one language, and the English ones.
#[derive(Debug, Default)]
struct Labels {
    /// Each, and whether it needs a credit at the end.
    listed: Vec<(&'static str, bool)>,
    heads: Heads,
}

impl Labels {
    fn of(language: &str) -> &'static Self {
        static KEPT: Kept<Labels> = Kept::new();
        KEPT.get(language, |language| {
            let mut labels = Self::default();
            for language in [language, "en"] {
                for (label, kind) in lexicon::pairs(language, "caption_labels") {
                    labels.heads.add(label);
                    labels.listed.push((label, kind == "credited"));
                }
            }
            labels
        })
    }

    /// Where the words behind a label begin, and whether they need a credit.
    fn read(&self, line: &str) -> Option<(usize, bool)> {
        // Nearly all lines begin with other letters.
        if !self.heads.may_begin(line) {
            return None;
        }
        let end = line.bytes().take(LABEL).position(|byte| matches!(byte, b',' | b':'))?;
        let label = lowered(line.get(..end)?.trim_end());
        let (_, credited) = self.listed.iter().find(|(listed, _)| *listed == label)?;
        let rest = line.get(end + 1..)?;
        let blank = rest.is_empty() || rest.starts_with(char::is_whitespace);
        blank.then(|| (line.len() - rest.trim_start().len(), *credited))
    }
}

/// Tells the captions behind labels.
pub(in crate::layout) fn mark(mut lines: Vec<Line>, language: &str) -> Vec<Line> {
    let labels = Labels::of(language);
    let mut alone = false;
    for line in &mut lines {
        let text = line.text.text();
        let found = labels.read(text).filter(|_| line.named.is_none() && !line.image);
        match found {
            Some((start, false)) if start == text.len() => line.named = Some(OTHER),
            Some((start, credited)) => {
                let words = text.get(start..).unwrap_or("");
                if CAPTION.contains(&words.len()) && (!credited || words.ends_with(')') && is_credited(words, language))
                {
                    line.text = line.text.slice(Stretch::new(start, text.len()));
                    line.named = Some(Role::Caption);
                }
            }
            None if alone && line.named.is_none() && CAPTION.contains(&text.len()) => line.named = Some(Role::Caption),
            None => {}
        }
        alone = found.is_some() && line.named == Some(OTHER);
    }
    lines
}

/// Whether a credit stands behind a sentence, or behind more words than a maker has.
fn is_credited(words: &str, language: &str) -> bool {
    const MAKER: usize = 6;
    credit::read_end(words, language).is_some_and(|found| {
        let said = words.get(..found.outer.start).unwrap_or("").trim_end();
        said.ends_with(is_sentence_end) || said.split(' ').count() > MAKER
    })
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, read};

    const TEXT: &str = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog.\n\nNobody had known of it, and the quay was full until the evening.\n";

    /// The captions of a page with a line over its text.
    fn captions(line: &str) -> Vec<(String, Option<String>)> {
        let page = format!("Ferry leaves late\n\n{line}\n\n{TEXT}");
        let layout = read(&page, &Hints { language: Some("en"), now: None });
        let credit = |part: &crate::layout::CreditPart| part.text.text().to_owned();
        layout.captions.iter().map(|one| (one.text.text().to_owned(), one.credit.as_ref().map(credit))).collect()
    }

    #[test]
    fn a_label_tells_a_caption() {
        let whole = |text: &str, credit: Option<&str>| vec![(text.to_owned(), credit.map(str::to_owned))];
        let first = "The first cars went through at noon";
        assert_eq!(captions(&format!("Image caption, {first}")), whole(first, None));
        assert_eq!(captions(&format!("Image caption,\n{first}")), whole(first, None));
        assert_eq!(
            captions("Photo: The old quay in 2019. (Cy Dorn/Haven Post)"),
            whole("The old quay in 2019.", Some("Cy Dorn/Haven Post"))
        );
    }

    #[test]
    fn other_lines_with_labels_are_let_be() {
        for line in [
            "Photo: Cy Dorn/AP",
            "Photo: Cy Dorn (Reuters)",
            "Caption contest: who won it this year",
            "Image, Text and Fog",
        ] {
            assert!(captions(line).iter().all(|(text, _)| text.is_empty()), "{line}");
        }
    }
}
