// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something that happened to feedback.
protocol VoiceEvent: Hashable, Sendable {
    /// The day on which it happened; nil before it is recorded.
    var on: CivilDate? { get set }
    static var shape: Shape<Self> { get }
    /// The free texts of its entries.
    static var texts: [String] { get }
}

extension VoiceEvent {
    var json: JSONValue { Self.shape.dated(self, on: on) }
}

/// How many were asked, and how many answered.
public struct VoiceCounts: VoiceEvent {
    /// How many were asked; nil when nobody counted them.
    public var asked: Int?
    /// How many answered.
    public var answered: Int
    /// The day on which it was counted; nil before it is recorded.
    public var on: CivilDate?

    /// Creates counts.
    ///
    /// - Parameters:
    ///   - answered: How many answered.
    ///   - asked: How many were asked.
    public init(_ answered: Int, of asked: Int? = nil) {
        self.answered = answered
        self.asked = asked
    }

    /// The counts in words, such as `28 of 40 answered`.
    public var words: String {
        asked.map { "\(answered) of \($0) answered" } ?? "\(answered) answered"
    }

    /// Whether somebody could tell a number of people smaller than the smallest that is shown.
    ///
    /// Those who did not answer are such a number too.
    func isSmall(under smallest: Int) -> Bool {
        let numbers = [asked, answered, asked.map { $0 - answered }].compactMap(\.self)
        return numbers.contains { (1..<max(1, smallest)).contains($0) }
    }

    static let shape = Shape(
        VoiceCounts(0),
        [.optional("asked", \.asked, .integer), .required("answered", \.answered, .integer)]
    )
    static let texts: [String] = []
}

/// What somebody said in their own words, with their consent to share it.
public struct VoiceQuotation: VoiceEvent {
    /// Its number among the quotations of this feedback.
    public var number: Int
    /// The words.
    public var words: Prose
    /// Who said it; never a name.
    public var speaker: Voice.Heard?
    /// The widest audience with which they agreed to share it.
    public var consentFor: Audience
    /// How they agreed, such as `On the form`.
    public var consent: Prose
    /// They took their consent back on this day.
    public var withdrawnOn: CivilDate?
    /// The day on which it was recorded; nil before that.
    public var on: CivilDate?

    /// Creates a quotation.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - speaker: Who said it.
    ///   - audience: The widest audience with which they agreed to share it.
    ///   - consent: How they agreed.
    ///   - number: Its number; 0 for the next one.
    public init(
        _ words: Prose,
        by speaker: Voice.Heard? = nil,
        sharedWith audience: Audience,
        consent: Prose,
        number: Int = 0
    ) {
        self.words = words
        self.speaker = speaker
        consentFor = audience
        self.consent = consent
        self.number = number
    }

    static let shape = Shape(
        VoiceQuotation(Prose(), sharedWith: .committee, consent: Prose()),
        [
            .required("number", \.number, .integer), .required("words", \.words, .prose),
            .optional("speaker", \.speaker, .word),
            .required("consentFor", \.consentFor, JSONForm(.audience) { .string($0.rawValue) }),
            .required("consent", \.consent, .prose),
        ]
    )
    static let texts = ["words", "consent"]
}

/// That somebody took back their consent to share their own words.
public struct VoiceConsentWithdrawal: VoiceEvent {
    /// The number of the quotation.
    public var number: Int
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a withdrawal.
    ///
    /// - Parameter number: The number of the quotation.
    public init(of number: Int) { self.number = number }

    static let shape = Shape(
        VoiceConsentWithdrawal(of: 0),
        [.required("number", \.number, .integer)]
    )
    static let texts: [String] = []
}

/// That feedback was reported to a meeting.
public struct VoiceReporting: VoiceEvent {
    /// The meeting, such as `cpc/2026-03-03#4`.
    public var meeting: String?
    /// What the meeting made of it.
    public var note: Prose
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a report to a meeting.
    ///
    /// - Parameters:
    ///   - meeting: The meeting.
    ///   - note: What the meeting made of it.
    public init(at meeting: String? = nil, note: Prose = Prose()) {
        self.meeting = meeting
        self.note = note
    }

    static let shape = Shape(
        VoiceReporting(),
        [.optional("meeting", \.meeting, .name), .prose("note", \.note)]
    )
    static let texts = ["note"]
}

/// What was done about feedback, or why nothing can be.
public struct VoiceAnswer: VoiceEvent {
    /// What the answer is.
    @nonexhaustive
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// It was done.
        case done
        /// It is being done.
        case underWay = "under-way"
        /// It cannot be done; the words say why.
        case notPossible = "not-possible"

        /// The outcome in words, such as `Under way`.
        public var words: String {
            switch self {
            case .done: "Done"
            case .underWay: "Under way"
            case .notPossible: "Not possible"
            }
        }
    }

    /// Its number among the answers to this feedback.
    public var number: Int
    /// What was done, or why nothing can be.
    public var words: Prose
    /// What the answer is.
    public var outcome: Outcome
    /// The action of a plan that does it, such as `plan-2026#1.10`.
    public var action: String?
    /// The finding of an audit that says the same, such as `neglect-2026#3`.
    public var finding: String?
    /// The decision about it between meetings, such as `cpc/C4`.
    public var decision: String?
    /// The meeting that agreed the answer, such as `cpc/2026-03-03#4`.
    public var meeting: String?
    /// The day of the answer; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - words: What was done, or why nothing can be.
    ///   - outcome: What the answer is.
    ///   - action: The action of a plan that does it.
    ///   - finding: The finding of an audit that says the same.
    ///   - decision: The decision about it between meetings.
    ///   - meeting: The meeting that agreed the answer.
    ///   - number: Its number; 0 for the next one.
    public init(
        _ words: Prose,
        _ outcome: Outcome = .done,
        action: String? = nil,
        finding: String? = nil,
        decision: String? = nil,
        at meeting: String? = nil,
        number: Int = 0
    ) {
        self.words = words
        self.outcome = outcome
        self.action = action
        self.finding = finding
        self.decision = decision
        self.meeting = meeting
        self.number = number
    }

    static let shape = Shape(
        VoiceAnswer(Prose()),
        [
            .required("number", \.number, .integer), .required("words", \.words, .prose),
            .required("outcome", \.outcome, .word), .optional("action", \.action, .name),
            .optional("finding", \.finding, .name), .optional("decision", \.decision, .name),
            .optional("meeting", \.meeting, .name),
        ]
    )
    static let texts = ["words"]
}

/// That those who were heard were told what came of it.
public struct VoiceTelling: VoiceEvent {
    /// Its number among the tellings of this feedback.
    public var number: Int
    /// How they were told, such as `At the assembly`.
    public var how: Prose
    /// Who was told; all who were heard when empty.
    public var to: [Voice.Heard]
    /// The answers that there were to tell, by number.
    public internal(set) var answers: [Int] = []
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a telling.
    ///
    /// - Parameters:
    ///   - how: How they were told.
    ///   - to: Who was told; all who were heard when empty.
    ///   - number: Its number; 0 for the next one.
    public init(_ how: Prose, to: [Voice.Heard] = [], number: Int = 0) {
        self.how = how
        self.to = to
        self.number = number
    }

    static let shape = Shape(
        VoiceTelling(Prose()),
        [
            .required("number", \.number, .integer), .required("how", \.how, .prose),
            .list("to", \.to, .word),
        ]
    )
    static let texts = ["how"]
}

/// That feedback needs no more, and why.
public struct VoiceClosing: VoiceEvent {
    /// Why.
    public var why: Prose
    /// The meeting that closed it.
    public var meeting: String?
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an end.
    ///
    /// - Parameters:
    ///   - why: Why it needs no more.
    ///   - meeting: The meeting that closed it.
    public init(_ why: Prose, at meeting: String? = nil) {
        self.why = why
        self.meeting = meeting
    }

    static let shape = Shape(
        VoiceClosing(Prose()),
        [.required("why", \.why, .prose), .optional("meeting", \.meeting, .name)]
    )
    static let texts = ["why"]
}
