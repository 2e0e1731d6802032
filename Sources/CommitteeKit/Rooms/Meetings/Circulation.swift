// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report or a paper that went out: which one, of which edition, and to whom.
public struct Circulation: Hashable, Sendable {
    /// The report or the layout, `plugin/name`.
    public var report: String
    /// What it is about, such as a meeting or a plan; nil for the whole record.
    public var about: SubjectReference?
    /// To whom it went: bodies by their identifiers, others by their roles.
    public var to: [String]
    /// The day of the edition that went out.
    public var asOf: CivilDate
    /// For whom the edition was cut.
    public var audience: Audience
    /// The digest of the bytes that went out; empty when nobody gave one.
    public var digest: String
    /// The day on which it went out; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a circulation.
    ///
    /// - Parameters:
    ///   - report: The report or the layout, `plugin/name`.
    ///   - about: What it is about.
    ///   - recipients: To whom it went: bodies by their identifiers, others by their roles.
    ///   - asOf: The day of the edition that went out.
    ///   - audience: For whom the edition was cut.
    ///   - digest: The digest of the bytes that went out.
    public init(
        _ report: String,
        about: SubjectReference? = nil,
        to recipients: [String],
        asOf: CivilDate,
        audience: Audience,
        digest: String = ""
    ) {
        self.report = report
        self.about = about
        to = recipients
        self.asOf = asOf
        self.audience = audience
        self.digest = digest
    }

    /// What went out to whom, in words that fit into a sentence.
    var inWords: String {
        "“\(report)” as at \(asOf.inWords), for the audience “\(audience.rawValue)”, went to "
            + to.joined(separator: ", ")
    }
}

extension Circulation {
    static let shape = Shape(
        Circulation("", to: [], asOf: .earliest, audience: .public),
        [
            .required("report", \.report, .name), .optional("about", \.about, .link),
            .list("to", \.to, .name), .required("asOf", \.asOf, .date),
            .required("audience", \.audience, .word), .words("digest", \.digest),
        ]
    )
}

extension MeetingsState {
    static let circulated = Event<MeetingsState, Circulation>(
        "report.circulated",
        "A report or a paper went out: which edition of it, and to whom.",
        by: .erasable(Circulation.shape)
    ) { state, circulation, step in
        guard !circulation.to.isEmpty else {
            return
                "Nobody is named to whom “\(circulation.report)” went. Name a body or a role."
        }
        guard circulation.asOf <= step.effective else {
            return
                "“\(circulation.report)” is as at \(circulation.asOf), and went out before that, on "
                + "\(step.effective). Correct one of the days."
        }
        var circulation = circulation
        circulation.on = step.effective
        guard !state.circulations.contains(circulation) else {
            return
                "\(circulation.inWords) on \(step.effective), which is recorded already. Nothing needs "
                + "to change."
        }
        state.circulations.append(circulation)
        return nil
    }.carried { $0.sentence = .by(.circulations) }
}

extension Sentence where Subject == MeetingsState {
    static let circulations = Self { earlier, later, _ in
        let known = Set(earlier.circulations)
        return later.circulations.filter { !known.contains($0) }.map { circulation in
            let day = circulation.on.map { " on \($0.inWords)" } ?? ""
            return ChangeInWords("circulated", "\(circulation.inWords)\(day).")
        }
    }
}

extension Change.Fact {
    /// A report or a paper went out.
    public static func reportCirculated(_ circulation: Circulation) -> Self {
        MeetingsState.circulated.fact(circulation)
    }
}

extension Record {
    /// What went out to whom, in the order in which it was recorded.
    public var circulations: [Circulation] {
        get { self[MeetingsState.self].circulations }
        set { self[MeetingsState.self].circulations = newValue }
    }
}

extension Edition {
    /// What went out to whom: of editions that the audience may read.
    public var circulations: [Circulation] {
        get { self[MeetingsState.self].circulations }
        set { self[MeetingsState.self].circulations = newValue }
    }
}

extension Circulation {
    static let columns: [Column<Circulation>] = [
        Column("report", "The report or the layout that went out.", .text { $0[$1].report }),
        Column(
            "about",
            "What it is about, such as a meeting; absent for the whole record.",
            .optionalText { $0[$1].about.map { "\($0.kind.rawValue)/\($0.id)" } }
        ),
        Column(
            "recipients",
            "To whom it went, with commas between them.",
            .text { $0[$1].to.joined(separator: ", ") }
        ),
        Column("as_at", "The day of the edition that went out.", .date { $0[$1].asOf }),
        Column("audience", "For whom the edition was cut.", .text { $0[$1].audience.rawValue }),
        Column("sent_on", "The day on which it went out.", .optionalDate { $0[$1].on }),
    ]

    /// The circulation as exports and programs have it.
    public var json: JSONValue {
        var members = Self.shape.write(self)
        members["on"] = .date(on)
        return .object(members)
    }
}
