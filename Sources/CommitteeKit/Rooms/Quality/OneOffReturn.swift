// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A return that is made once: a self-evaluation for a national body, a survey, a call for views.
public struct OneOffReturn: QualitySubject {
    /// The identifier, such as `national-toolkit-2023`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What is asked for.
    public var asked: Prose = Prose()
    /// To whom it goes.
    public var to: String?
    /// The role, group or body that answers for it.
    public var lead: String?
    /// The day by which it is due.
    public var due: CivilDate?
    /// The widest audience that may know of it.
    public var audience: Audience = .committee
    /// It was sent.
    public var sending: ReturnSending?
    /// It is no longer asked for, or will not be made.
    public var withdrawal: QualityStep?

    /// Creates a return of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `one-off-return`.
    public static let subjectKind: SubjectKind = "one-off-return"
    /// `return`.
    public static let noun = "return"
    /// The title comes first.
    public static var firstKind: EntryKind { Entries.title.declared.kind }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.returns }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// Returns how it stands on a day, in words such as `Sent 8 days early`.
    ///
    /// - Parameter day: The day.
    /// - Returns: The words.
    public func standing(on day: CivilDate) -> String {
        func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
        if withdrawal != nil { return "Withdrawn" }
        guard let sent = sending?.on else {
            guard let due else { return "No due date" }
            return due < day ? "Overdue by \(days(day - due))" : "To be sent"
        }
        guard let due else { return "Sent" }
        if sent == due { return "Sent on the day" }
        return sent < due
            ? "Sent \(days(due - sent)) early" : "Sent \(days(sent - due)) late"
    }

    /// Leaves out the document when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        sending?.leaveOut(hides)
        withdrawal?.leaveOut(hides)
    }

    /// Leaves out remarks.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        sending?.note = Prose()
        withdrawal = withdrawal?.forOutsiders
    }
}

/// That a return was sent.
public struct ReturnSending: DeclaredQualityEvent {
    /// The document that was sent, by its identifier in the register of documents.
    public var document: String?
    /// A remark.
    public var note: Prose
    /// The day on which it was sent; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a sending.
    ///
    /// - Parameters:
    ///   - document: The document that was sent.
    ///   - note: A remark.
    public init(document: String? = nil, note: Prose = Prose()) {
        self.document = document
        self.note = note
    }

    /// The document, if one is named.
    public var references: [SubjectReference] {
        document.map { [SubjectLink.document($0)] } ?? []
    }

    /// Leaves out the document when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&document, SubjectLink.document, hides)
    }

    static let shape = Shape(
        ReturnSending(),
        [.optional("document", \.document, .name), .prose("note", \.note)]
    )
    static let texts = ["note"]
}

extension OneOffReturn {
    /// What can be said of a return.
    public enum Entries {}

    /// Everything that can be said of a return.
    public static let table = SubjectTable<OneOffReturn>([
        Entries.title.declaration, Entries.asked.declaration, Entries.to.declaration,
        Entries.lead.declaration, Entries.due.declaration, Entries.audience.declaration,
        Entries.sent.declaration, Entries.withdrawn.declaration,
    ])
}

extension OneOffReturn.Entries {
    /// What it is called; the first entry about a return.
    public static let title = OneOffReturn.titleField("What the return is called.", \.title)
    /// What is asked for.
    public static let asked = OneOffReturn.textField("request", "What is asked for.", \.asked)
    /// To whom it goes.
    public static let to = OneOffReturn.field("recipient", "To whom the return goes.", .name, \.to)
    /// Who answers for it.
    public static let lead = OneOffReturn.field(
        "lead",
        "The role, group or body that answers for the return.",
        .name,
        \.lead
    )
    /// The day by which it is due.
    public static let due = OneOffReturn.field(
        "due_date",
        "The day by which the return is due.",
        .date,
        \.due
    )
    /// The widest audience that may know of it.
    public static let audience = OneOffReturn.field(
        "audience",
        "The widest audience that may know of the return; the committee when nobody said.",
        .audience,
        \.audience
    )

    /// It was sent.
    static let sent = OneOffReturn.event(
        "sent",
        "The return was sent.",
        at: \.sending,
        columns: [
            Column(
                "sent_on",
                "The day on which it was sent.",
                .optionalDate { $0[$1].sending?.on }
            )
        ],
        say: { sent, name in
            "\(name) was sent\(sent.on.map { " on \($0.inWords)" } ?? "")."
        },
        refuse: { subject, _, _ in
            subject.sending?.on.map {
                "The return “\(subject.id)” was sent on \($0). Correct that entry, or leave this one out."
            }
        }
    )

    /// It will not be made.
    static let withdrawn = OneOffReturn.event(
        "withdrawn",
        "The return is no longer asked for, or will not be made, and why.",
        at: \.withdrawal,
        say: { _, name in "\(name) is no longer to be made." },
        refuse: { subject, _, _ in
            subject.sending?.on.map {
                "The return “\(subject.id)” was sent on \($0), so it cannot be withdrawn. Correct that "
                    + "entry, or leave this one out."
            }
        }
    )
}

extension Change.Fact {
    /// A return was sent.
    public static func oneOffReturnSent(_ sending: ReturnSending) -> Self {
        OneOffReturn.fact("sent", sending)
    }
    /// A return is no longer to be made.
    public static func oneOffReturnWithdrawn(_ step: QualityStep) -> Self {
        OneOffReturn.fact("withdrawn", step)
    }
}
