//! What the rules ask of a closed word, as bits. The lists say which word plays which role.

/// The roles of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(pub u32);

macro_rules! roles {
    ($($name:ident $text:literal $doc:literal),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($name),* }
        impl Roles {
            $(#[doc = $doc] pub const $name: Self = Self(1 << Number::$name as u32);)*
        }
        /// Every role by its name in the lists.
        const NAMES: &[(&str, Roles)] = &[$(($text, Roles::$name)),*];
    };
}

roles! {
    AUXILIARY "auxiliary" "May stand between subject and verb of saying: has, also, never.",
    DETERMINER "determiner" "Opens a noun phrase.",
    BOUNDARY "boundary" "No noun phrase of a source reaches back over it.",
    CLAUSE "clause" "Content may end before it.",
    OPENING "opening" "Content may begin with it.",
    ENDING "ending" "A source to the right of its cue ends before it.",
    EMPTY "empty" "Never a source by itself.",
    RELATIVE "relative" "A relative pronoun that can be the source.",
    THAT "that" "Opens reported speech and is no part of it.",
    AGENT "agent" "Stands between a cue and the source to its right: by.",
    JOINER "joiner" "Content in front of its cue may begin after it.",
    PULLED "pulled" "Content in front of its cue may begin with it.",
    CHAIN "chain" "Leads over to the next cue of a chain.",
    NEGATION "negation" "Negates.",
    TO "to" "Opens an infinitive.",
    AUDIENCE "audience" "Those who are told: content follows.",
    INNER "inner" "Worth knowing inside a source.",
    STARTER "starter" "A sentence may begin with it, capital and all, after a full stop that an abbreviation ends with.",
    QUESTION "question" "Asks.",
    PREPOSITION "preposition" "A preposition.",
    ABBREVIATION "abbreviation" "Printed with a full stop that ends no sentence (capital first letter).",
    LABEL "label" "Says before a colon what the line is, and is nobody who speaks: Exclusive, Pictures.",
    HEARER "hearer" "Speaks to somebody: you.",
    SELF "self" "Speaks of the speaker: I, our.",
    OWNER "owner" "Makes a name before it an owner: the port’s.",
    CITED "cited" "A passive whose subject speaks: was quoted as saying.",
    SUBORDINATOR "subordinator" "A preposition that opens clauses too: after, before.",
    UNDOING "undoing" "Behind a verb of saying it makes another verb: calls off.",
    LETTING "letting" "Begins a wish: let me tell you.",
    MONTH "month" "Names a month: with a figure beside it a day.",
}

impl Roles {
    /// The role of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }

    /// Whether the word plays any of these roles.
    #[must_use]
    pub const fn any(self, roles: Self) -> bool {
        self.0 & roles.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
