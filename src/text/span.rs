//! Two kinds of half-open byte ranges that cannot be mixed: [`Span`] counts bytes of the decoded input,
//! [`Stretch`] counts bytes of a cleaned string ([`super::Fragments`]).
//!
//! Code points, the unit of the record, are made in one place only: [`super::CodePoints`].

macro_rules! byte_range {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            /// First byte.
            pub start: usize,
            /// The byte after the last one.
            pub end: usize,
        }

        impl $name {
            /// The range `start..end`; an end before the start gives an empty range at `start`.
            #[must_use]
            pub fn new(start: usize, end: usize) -> Self {
                Self { start, end: end.max(start) }
            }

            /// Its length in bytes.
            #[must_use]
            pub fn len(self) -> usize {
                self.end - self.start
            }

            /// Whether it holds nothing.
            #[must_use]
            pub fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// The text it covers; empty where it does not fit `text`.
            #[must_use]
            pub fn of(self, text: &str) -> &str {
                text.get(self.start..self.end).unwrap_or("")
            }

            /// Whether `other` lies inside.
            #[must_use]
            pub fn holds(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the two share a byte.
            #[must_use]
            pub fn meets(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// The smallest range that holds both.
            #[must_use]
            pub fn hull(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }

            /// The same range, `by` bytes further on.
            #[must_use]
            pub fn shifted(self, by: usize) -> Self {
                Self { start: self.start + by, end: self.end + by }
            }

            /// The range without white space at its ends.
            #[must_use]
            pub fn trimmed(self, text: &str) -> Self {
                let covered = self.of(text);
                let left = covered.trim_start();
                let start = self.start + (covered.len() - left.len());
                Self { start, end: start + left.trim_end().len() }
            }
        }
    };
}

byte_range! {
    /// Bytes of the decoded input.
    Span
}

byte_range! {
    /// Bytes of a cleaned string.
    Stretch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_and_slices() {
        let stretch = Stretch::new(0, 7).trimmed("  word  ");
        assert_eq!(stretch, Stretch::new(2, 6));
        assert_eq!(stretch.of("  word  "), "word");
    }

    #[test]
    fn a_range_that_does_not_fit_covers_nothing() {
        assert_eq!(Span::new(3, 9).of("abc"), "");
        assert_eq!(Span::new(1, 2).of("ä"), "");
    }

    #[test]
    fn neighbours_do_not_meet() {
        assert!(!Span::new(0, 3).meets(Span::new(3, 5)));
        assert!(Span::new(0, 4).meets(Span::new(3, 5)));
    }
}
