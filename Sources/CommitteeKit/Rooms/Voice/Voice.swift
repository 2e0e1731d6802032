// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Feedback that people gave: who was heard, how and when, what they said, and what was done about it.
///
/// ```swift
/// for voice in edition.voices where voice.stage == .waiting {
///     print(voice.name, voice.answerDue?.description ?? "")
/// }
/// ```
///
/// Feedback is for a restricted circle until somebody widens its audience. Readers beyond the committee get
/// its title, who was heard, how, when and the themes; everything else is shown to them only line by line,
/// as the committee agreed each.
public struct Voice: Hashable, Sendable, Identifiable {
    /// The identifier, such as `school-survey-2026`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// Who was heard.
    public var heard: [Heard] = []
    /// How they were heard.
    public var method: Method = .other
    /// The service, group or body that brought it.
    public var source: String?
    /// The first day of the time in which they were heard.
    public var heardFrom: CivilDate?
    /// The last day of the time in which they were heard.
    public var heardUntil: CivilDate?
    /// The themes of which they spoke, by the keys of the committee's list.
    public var themes: [String] = []
    /// What they said, in sum.
    public var summary: Prose = Prose()
    /// The role, group or body that answers for an answer.
    public var lead: String?
    /// The day that was set for the answer.
    public var answerBy: CivilDate?
    /// The indicators of the committee's figures that hold the results.
    public var indicators: [String] = []
    /// The data sets that hold the results.
    public var dataSets: [String] = []
    /// The document that holds the report, by its identifier in the register of documents.
    public var document: String?
    /// The widest audience that may know of it.
    public var audience: Audience = .restricted
    /// How many were asked, and how many answered.
    public var counts: VoiceCounts?
    /// What people said in their own words, with their consent.
    public var quotations: [VoiceQuotation] = []
    /// The meetings to which it was reported.
    public var reports: [VoiceReporting] = []
    /// What was done about it.
    public var answers: [VoiceAnswer] = []
    /// The answers were told back to those who were heard.
    public var tellings: [VoiceTelling] = []
    /// Which lines may be shown beyond the committee.
    public var agreements: [VoiceAgreement] = []
    /// It needs no more.
    public var closing: VoiceClosing?
    /// The day from which it is in the record; nil for readers beyond the committee.
    public internal(set) var received: CivilDate?
    /// Whether it was cut for readers beyond the committee, who are not told how far it has come.
    public internal(set) var isForOutsiders = false

    /// Since which entry each line reads as it does, for what was agreed about it.
    var readsSince: [String: Int] = [:]
    /// The time limits of the committee.
    var limits = VoiceLimits()

    /// Creates feedback of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// What people call it at the beginning of a sentence, such as `Feedback “School survey”`.
    public var inSentence: String { "Feedback “\(name)”" }

    /// How entries name it.
    public var reference: SubjectReference { .voice(id) }

    /// Who can be heard.
    @nonexhaustive
    public enum Heard: String, Hashable, Sendable, CaseIterable {
        /// Children.
        case children
        /// Young people.
        case youngPeople = "young-people"
        /// Parents and carers.
        case parentsAndCarers = "parents-and-carers"
        /// Families.
        case families
        /// Staff of the agencies.
        case staff
        /// The public.
        case thePublic = "public"

        /// Who it is, in words such as `Parents and carers`.
        public var words: String {
            switch self {
            case .children: "Children"
            case .youngPeople: "Young people"
            case .parentsAndCarers: "Parents and carers"
            case .families: "Families"
            case .staff: "Staff"
            case .thePublic: "The public"
            }
        }
    }

    /// How people are heard.
    @nonexhaustive
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// A questionnaire that each fills in.
        case questionnaire
        /// A survey.
        case survey
        /// Interviews.
        case interview
        /// A group that talks.
        case group
        /// Advocacy: somebody speaks for them.
        case advocacy
        /// A complaint.
        case complaint
        /// A compliment.
        case compliment
        /// Somebody watched.
        case observation
        /// An event.
        case event
        /// Another way.
        case other

        /// The method in words, such as `Group discussion`.
        public var words: String {
            switch self {
            case .questionnaire: "Questionnaire"
            case .survey: "Survey"
            case .interview: "Interviews"
            case .group: "Group discussion"
            case .advocacy: "Advocacy"
            case .complaint: "Complaint"
            case .compliment: "Compliment"
            case .observation: "Observation"
            case .event: "Event"
            case .other: "Another way"
            }
        }
    }
}

extension SubjectReference {
    /// Names feedback that people gave.
    ///
    /// - Parameter id: Its identifier.
    /// - Returns: The reference.
    public static func voice(_ id: String) -> SubjectReference {
        SubjectReference(kind: "voice", id: id)
    }

    /// Names the committee's themes and time limits for feedback.
    public static var voiceRegister: SubjectReference {
        SubjectReference(kind: "voice-register", id: "voices")
    }
}
