// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A theme of which people speak: its key, and what it is called.
public struct VoiceTheme: Hashable, Sendable {
    /// The key, such as `being-listened-to`.
    public var key: String
    /// What it is called.
    public var words: String

    /// Creates a theme.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - words: What it is called.
    public init(_ key: String, _ words: String) {
        self.key = key
        self.words = words
    }

    static let shape = Shape(
        VoiceTheme("", ""),
        [.required("key", \.key, .name), .required("words", \.words, .name)]
    )
}

/// The committee's list of themes.
public struct VoiceThemes: Hashable, Sendable {
    /// The themes, in the committee's order.
    public var themes: [VoiceTheme]

    /// Creates a list.
    ///
    /// - Parameter themes: The themes.
    public init(_ themes: [VoiceTheme]) { self.themes = themes }

    static let shape = Shape(
        VoiceThemes([]),
        [.given("themes", \.themes, .list(of: VoiceTheme.shape.form))]
    )

    /// Why the list cannot be; nil when it can.
    var refusal: String? {
        var seen: Set<String> = []
        for theme in themes {
            guard VoicesFold.isIdentifier(theme.key) else {
                return
                    "“\(theme.key)” cannot be the key of a theme. Use letters, digits and hyphens only, such as "
                    + "being-listened-to."
            }
            guard seen.insert(theme.key).inserted else {
                return "The key “\(theme.key)” stands for two themes. Give each its own."
            }
        }
        return nil
    }
}

extension VoicesState {
    /// What can be said of the committee's themes and time limits.
    public enum Entries {}

    /// Everything that can be said of the room as a whole.
    public static let table = SubjectTable<VoicesState>([
        Entries.themesSet.declaration, Entries.answerDays.declaration,
        Entries.tellDays.declaration, Entries.smallestCount.declaration,
    ])
}

extension VoicesState.Entries {
    /// The committee's own list of themes.
    static let themesSet = Event<VoicesState, VoiceThemes>(
        "voice-register.themes-set",
        "The committee's list of themes, each with its key.",
        by: .erasable(VoiceThemes.shape)
    ) { state, list, _ in
        if let refusal = list.refusal { return refusal }
        state.themes = list.themes
        return nil
    }.carried { ways in
        ways.cell = .not(because: "a sheet of feedback has feedback alone")
        ways.columns = .not(because: "scripts read the themes as a table")
        ways.comparison = .not(because: "a list is set whole")
        ways.example = .not(because: "an example of a plugin has the keys")
        ways.json = .not(because: "the export has the themes beside the feedback")
        ways.request = .by([
            RequestForm("themes") { (fields, _) throws(JSONError) in
                let themes = try fields.required("themes", as: .list(of: VoiceTheme.shape.type))
                return [RequestedFact(.voiceThemesSet(VoiceThemes(themes)))]
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, _ in
                guard earlier.themes != later.themes else { return [] }
                let list = later.themes.map(\.words).joined(separator: ", ")
                return [
                    ChangeInWords(
                        "themes",
                        later.themes.isEmpty
                            ? "The committee has no list of themes any more."
                            : "The committee's themes are: \(list)."
                    )
                ]
            }
        )
    }

    /// How many days there are to answer.
    public static let answerDays = Field<VoicesState, Int?>(
        "voice-register.answer-days-set",
        "answer_days",
        "Within how many days feedback is to be answered.",
        .wholeNumber,
        at: { $0[$1].answerDays },
        set: { $0.answerDays = $1 }
    )
    /// How many days there are to tell.
    public static let tellDays = Field<VoicesState, Int?>(
        "voice-register.tell-days-set",
        "tell_days",
        "Within how many days of an answer those who were heard are to be told.",
        .wholeNumber,
        at: { $0[$1].tellDays },
        set: { $0.tellDays = $1 }
    )
    /// The smallest count that is shown.
    public static let smallestCount = Field<VoicesState, Int?>(
        "voice-register.smallest-count-set",
        "smallest_count",
        "The smallest count of people that is shown beyond the committee; 5 when nobody said.",
        .wholeNumber,
        at: { $0[$1].smallestCount },
        set: { $0.smallestCount = $1 }
    )
}

extension Change.Fact {
    /// The committee's list of themes was set.
    public static func voiceThemesSet(_ themes: VoiceThemes) -> Self {
        VoicesState.Entries.themesSet.fact(themes)
    }
}
