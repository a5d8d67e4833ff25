//! The questions asked of every unit, with the names and numbers of values that the weights table has for them.
//!
//! What is told of a family, and when, stands where it is set (`evidence`, `shape`, `places`). Read by `src/lexicon/build.rs`
//! too, which makes the weights table of the role model: so nothing of the library is used here.

macro_rules! families {
    ($($name:ident $shown:literal $count:literal),* $(,)?) => {
        /// A question asked of every unit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // told where each is set
        pub(super) enum Family { $($name),* }

        /// How many there are.
        pub(super) const FAMILIES: usize = [$($count),*].len();
        /// Their names in the weights table.
        pub(super) const NAMES: [&str; FAMILIES] = [$($shown),*];
        /// How many values each has, 0 (nothing to say) with them.
        pub(super) const COUNTS: [usize; FAMILIES] = [$($count),*];
    };
}

families! {
    Length "length" 14, Size "size" 7, End "end" 12, Stop "stop" 4, Start "start" 9, Case "case" 7,
    Sentences "sentences" 4, Inner "inner" 7, Digits "digits" 5, Quotes "quotes" 4, Mark "mark" 8, Link "link" 4,
    Gap "gap" 4, Indent "indent" 7, Byline "byline" 4, Stamp "stamp" 7, Credit "credit" 6, Dateline "dateline" 2,
    Person "person" 3, Label "label" 15, Opening "opening" 15, Note "note" 6, Twin "twin" 6, Repeat "repeat" 5,
    Shared "shared" 7, Place "place" 13, Order "order" 6, Run "run" 5, Title "title" 6, Top "top" 4, Named "named" 3, Early "early" 5, Echo "echo" 4, Tail "tail" 6,
    Kin "kin" 7, Ahead "ahead" 5, Pose "pose" 4, Section "section" 3,
    Untitled "untitled" 2, Branded "branded" 3,
}
