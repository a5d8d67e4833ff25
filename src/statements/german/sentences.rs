//! Where the sentences of a German passage end.
//!
//! In: a [`Line`] whose quotations are paired. Out: its sentences, as ranges of tokens. A stop inside a quotation ends none; the stop
//! of an abbreviation (`Dr.`), an initial or an ordinal (`am 3. Mai`) neither. Near-miss: `Es waren 12. Danach keiner.`

use super::tokens::Line;
use super::words::Roles;

/// A sentence with so many tokens ends at the next one outside quotation marks, one with [`LONGEST`] anywhere: no rule that
/// looks through a sentence can take long.
const LONG: usize = 300;
/// See [`LONG`].
const LONGEST: usize = 3000;

impl Line<'_> {
    /// Finds its sentences.
    pub(super) fn cut(&mut self) {
        let mut start = 0;
        for index in 0..self.tokens.len() {
            let long = index - start >= LONG && self.tokens[index].quote.is_none() || index - start >= LONGEST;
            if long || self.ends_sentence(index) {
                self.sentences.push((start, index + 1));
                start = index + 1;
            }
        }
        if start < self.tokens.len() {
            self.sentences.push((start, self.tokens.len()));
        }
    }

    fn ends_sentence(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        let Some(next) = self.tokens.get(index + 1) else { return true };
        if token.quote.is_none() && !matches!(token.first, '.' | '!' | '?') {
            return false;
        }
        let starts = next.upper || next.first.is_numeric() || next.quote.is_some_and(|_| !next.word);
        if !starts || next.quote.is_some() && next.quote == token.quote || !self.spaced_after(index) {
            return false;
        }
        if token.quote.is_some() {
            // A closing mark ends the sentence where the quotation itself ended with a stop.
            return index > 0 && matches!(self.tokens[index - 1].first, '.' | '!' | '?' | '…');
        }
        token.first != '.' || !self.keeps_stop(index)
    }

    /// Whether the full stop belongs to an abbreviation, an initial or an ordinal.
    fn keeps_stop(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|before| self.tokens.get(before)) else { return false };
        if self.spaced_before(index) || !before.word {
            return false;
        }
        let length = before.stretch.len();
        let next_is_time = self.tokens.get(index + 1).is_some_and(|next| next.is(Roles::TIME));
        before.entry.abbreviation
            || (before.upper && length == 1)
            || (before.first.is_numeric() && (length <= 2 || next_is_time) && self.ordinal(index))
    }

    /// Whether the number before the full stop is an ordinal: an article or preposition before it, or a month after it.
    fn ordinal(&self, index: usize) -> bool {
        let after = self.tokens.get(index + 1).is_some_and(|next| next.is(Roles::TIME));
        let leads = Roles::PREPOSITION.and(Roles::DETERMINER);
        after || index.checked_sub(2).and_then(|lead| self.tokens.get(lead)).is_some_and(|lead| lead.is(leads))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let line = Line::new(text, false);
        line.sentences.iter().map(|(from, to)| line.stretch(*from, *to).of(text)).collect()
    }

    #[test]
    fn sentences_end_outside_quotations() {
        assert_eq!(sentences("„Nein. Nie!“, rief er. Dann ging er."), ["„Nein. Nie!“, rief er.", "Dann ging er."]);
        assert_eq!(sentences("„Nein. Nie.“ Er ging."), ["„Nein. Nie.“", "Er ging."]);
        assert_eq!(sentences("Am 3. Mai kam Dr. Kern. Er blieb."), ["Am 3. Mai kam Dr. Kern.", "Er blieb."]);
        assert_eq!(sentences("Es waren 12. Danach keiner."), ["Es waren 12.", "Danach keiner."]);
    }
}
