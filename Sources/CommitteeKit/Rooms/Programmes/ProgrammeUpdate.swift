// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A numbered update of a programme: what it says of each area, when it was issued, and to whom it was sent.
///
/// Until it is issued it is a draft, which is for the committee alone.
public struct ProgrammeUpdate: ProgrammeSubject {
    /// The identifier: the plan and the number, such as `improvement-2026#2`.
    public let id: String
    /// The words with which it begins.
    public var introduction: Prose = Prose()
    /// What it says of each area, in the order in which that was written.
    public var said: [AreaUpdate] = []
    /// It was issued.
    public var issuing: ProgrammeStep?
    /// To whom it was sent.
    public var sent: [UpdateSending] = []
    /// How many replied; the last count is the one that counts.
    public var replies: UpdateReplies?

    /// Creates an update of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `programme-update`.
    public static let subjectKind: SubjectKind = "programme-update"
    /// `update`.
    public static let noun = "update"
    /// The introduction, or what it says of an area.
    public static var firstKinds: Set<EntryKind> {
        [Entries.introduction.declared.kind, Entries.said.declared.kind]
    }

    /// The number; 0 when the identifier has none.
    public var number: Int { Int(mark) ?? 0 }
    /// Always: its number says enough.
    public var hasBegun: Bool { true }
    /// A draft is for the committee; what is issued is for whoever may know of the programme.
    public var audience: Audience { issuing == nil ? .committee : .public }
    /// No area: it speaks of all of them.
    public var area: String? { nil }
    /// Nobody.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [] }

    /// Returns all of them.
    public static func all(in state: ProgrammesState) -> [Self] { state.updates }

    /// What people call it at the beginning of a sentence, such as `Update 2 of improvement-2026`.
    public var inSentence: String { "Update \(mark) of \(plan)" }

    /// Returns what it says of an area; nil when it leaves the area out.
    ///
    /// - Parameter area: The area, by its identifier in the plan.
    /// - Returns: What it says.
    public func words(of area: String) -> AreaUpdate? { said.first { $0.area == area } }

    /// Leaves out areas and documents of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        let plan = plan
        said.removeAll { hides(.action($0.area, of: plan)) }
        issuing?.leaveOut(hides)
        for place in sent.indices {
            SubjectLink.cut(&sent[place].document, SubjectLink.document, hides)
        }
    }

    /// Leaves out remarks, to how many it was sent, and how many replied.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        issuing = issuing?.forOutsiders
        (sent, replies) = ([], nil)
    }

    /// Changes the introduction and what is said of the areas.
    public mutating func changeTexts(_ change: (inout Prose) -> Void) {
        change(&introduction)
        for place in said.indices { change(&said[place].words) }
        if var step = issuing {
            change(&step.note)
            issuing = step
        }
    }
}

/// What an update says of an area.
public struct AreaUpdate: ProgrammeEvent {
    /// The area, by its identifier in the plan, such as `2`.
    public var area: String
    /// What it says; empty when there is nothing new.
    public var words: Prose
    /// Whether it says that there is nothing new.
    public var isNothingNew: Bool
    /// The day on which that was written; nil before it is recorded.
    public var on: CivilDate?

    /// Creates what an update says of an area.
    ///
    /// - Parameters:
    ///   - area: The area, by its identifier in the plan.
    ///   - words: What it says; nil when there is nothing new.
    public init(_ area: String, _ words: Prose?) {
        self.area = area
        self.words = words ?? Prose()
        isNothingNew = words == nil
    }

    /// What readers see.
    public var shown: Prose { isNothingNew ? Prose("Nothing new.") : words }

    func references(in plan: String) -> [SubjectReference] { [.action(area, of: plan)] }

    static let shape = Shape(
        AreaUpdate("", Prose()),
        [
            .required("area", \.area, .name), .prose("words", \.words),
            .given("nothingNew", \.isNothingNew, .bool, unless: false),
        ]
    )
    static let texts = ["words"]
}

/// That an update was sent to readers.
public struct UpdateSending: ProgrammeEvent {
    /// To whom, such as `Subscribers` or a body.
    public var to: String
    /// To how many, when that is known.
    public var count: Int?
    /// The document that was sent, by its short name in the register of documents.
    public var document: String?
    /// The day on which it was sent; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a sending.
    ///
    /// - Parameters:
    ///   - to: To whom.
    ///   - count: To how many.
    ///   - document: The document that was sent.
    public init(to: String, count: Int? = nil, document: String? = nil) {
        self.to = to
        self.count = count
        self.document = document
    }

    func references(in plan: String) -> [SubjectReference] {
        document.map { [SubjectLink.document($0)] } ?? []
    }

    static let shape = Shape(
        UpdateSending(to: ""),
        [
            .required("to", \.to, .name), .optional("count", \.count, .integer),
            .optional("document", \.document, .name),
        ]
    )
    static let texts: [String] = []
}

/// How many replied to an update.
///
/// What they wrote is not kept.
public struct UpdateReplies: ProgrammeEvent {
    /// How many replied.
    public var count: Int
    /// How many of them asked something or made a suggestion.
    public var suggestions: Int?
    /// The day on which they were counted; nil before that is recorded.
    public var on: CivilDate?

    /// Creates a count.
    ///
    /// - Parameters:
    ///   - count: How many replied.
    ///   - suggestions: How many of them made a suggestion.
    public init(_ count: Int, suggestions: Int? = nil) {
        self.count = count
        self.suggestions = suggestions
    }

    static let shape = Shape(
        UpdateReplies(0),
        [
            .required("count", \.count, .integer),
            .optional("suggestions", \.suggestions, .integer),
        ]
    )
    static let texts: [String] = []
}

extension ProgrammeUpdate {
    /// What can be said of an update.
    public enum Entries {}

    /// Everything that can be said of an update.
    public static let table = SubjectTable<ProgrammeUpdate>([
        Entries.introduction.declaration, Entries.said.declaration, Entries.issued.declaration,
        Entries.sent.declaration, Entries.replied.declaration,
    ])
}

extension ProgrammeUpdate.Entries {
    /// The words with which it begins.
    public static let introduction = ProgrammeUpdate.textField(
        "introduction",
        "The words with which the update begins.",
        \.introduction
    )

    /// What it says of an area.
    static let said = ProgrammeUpdate.event(
        "said",
        "What the update says of an area, or that there is nothing new.",
        in: \.said,
        as: "areas",
        part: { $0["area"]?.text },
        columns: [
            Column("number", "The number of the update.", .integer { $0[$1].number })
        ],
        say: { said, name in "\(name) says of area \(said.area): \(said.shown.singleLine)" },
        refuse: { update, said, _ in
            if let day = update.issuing?.on {
                return update.cannot(
                    "say anything else: it was issued on \(day). Say it in the next one"
                )
            }
            guard said.words.isEmpty != said.isNothingNew else { return nil }
            return said.words.isEmpty
                ? "Update “\(update.id)” would say nothing of area \(said.area). Write the words, or that there is nothing new."
                : "Update “\(update.id)” would say something of area \(said.area), and that there is nothing new. Write one of them."
        },
        replacing: { $0.area == $1.area }
    )

    /// It was issued.
    static let issued = ProgrammeUpdate.event(
        "issued",
        "The update was issued.",
        at: \.issuing,
        columns: [
            Column(
                "issued_on",
                "The day on which it was issued.",
                .optionalDate { $0[$1].issuing?.on }
            )
        ],
        say: { step, name in "\(name) was issued.\(step.said)" },
        refuse: { update, _, _ in
            if let day = update.issuing?.on {
                return update.cannot(
                    "be issued twice: it was issued on \(day). Number the next one otherwise"
                )
            }
            return update.said.isEmpty
                ? update.cannot(
                    "be issued: it says nothing of any area. Write what there is to say first"
                ) : nil
        }
    )

    /// To whom it was sent.
    static let sent = ProgrammeUpdate.event(
        "sent",
        "To whom the update was sent, and to how many.",
        in: \.sent,
        as: "sent",
        columns: [
            Column("sent_to", "To whom it was sent.", .texts { $0[$1].sent.map(\.to) })
        ],
        say: { sent, name in "\(name) was sent to \(sent.to)\(sent.count.map { " (\($0))" } ?? "")."
        },
        refuse: { update, sent, _ in
            if update.issuing == nil {
                return update.cannot("be sent: it is a draft. Issue it first")
            }
            return (sent.count ?? 1) < 1
                ? "Update “\(update.id)” would be sent to \(sent.count ?? 0) readers. Give a number from 1, or leave it out."
                : nil
        }
    )

    /// How many replied.
    static let replied = ProgrammeUpdate.event(
        "replied",
        "How many replied to the update; what they wrote is not kept.",
        at: \.replies,
        columns: [
            Column("replies", "How many replied.", .optionalInteger { $0[$1].replies?.count }),
            Column(
                "suggestions",
                "How many of them made a suggestion.",
                .optionalInteger { $0[$1].replies?.suggestions }
            ),
        ],
        say: { replies, name in
            "\(replies.count) replied to \(name.lowercasedFirst)"
                + (replies.suggestions.map { ", \($0) with a suggestion." } ?? ".")
        },
        refuse: { update, replies, _ in
            if update.issuing == nil {
                return update.cannot("have replies: it is a draft. Issue it first")
            }
            guard
                replies.count < 0 || !(0...max(replies.count, 0)).contains(replies.suggestions ?? 0)
            else { return nil }
            return
                "Of \(replies.count) who replied, \(replies.suggestions ?? 0) cannot have made a suggestion. Correct one of "
                + "the numbers."
        }
    )
}

extension Change.Fact {
    /// What an update says of an area.
    public static func updateSaid(_ said: AreaUpdate) -> Self {
        ProgrammeUpdate.fact("said", said)
    }
    /// An update was issued.
    public static func updateIssued(_ step: ProgrammeStep) -> Self {
        ProgrammeUpdate.fact("issued", step)
    }
    /// An update was sent.
    public static func updateSent(_ sending: UpdateSending) -> Self {
        ProgrammeUpdate.fact("sent", sending)
    }
    /// How many replied to an update.
    public static func updateReplied(_ replies: UpdateReplies) -> Self {
        ProgrammeUpdate.fact("replied", replies)
    }
}
