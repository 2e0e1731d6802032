// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A trial of a programme: something is tested in a few places, with partners, until a day.
///
/// It is about places and partners, never about families.
public struct ProgrammeTrial: ProgrammeSubject {
    /// The identifier, such as `improvement-2026#neglect-test`.
    public let id: String
    /// What is tested; nil before anybody said.
    public var title: String?
    /// The area of the programme to which it belongs.
    public var area: String?
    /// The places where it is tested: areas of the country, councils, localities.
    public var sites: [String] = []
    /// Who delivers it.
    public var partners: [String] = []
    /// The role, group or body that answers for it.
    public var lead: String?
    /// The day from which it is to run.
    public var starts: CivilDate?
    /// The day to which it is to run.
    public var ends: CivilDate?
    /// The widest audience that may know of it, within that of its programme.
    public var audience: Audience = .public
    /// It began.
    public var beginning: ProgrammeStep?
    /// It ended, with what came out.
    public var ending: ProgrammeStep?
    /// It was given up.
    public var dropping: ProgrammeStep?

    /// Creates a trial of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `programme-trial`.
    public static let subjectKind: SubjectKind = "programme-trial"
    /// `trial`.
    public static let noun = "trial"
    /// The title comes first.
    public static var firstKinds: Set<EntryKind> { [Entries.title.declared.kind] }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: ProgrammesState) -> [Self] { state.trials }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }
    /// What people call it at the beginning of a sentence.
    public var inSentence: String { "Trial “\(name)”" }

    /// How far a trial has come.
    @nonexhaustive
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        /// It is still to begin.
        case planned
        /// It runs.
        case underWay = "under-way"
        /// It ended.
        case ended
        /// It was given up.
        case dropped

        /// The stage in words, such as `Under way`.
        public var words: String {
            switch self {
            case .planned: "Planned"
            case .underWay: "Under way"
            case .ended: "Ended"
            case .dropped: "Dropped"
            }
        }
    }

    /// How far it has come.
    public var stage: Stage {
        if dropping != nil { return .dropped }
        if ending != nil { return .ended }
        return beginning == nil ? .planned : .underWay
    }

    /// The day to which it is to run in words, which say when that is the end of a financial year.
    public var endWords: String? {
        ends.map { day in
            day.month == 3 && day.day == 31
                ? "\(day.inWords), the end of the financial year" : day.inWords
        }
    }

    /// Returns the last day of the financial year in which a day lies: 31 March.
    ///
    /// - Parameter day: The day.
    /// - Returns: The last day of that year.
    public static func endOfFinancialYear(of day: CivilDate) -> CivilDate {
        CivilDate(day.month > 3 ? day.year + 1 : day.year, 3, 31)
    }

    /// Leaves out meetings of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        beginning?.leaveOut(hides)
        ending?.leaveOut(hides)
        dropping?.leaveOut(hides)
    }

    /// Leaves out remarks and meetings; what came out at the end stays.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        beginning = beginning?.forOutsiders
        ending?.meeting = nil
        dropping = dropping?.forOutsiders
    }

    /// Changes what came out, and the remarks.
    public mutating func changeTexts(_ change: (inout Prose) -> Void) {
        func put(_ path: WritableKeyPath<Self, ProgrammeStep?>) {
            guard var step = self[keyPath: path] else { return }
            change(&step.note)
            self[keyPath: path] = step
        }
        put(\.beginning)
        put(\.ending)
        put(\.dropping)
    }
}

extension ProgrammeTrial {
    /// What can be said of a trial.
    public enum Entries {}

    /// Everything that can be said of a trial.
    public static let table = SubjectTable<ProgrammeTrial>([
        Entries.title.declaration, Entries.area.declaration, Entries.sites.declaration,
        Entries.partners.declaration, Entries.lead.declaration, Entries.starts.declaration,
        Entries.ends.declaration, Entries.audience.declaration, Entries.begun.declaration,
        Entries.ended.declaration, Entries.dropped.declaration,
    ])

    /// Why a step cannot be at the stage that the trial has reached; nil when it can.
    fileprivate func needs(_ stages: [Stage], _ words: String) -> String? {
        guard !stages.contains(stage) else { return nil }
        let allowed = stages.map { "“\($0.words.lowercasedFirst)”" }.joined(separator: " or ")
        return cannot(
            "\(words): it is “\(stage.words.lowercasedFirst)”, expected \(allowed). Correct an earlier entry, or "
                + "leave this one out"
        )
    }
}

extension ProgrammeTrial.Entries {
    /// What is tested.
    public static let title = ProgrammeTrial.titleField(
        "What is tested; the first entry adds the trial.",
        \.title
    )
    /// The area to which it belongs.
    public static let area = ProgrammeTrial.field(
        "area",
        "The area of the programme to which the trial belongs.",
        .name,
        \.area
    )
    /// Where it is tested.
    public static let sites = ProgrammeTrial.field(
        "test_sites",
        "The places where it is tested: areas of the country, councils, localities.",
        .names,
        \.sites
    )
    /// Who delivers it.
    public static let partners = ProgrammeTrial.field(
        "delivery_partners",
        "Who delivers the trial.",
        .names,
        \.partners
    )
    /// Who answers for it.
    public static let lead = ProgrammeTrial.field(
        "lead",
        "The role, group or body that answers for the trial.",
        .name,
        \.lead
    )
    /// The day from which it is to run.
    public static let starts = ProgrammeTrial.field(
        "start_date",
        "The day from which the trial is to run.",
        .date,
        \.starts
    )
    /// The day to which it is to run.
    public static let ends = ProgrammeTrial.field(
        "end_date",
        "The day to which the trial is to run.",
        .date,
        \.ends
    )
    /// The widest audience that may know of it.
    public static let audience = ProgrammeTrial.field(
        "audience",
        "The widest audience that may know of the trial, within that of its programme.",
        .audience,
        \.audience
    )

    /// It began.
    static let begun = ProgrammeTrial.event(
        "begun",
        "The trial began.",
        at: \.beginning,
        columns: [
            Column(
                "stage",
                "How far it has come, such as under-way.",
                .text { $0[$1].stage.rawValue }
            ),
            Column(
                "begun_on",
                "The day on which it began.",
                .optionalDate { $0[$1].beginning?.on }
            ),
        ],
        say: { step, name in "\(name) began.\(step.said)" },
        refuse: { trial, _, _ in
            if trial.stage == .planned, trial.sites.isEmpty {
                return trial.cannot("begin: it has no test site. Name the places first")
            }
            return trial.needs([.planned], "begin")
        }
    )

    /// It ended.
    static let ended = ProgrammeTrial.event(
        "ended",
        "The trial ended, and what came out.",
        at: \.ending,
        columns: [
            Column("ended_on", "The day on which it ended.", .optionalDate { $0[$1].ending?.on }),
            Column("outcome", "What came out.", .text { $0[$1].ending?.note.plainText ?? "" }),
        ],
        say: { step, name in "\(name) ended.\(step.said)" },
        refuse: { trial, _, _ in trial.needs([.underWay], "end") }
    )

    /// It was given up.
    static let dropped = ProgrammeTrial.event(
        "dropped",
        "The trial was given up, and why.",
        at: \.dropping,
        say: { step, name in "\(name) was dropped.\(step.said)" },
        refuse: { trial, _, _ in trial.needs([.planned, .underWay], "be dropped") }
    )
}

extension Change.Fact {
    /// A trial began.
    public static func trialBegun(_ step: ProgrammeStep) -> Self {
        ProgrammeTrial.fact("begun", step)
    }
    /// A trial ended, with what came out.
    public static func trialEnded(_ step: ProgrammeStep) -> Self {
        ProgrammeTrial.fact("ended", step)
    }
    /// A trial was given up.
    public static func trialDropped(_ step: ProgrammeStep) -> Self {
        ProgrammeTrial.fact("dropped", step)
    }
}
