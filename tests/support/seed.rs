//! Who says what in the article that this project began with, written down by reading.

use newscopy::record::{SpeakerKind, StatementKind};

const KONTUR: Option<&str> = Some("Kontur");
const ABAYEV: &str = "a political correspondent for the Bishkek news site Orbita.kg";
const MARAT: &str = "a professor at National Defense University in Washington, DC";

/// A statement as a reader has it.
pub struct Said {
    pub text: &'static str,
    pub kind: StatementKind,
    /// Name, mention, description and kind.
    pub speaker: (&'static str, Option<&'static str>, Option<&'static str>, SpeakerKind),
    pub cue: Option<&'static str>,
    pub addressee: Option<&'static str>,
    pub when: Option<&'static str>,
    /// Section and paragraph; `None` for the dek.
    pub place: Option<(usize, usize)>,
    pub repeats: Option<usize>,
}

/// An indirect statement of the body, in the commonest form; the other forms say what differs.
const PLAIN: Said = Said {
    text: "",
    kind: StatementKind::Indirect,
    speaker: ("", None, None, SpeakerKind::Person),
    cue: Some("said"),
    addressee: None,
    when: None,
    place: None,
    repeats: None,
};

const AIR_DEFENSE: &str = "Russian air defense of accidentally shooting down the plane";
pub const FIRST_STEP: &str =
    "Closing Russian House is just the first step in the process of distancing Baku from Moscow,";

pub fn statements() -> [Said; 21] {
    use SpeakerKind::{Group, Organization, Person, Unnamed};
    use StatementKind::{Direct, Mixed};
    let abayev = |mention| ("Mars Abayev", mention, Some(ABAYEV), Person);
    let marat = |mention| ("Erica Marat", mention, Some(MARAT), Person);
    let primakov = |mention| ("Yevgeny Primakov", mention, Some("director of the agency"), Person);
    let unnamed = |mention| (mention, Some(mention), None, Unnamed);
    [
        Said { text: FIRST_STEP, kind: Direct, speaker: unnamed("one observer"), repeats: Some(10), ..PLAIN },
        Said {
            text: "Russia's influence in Azerbaijan is quickly slipping away",
            speaker: unnamed("observers"),
            cue: Some("say"),
            place: Some((0, 0)),
            ..PLAIN
        },
        Said {
            text: AIR_DEFENSE,
            speaker: (
                "Ilham Aliyev",
                Some("Azerbaijani President Ilham Aliyev"),
                Some("Azerbaijani President"),
                Person,
            ),
            cue: Some("accuses"),
            place: Some((0, 4)),
            ..PLAIN
        },
        Said {
            text: "The Azerbaijani authorities notified Russia of the shutdown earlier this month",
            speaker: ("Report.az", Some("Report.az"), None, Organization),
            cue: Some("reported"),
            when: Some("XXXX-02-06"),
            place: Some((0, 5)),
            ..PLAIN
        },
        Said {
            text: "Baku is continuing a consistent policy to defend its national interests and demonstrating that it will not tolerate outside interference",
            speaker: ("Report.az", Some("the outlet"), None, Organization),
            cue: Some("wrote"),
            place: Some((0, 6)),
            ..PLAIN
        },
        Said {
            text: "Our country has become a donor itself and does not need help from outside,",
            kind: Direct,
            speaker: unnamed("sources"),
            cue: Some("told"),
            addressee: Some("Report.az"),
            place: Some((0, 7)),
            ..PLAIN
        },
        Said {
            text: "Rossotrudnichestvo is not pursuing political goals or interfering in Azerbaijan's domestic affairs",
            speaker: primakov(Some("Yevgeny Primakov")),
            cue: Some("claimed"),
            when: Some("XXXX-02-06"),
            place: Some((1, 2)),
            ..PLAIN
        },
        Said {
            text: "The incident is a \"disagreement\" that will be resolved",
            kind: Mixed,
            speaker: (
                "Dmitry Peskov",
                Some("Dmitry Peskov"),
                Some("Russian President Vladimir Putin's spokesman"),
                Person,
            ),
            when: Some("XXXX-02-07"),
            place: Some((1, 3)),
            ..PLAIN
        },
        Said {
            text: "workers had begun removing signs from the Russian House building in Baku",
            speaker: ("Russian media", Some("Russian media"), None, Group),
            cue: Some("reported"),
            when: Some("XXXX-02-11"),
            place: Some((1, 4)),
            ..PLAIN
        },
        Said {
            text: "Rossotrudnichestvo is not making those offers to hire demonstrators",
            speaker: primakov(Some("Primakov")),
            cue: Some("has said"),
            place: Some((1, 6)),
            ..PLAIN
        },
        Said {
            text: FIRST_STEP,
            kind: Direct,
            speaker: abayev(Some("Mars Abayev")),
            cue: Some("told"),
            addressee: KONTUR,
            place: Some((2, 0)),
            ..PLAIN
        },
        Said {
            text: "We're seeing that another post-Soviet republic has grown disillusioned with the legacy of the former Soviet empire.",
            kind: Direct,
            speaker: abayev(None),
            cue: None,
            place: Some((2, 1)),
            ..PLAIN
        },
        Said {
            text: "Azerbaijan is preparing evidence to submit to an international court about Russia, which could further corrode Baku-Moscow relations",
            speaker: abayev(Some("he")),
            cue: Some("added"),
            place: Some((2, 2)),
            ..PLAIN
        },
        Said {
            text: "Baku is clearly signaling to Moscow that any actions endangering its security will have consequences",
            speaker: abayev(Some("Abayev")),
            place: Some((2, 3)),
            ..PLAIN
        },
        Said {
            text: "Unlike many other post-Soviet countries, Azerbaijan doesn't depend on Russian subsidies, and it has the luxury of defending its national interests,",
            kind: Direct,
            speaker: abayev(Some("he")),
            place: Some((2, 4)),
            ..PLAIN
        },
        Said {
            text: "Russia's sphere of influence in the post-Soviet space is continuing to shrink",
            speaker: unnamed("analysts"),
            cue: Some("say"),
            place: Some((2, 5)),
            ..PLAIN
        },
        Said {
            text: "shifts occurring in Caucasus and Central Asian societies",
            speaker: marat(Some("Erica Marat")),
            cue: Some("pointed to"),
            place: Some((2, 6)),
            ..PLAIN
        },
        Said {
            text: "Now more and more people [in countries like Azerbaijan and Armenia] see Russia as an aggressive power that is carrying out a forcible cultural expansion,",
            kind: Direct,
            speaker: marat(Some("Marat")),
            cue: Some("told"),
            addressee: KONTUR,
            place: Some((2, 7)),
            ..PLAIN
        },
        Said {
            text: "Formerly, such criticism of Russia occurred more often in Georgia, aligned at the time with the West, than in Central Asia",
            speaker: marat(Some("she")),
            place: Some((2, 8)),
            ..PLAIN
        },
        Said {
            text: "But with the war in Ukraine, more and more societies in the former Soviet countries are reaching the conclusion that Russia continues to dictate its policies to the neighboring states,",
            kind: Direct,
            speaker: marat(Some("Marat")),
            place: Some((2, 9)),
            ..PLAIN
        },
        Said {
            text: "Astana has confronted a wave of Russian nationalist narratives and a threat to its territorial integrity, Russia has become a toxic and dangerous neighbor.",
            kind: Direct,
            speaker: abayev(Some("Abayev")),
            place: Some((3, 8)),
            ..PLAIN
        },
    ]
}
