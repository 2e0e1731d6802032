// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something that the room of quality assurance keeps under an identifier of its own.
///
/// The kinds are ``Audit``, ``DipSample``, ``OneOffReturn``, ``OutsideReport``, ``QualityFinding``,
/// ``TrainingCourse``, ``SelfEvaluation`` and ``NationalIssue``. The library declares them; a host does not add others.
public protocol QualitySubject: Hashable, Sendable, Identifiable where ID == String {
    /// The kind of subject, as entries name it.
    static var subjectKind: SubjectKind { get }
    /// What such a subject is called within a sentence, such as `dip sample`.
    static var noun: String { get }
    /// Everything that can be said of such a subject.
    static var table: SubjectTable<Self> { get }
    /// The kind of entry with which such a subject begins.
    static var firstKind: EntryKind { get }

    /// The identifier.
    var id: String { get }
    /// What it is called; its identifier when nobody gave it a title.
    var name: String { get }
    /// The widest audience that may know of it.
    var audience: Audience { get }
    /// Whether that with which such a subject begins is recorded: a title, or the words of a finding.
    var hasBegun: Bool { get }
    /// Where it names roles, groups and bodies.
    static var parties: [any WritableKeyPath<Self, String?> & Sendable] { get }

    /// Returns all such subjects that a committee has.
    ///
    /// - Parameter state: The committee's quality assurance.
    /// - Returns: The subjects, in the order in which they were added.
    static func all(in state: QualityState) -> [Self]

    /// Creates a subject of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    init(id: String)

    /// Leaves out what it says of other subjects of which a reader may not know.
    ///
    /// - Parameter hides: Tells whether the reader may not know of a subject.
    mutating func leaveOut(_ hides: (SubjectReference) -> Bool)

    /// Leaves out what the committee keeps for itself, for readers beyond it.
    mutating func leaveOutWhatTheCommitteeKeeps()
}

extension QualitySubject {
    /// What people call it at the beginning of a sentence, such as `Audit “Neglect”`.
    public var inSentence: String { "\(Self.noun.sentence) “\(name)”" }

    /// How entries name it.
    public var reference: SubjectReference { SubjectReference(kind: Self.subjectKind, id: id) }

    /// The subject as exports and programs have it, without what is not known.
    public var json: JSONValue {
        let row = [self]
        return .object(
            JSONObject(
                [("id", JSONValue.string(id))]
                    + Self.table.jsonMembers.map { ($0.name, $0.value(row, 0)) }
                    .filter { !$0.1.isNull }
            )
        )
    }

    /// The changes that make this subject of an earlier state of it, field by field.
    func facts(since before: Self) -> [Change] {
        Self.table.declarations.compactMap { declaration in
            guard let comparison = declaration.ways.comparison.way,
                case .changed(let fact) = comparison.compare(self, before, before)
            else { return nil }
            return Change(reference, fact)
        }
    }
}

/// What is said of something that happened to a subject of quality assurance.
///
/// ``QualityStep`` is the simplest one.
public protocol QualityEvent: Hashable, Sendable {
    /// The day on which it happened; nil before it is recorded.
    var on: CivilDate? { get set }
    /// The other subjects of which it speaks.
    var references: [SubjectReference] { get }
    /// Leaves out the subjects of which a reader may not know.
    ///
    /// - Parameter hides: Tells whether the reader may not know of a subject.
    mutating func leaveOut(_ hides: (SubjectReference) -> Bool)
}

/// How the room declares an event: the members of its entries, and which of them are free text.
protocol DeclaredQualityEvent: QualityEvent {
    static var shape: Shape<Self> { get }
    static var texts: [String] { get }
}

extension DeclaredQualityEvent {
    var json: JSONValue { Self.shape.dated(self, on: on) }
}

extension QualityEvent {
    /// None.
    public var references: [SubjectReference] { [] }
    /// Nothing.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {}
}

/// How the room names what other rooms keep.
enum QualityLink {
    /// The meeting that words such as `cpc/2023-12-05#4` name; one that no room has, when they name none.
    static func meeting(_ words: String) -> SubjectReference {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDate(iso: String(parts[1].prefix { $0 != "#" }))
        else { return SubjectReference(kind: "meeting", id: words) }
        return SubjectReference(kind: "meeting", id: "\(parts[0])#\(day)")
    }

    /// The document of an identifier.
    static func document(_ id: String) -> SubjectReference {
        SubjectReference(kind: "document", id: id)
    }

    /// The indicator of the committee's figures that has an identifier.
    static func indicator(_ id: String) -> SubjectReference {
        SubjectReference(kind: "indicator", id: id)
    }

    /// The action that words such as `plan-2023#1.10` name.
    static func action(_ words: String) -> SubjectReference {
        SubjectReference(kind: "action", id: words)
    }

    /// Takes out a name that leads to something hidden.
    static func cut(
        _ name: inout String?,
        _ make: (String) -> SubjectReference,
        _ hides: (SubjectReference) -> Bool
    ) {
        if let subject = name.map(make), hides(subject) { name = nil }
    }
}

/// A step that is taken, with the meeting at which it was taken and a remark.
public struct QualityStep: DeclaredQualityEvent {
    /// The meeting at which it was taken, such as `cpc/2023-12-05#4`.
    public var meeting: String?
    /// The group or body that took it, where that does not go without saying.
    public var by: String?
    /// A remark, or why.
    public var note: Prose
    /// The day on which it was taken; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - meeting: The meeting at which it was taken.
    ///   - by: The group or body that took it.
    ///   - note: A remark, or why.
    public init(at meeting: String? = nil, by: String? = nil, note: Prose = Prose()) {
        self.meeting = meeting
        self.by = by
        self.note = note
    }

    /// The meeting, if one is named.
    public var references: [SubjectReference] {
        meeting.map { [QualityLink.meeting($0)] } ?? []
    }

    /// Leaves out the meeting when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        QualityLink.cut(&meeting, QualityLink.meeting, hides)
    }

    static let shape = Shape(
        QualityStep(),
        [
            .optional("meeting", \.meeting, .name), .optional("by", \.by, .name),
            .prose("note", \.note),
        ]
    )
    static let texts = ["note"]

    /// The step without what the committee keeps for itself: its day alone.
    var forOutsiders: QualityStep {
        var step = self
        (step.meeting, step.by, step.note) = (nil, nil, Prose())
        return step
    }
}
