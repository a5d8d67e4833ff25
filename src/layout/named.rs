//! Texts that name their fields, as databases of articles and programs that save them hand them out.
//!
//! In: the lines. Out: the same lines, labels cut off from what they name, and at each line that a label tells of its role
//! ([`Line::named`]). Three forms; of texts in none of them nothing is touched:
//!
//! ```text
//! ---                          Ferry leaves late               HD
//! title: Ferry leaves late     Byline: Ada Brook               Ferry leaves late
//! author: Ada Brook            Length: 312 words               WC
//! ---                          Body                            312 words
//! The ferry left …             The ferry left …                LP
//!                              Load-Date: March 2, 2026        The ferry left …
//! ```
//!
//! - at the top of the text, with or without the rules: three known labels, or two and one is the headline's;
//! - all over the text: four known labels, two of them such as no ordinary page has;
//! - codes of two or three capitals, on lines of their own or before the value.
//!
//! Near misses: `Title:`, `Author:`, `Price:` in the middle of a review; `Photo: Ada Brook`. Which labels there are is in
//! `field_names.txt` and `field_codes.txt`. What the roles mean for the lines between is left to the role model.

pub(super) mod captions;
mod forms;
mod labels;

use self::forms::{are_codes, everywhere, fence, is_fence, top};
use self::labels::{Label, Names};
use super::Role;
use super::glued::pieces;
use super::known::OTHER;
use super::lines::Line;
use crate::fields::person;
use crate::text::chars::is_sentence_end;
use crate::text::{Fragments, Stretch};

/// A line without a label from which on the text has begun: bytes of a sentence, of anything.
const SENTENCE: usize = 60;
const LONG: usize = 160;

/// What a label alone on its line goes on to say.
#[derive(Clone, Copy)]
struct Open {
    role: Role,
    /// Whether only the next label ends it.
    lasts: bool,
    /// Whether a line of it has been seen.
    begun: bool,
}

/// Cuts labels off and tells the roles of what they name.
pub(super) fn mark(lines: Vec<Line>, text: &str, language: &str) -> Vec<Line> {
    if !labels::may_name(&lines) {
        return lines;
    }
    let names = Names::of(language);
    let mut found: Vec<Option<Label>> = lines.iter().map(|line| names.read(line.text.text())).collect();
    let (fence, all) = (fence(&lines, text), everywhere(&found));
    let top = fence.unwrap_or_else(|| top(&lines, &found));
    if top == 0 && !all {
        return lines;
    }
    // A label without its colon, a code in a text without codes: words like others.
    let coded = are_codes(&found);
    for (at, label) in found.iter_mut().enumerate() {
        let honoured = (at < top || all) && label.is_some_and(|label| (label.colon || all) && (!label.code || coded));
        label.take_if(|_| !honoured);
    }
    let mut made = Vec::with_capacity(lines.len() + found.len());
    let mut state = State { open: None, inside: false };
    for (at, (line, label)) in lines.into_iter().zip(found).enumerate() {
        state.add(line, label, fence.filter(|end| at < *end).is_some(), text, &mut made);
    }
    made
}

/// How far reading has come.
struct State {
    open: Option<Open>,
    /// Whether the text of the article has begun.
    inside: bool,
}

impl State {
    fn add(&mut self, mut line: Line, label: Option<Label>, fenced: bool, text: &str, made: &mut Vec<Line>) {
        line.heading = if fenced { 0 } else { line.heading };
        let Some(label) = label else {
            self.add_unlabelled(line, fenced, text, made);
            return;
        };
        // `Text: Ada Brook` says who wrote it.
        let signed =
            label.known.role == Role::Paragraph && line.text.text().get(label.end..).is_some_and(person::is_name);
        let role = match label.known {
            _ if signed => Role::Byline,
            known if self.inside => known.behind,
            known => known.role,
        };
        let value = line.text.text().get(label.end..).unwrap_or("");
        let alone = value.trim_matches(['"', '\'', ' ']).is_empty();
        let lasts = label.code || self.inside && !label.colon;
        if alone || matches!(role, Role::Furniture(_)) {
            let own = if matches!(role, Role::Furniture(_)) { role } else { OTHER };
            made.push(Line { named: Some(own), labelled: true, ..line });
        } else {
            made.extend(cut(line, label.end, role, fenced));
        }
        self.open = (alone || label.code).then_some(Open { role, lasts, begun: !alone });
        if label.known.role == Role::Paragraph && !signed {
            (self.inside, self.open) = (true, None);
        }
    }

    fn add_unlabelled(&mut self, line: Line, fenced: bool, text: &str, made: &mut Vec<Line>) {
        let ends = |open: &Open| line.gap && open.begun && !open.lasts;
        self.open = self.open.filter(|open| !ends(open));
        let printed = line.text.text();
        let mut role = self.open.map(|open| open.role);
        if fenced && (role.is_none() || printed.is_empty() || is_fence(line.span.of(text))) {
            role = Some(OTHER);
        }
        if let Some(open) = &mut self.open {
            open.begun = true;
        }
        let sentence = printed.len() >= SENTENCE && printed.ends_with(is_sentence_end);
        self.inside |= role.is_none() && (sentence || printed.len() >= LONG);
        let value = made.last().is_some_and(|label| label.labelled && role.is_some());
        made.push(Line { named: role, labelled: value, ..line });
    }
}

/// A label, and what it names. A caption's own label (`PHOTO:`) and page (`(A12)`) stand apart too.
fn cut(line: Line, end: usize, role: Role, fenced: bool) -> Vec<Line> {
    let text = line.text.text();
    let value = text.get(end..).unwrap_or("");
    let (mut ends, mut own) = (vec![end], 1);
    if role == Role::Caption {
        let shouted = labels::shouted(value);
        own += usize::from(shouted.is_some());
        // A page by itself is all there is.
        let page = labels::page(value).filter(|page| shouted.is_none_or(|label| label < *page));
        ends.extend(shouted.into_iter().chain(page).map(|at| end + at));
    }
    let named = pieces(line, &ends).enumerate().map(|(at, piece)| {
        let is_own = at == own;
        let text = if is_own && fenced { unquoted(&piece.text) } else { piece.text };
        let text = text.slice(Stretch::new(0, text.text().trim_end().len()));
        let (gap, bullet) = (piece.gap && at == 0, piece.bullet && at == 0);
        Line { text, named: Some(if is_own { role } else { OTHER }), labelled: true, gap, bullet, ..piece }
    });
    named.collect()
}

/// A value without the quotation marks that some programs set around it.
fn unquoted(text: &Fragments) -> Fragments {
    let printed = text.text();
    let quoted =
        ['"', '\''].iter().any(|mark| printed.len() > 1 && printed.starts_with(*mark) && printed.ends_with(*mark));
    if quoted { text.slice(Stretch::new(1, printed.len() - 1)) } else { text.clone() }
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, Layout, read};
    use crate::text::Fragments;

    const TEXT: &str = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog.\n\nNobody had known of it, and the quay was full until the evening.\n";

    fn page(head: &str, tail: &str) -> Layout {
        read(&format!("{head}{TEXT}{tail}"), &Hints { language: Some("en"), now: None })
    }

    fn headline(layout: &Layout) -> &str {
        layout.headline.as_ref().map_or("", Fragments::text)
    }

    fn authors(layout: &Layout) -> Vec<&str> {
        layout.byline.iter().flat_map(|byline| &byline.authors).map(|author| author.name.as_str()).collect()
    }

    #[test]
    fn fields_at_the_top_are_what_they_say() {
        for head in [
            "Title: Ferry leaves late\nAuthor: Ada Brook\n\n",
            "Date: 2 March 2026\nWord count: 80\nTitle:\nFerry leaves late\n\nBy-line: Ada Brook\nAuthor: Ada Brook\n\n",
            "Title: Ferry leaves late\n\nURL Source: https://harbour.example/late\n\nPublished Time: 2026-03-02T09:12:00Z\n\nMarkdown Content:\nFerry leaves late\n=================\n\nBy Ada Brook\n\n",
            "---\ntitle: 'Ferry leaves late'\nfoo: bar\nauthor: Ada Brook\n---\n",
            "---\ntitle: Ferry leaves late\nauthors:\n  - Ada Brook\n---\n\n# Ferry leaves late\n\n## News\n",
        ] {
            let layout = page(head, "");
            assert_eq!((headline(&layout), authors(&layout)), ("Ferry leaves late", vec!["Ada Brook"]), "{head}");
        }
    }

    #[test]
    fn fields_all_over_the_text_are_what_they_say() {
        let tail = "\nGraphic\n\n \n\nA ferry at noon.\nCy Dorn\n\nTitle: Ferry, late\n\nLoad-Date: March 4, 2026\n";
        let layout = page(
            "Ferry leaves late\nHarbour Post\nMarch 2, 2026\n\nLength: 80 words\n\nByline: Ada Brook\n\nHighlight: Fog again.\n\nBody\n\n",
            tail,
        );
        assert_eq!((headline(&layout), authors(&layout)), ("Ferry leaves late", vec!["Ada Brook"]));
        assert_eq!(layout.dek.iter().map(Fragments::text).collect::<Vec<_>>(), ["Fog again."]);
        let captions: Vec<_> = layout.captions.iter().map(|one| (one.text.text(), one.credit.is_some())).collect();
        assert_eq!(captions, [("A ferry at noon.", true)]);
        assert_eq!(layout.body.len(), 2);
    }

    #[test]
    fn what_the_text_says_itself_is_no_dek() {
        let layout =
            page("Title: Ferry leaves late\nSummary: The ferry left the old harbour two hours late on …\n\n", "");
        assert_eq!((layout.dek.len(), layout.body.len()), (0, 2));
    }

    #[test]
    fn who_wrote_the_text_is_no_text() {
        let layout = page("Title: Ferry leaves late\nText: Ada Brook\n\n", "");
        assert_eq!((authors(&layout), layout.body.len()), (vec!["Ada Brook"], 2));
    }

    #[test]
    fn fields_named_twice_lose_nothing() {
        let layout =
            page("Title: Ferry leaves late\nKicker: News\nKicker: Boats\nDateline: OSLO\nDateline: BERGEN\n\n", "");
        let text = |part: &Option<Fragments>| part.as_ref().map(|part| part.text().to_owned());
        assert_eq!((text(&layout.kicker), text(&layout.dateline)), (Some("News".into()), Some("OSLO".into())));
        let other = |text: &str| layout.furniture.iter().any(|(_, part)| part.text() == text);
        assert!(other("Boats") && other("BERGEN"));
    }

    #[test]
    fn fields_without_a_value_lose_nothing() {
        let tail = "\nGraphic: PHOTO: (A12)\nGraphic: (A1)\nGraphic: A ferry (A2)\nLoad-Date:\nLength: 8\n";
        for head in ["---\ntitle: \"\"\nauthor: '\ndate:\n---\n", "Title: ''\nAuthor:\nByline: Ada Brook\n\n"] {
            let layout = page(head, tail);
            let mut end = 0;
            for block in &layout.blocks {
                assert!(block.span.start >= end && block.span.end > block.span.start, "{head} {block:?}");
                end = block.span.end;
            }
            assert!(layout.headline.as_ref().is_none_or(|headline| !headline.is_empty()), "{head}");
        }
    }

    #[test]
    fn other_lines_with_colons_are_let_be() {
        for head in [
            "Ferry leaves late\n\nTitle: The Fog\nAuthor: Cy Dorn\nPublisher: Thole\nPages: 80\n\n",
            "Update: Ferry leaves late\n\nPhoto: Cy Dorn\n\n",
            "Source: Cy Dorn\nFerry leaves late\n\n",
        ] {
            let layout = page(head, "");
            assert!(headline(&layout).ends_with("Ferry leaves late"), "{head}");
            assert!(
                layout.furniture.iter().all(|(_, text)| text.text() != "Author:" && text.text() != "Title:"),
                "{head}"
            );
        }
    }
}
