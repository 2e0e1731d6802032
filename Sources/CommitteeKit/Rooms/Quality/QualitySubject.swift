// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something that the room of quality assurance keeps under an identifier of its own.
///
/// The kinds are ``Audit``, ``DipSample``, ``OneOffReturn``, ``OutsideReport``, ``QualityFinding``,
/// ``TrainingCourse``, ``SelfEvaluation`` and ``NationalIssue``. The library declares them; a host does not add others.
public protocol QualitySubject: DeclaredSubject, Identifiable where ID == String {
    /// What such a subject is called within a sentence, such as `dip sample`.
    static var noun: String { get }
    /// The kind of entry with which such a subject begins.
    static var firstKind: EntryKind { get }

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
protocol DeclaredQualityEvent: QualityEvent, DeclaredHappening {}

extension QualityEvent {
    /// None.
    public var references: [SubjectReference] { [] }
    /// Nothing.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {}
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
        meeting.map { [SubjectLink.meeting($0)] } ?? []
    }

    /// Leaves out the meeting when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&meeting, SubjectLink.meeting, hides)
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
