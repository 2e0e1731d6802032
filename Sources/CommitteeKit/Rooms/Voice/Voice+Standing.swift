// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Voice {
    /// How far feedback has come.
    @nonexhaustive
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        /// Nobody has answered it.
        case waiting
        /// It is answered, and those who were heard have not been told everything.
        case answered
        /// Every answer was told back to those who were heard.
        case told
        /// It needs no more.
        case closed

        /// The stage in words, such as `Waiting for an answer`.
        public var words: String {
            switch self {
            case .waiting: "Waiting for an answer"
            case .answered: "Answered, not told back yet"
            case .told: "Told back"
            case .closed: "Closed"
            }
        }
    }

    /// How far it has come; nil for readers beyond the committee, who may not know of every answer.
    public var stage: Stage? {
        if isForOutsiders { return nil }
        if closing != nil { return .closed }
        if answers.isEmpty { return .waiting }
        return untold.isEmpty ? .told : .answered
    }

    /// The answers that nobody has told back to those who were heard.
    public var untold: [VoiceAnswer] {
        let told = Set(tellings.flatMap(\.answers))
        return answers.filter { !told.contains($0.number) }
    }

    /// The day by which it is to be answered: the day that was set, or the committee's time limit after it
    /// was received; nil when it waits for nothing, or nobody set either.
    public var answerDue: CivilDate? {
        guard stage == .waiting else { return nil }
        if let answerBy { return answerBy }
        guard let days = limits.answerDays, let received else { return nil }
        return received + days
    }

    /// The day by which those who were heard are to be told: the committee's time limit after the first answer
    /// that they have not heard; nil when there is none.
    public var tellingDue: CivilDate? {
        guard stage == .answered, let days = limits.tellDays else { return nil }
        return untold.compactMap(\.on).min().map { $0 + days }
    }

    /// The time in which people were heard, in words such as `1 May 2026 to 31 May 2026`; nil when nobody said.
    public var periodInWords: String? {
        switch (heardFrom, heardUntil) {
        case (let from?, let until?) where from == until: from.inWords
        case (let from?, let until?): "\(from.inWords) to \(until.inWords)"
        case (let from?, nil): "from \(from.inWords)"
        case (nil, let until?): "to \(until.inWords)"
        case (nil, nil): nil
        }
    }

    /// Who was heard, in words such as `Children, Families`.
    public var heardInWords: String { heard.map(\.words).joined(separator: ", ") }
}

/// The time limits of a committee for feedback, and the smallest count that it shows.
struct VoiceLimits: Hashable, Sendable {
    var answerDays: Int?
    var tellDays: Int?
    var smallestCount: Int?

    /// The smallest count that anybody beyond the committee is shown.
    var smallest: Int { smallestCount ?? 5 }
}
