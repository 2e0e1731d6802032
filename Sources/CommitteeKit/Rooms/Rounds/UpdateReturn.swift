// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a lead sent back in a round.
public struct UpdateReturn: Hashable, Sendable {
    /// The short name of the lead.
    public var lead: String
    /// The number of the return, counted from 1 for each lead.
    public var version: Int
    /// The number of the sheet on which it came; 0 when the sheet did not say.
    public var sheet: Int
    /// What is said of each item.
    public var answers: [ReturnedAnswer]
    /// The role that answered, as the sheet says it; empty when it does not.
    public var answeredBy: String
    /// The day of the meeting at which a group agreed its return, in the sheet's words.
    public var groupMeeting: String
    /// The day on which it came.
    public var on: CivilDate
    /// Who recorded it.
    public var by: String
    /// Whether it says that there is nothing to report.
    public var isNothing: Bool
    /// Whether it came after the paper was frozen.
    public var isTabled: Bool
    /// The day on which the lead took it back.
    public var withdrawnOn: CivilDate?

    /// Creates a return.
    ///
    /// - Parameters:
    ///   - lead: The short name of the lead.
    ///   - version: The number of the return.
    ///   - answers: What is said of each item.
    ///   - answeredBy: The role that answered.
    ///   - groupMeeting: The day of the meeting at which a group agreed it, in words.
    public init(
        lead: String,
        version: Int,
        answers: [ReturnedAnswer] = [],
        answeredBy: String = "",
        groupMeeting: String = ""
    ) {
        self.lead = lead
        self.version = version
        self.answers = answers
        self.answeredBy = answeredBy
        self.groupMeeting = groupMeeting
        on = .earliest
        by = ""
        sheet = 0
        isNothing = false
        isTabled = false
    }
}

/// What a lead says of one item, in the lead's own words.
public struct ReturnedAnswer: Hashable, Sendable {
    /// The item's identifier in its plan.
    public var item: String
    /// Whether the lead said “no change”.
    public var isNoChange: Bool
    /// What was done since the last report.
    public var done: Prose
    /// The evidence: documents, dates, pages.
    public var evidence: Prose
    /// What has changed for children and families.
    public var difference: Prose
    /// The colour that the lead proposes: its letter in the plan's key.
    public var colour: String
    /// Why that colour.
    public var colourReason: Prose
    /// Whether the work is finished.
    public var finished: Finished
    /// The new date that is wanted, in the words of a timescale.
    public var newDate: String
    /// Why a new date is wanted.
    public var newDateReason: Prose
    /// The help or the decision that is wanted.
    public var help: Prose

    /// Whether the work of an item is finished, as a lead says it.
    public enum Finished: Hashable, Sendable {
        /// Nothing is said.
        case notSaid
        /// It is not.
        case no
        /// It was finished on a day.
        case on(CivilDate)

        /// The day, when there is one.
        public var day: CivilDate? {
            if case .on(let day) = self { day } else { nil }
        }
    }

    /// Creates an answer that says nothing yet.
    ///
    /// - Parameter item: The item's identifier in its plan.
    public init(_ item: String) {
        self.item = item
        isNoChange = false
        done = Prose()
        evidence = Prose()
        difference = Prose()
        colour = ""
        colourReason = Prose()
        finished = .notSaid
        newDate = ""
        newDateReason = Prose()
        help = Prose()
    }

    /// Whether nothing stands in it, not even “no change”.
    public var isEmpty: Bool { self == ReturnedAnswer(item) }

    /// The answer with what an earlier one says behind the labels that it leaves empty.
    ///
    /// “No change” is an answer: what was done then is not filled in.
    ///
    /// - Parameter earlier: The earlier answer about the same item.
    /// - Returns: The whole answer, and the names of what was kept from the earlier one.
    public func completed(
        by earlier: ReturnedAnswer
    ) -> (answer: ReturnedAnswer, kept: [String]) {
        var whole = self
        var kept: [String] = []
        func keep(_ name: String, _ path: WritableKeyPath<ReturnedAnswer, Prose>) {
            guard whole[keyPath: path].isEmpty, !earlier[keyPath: path].isEmpty else { return }
            whole[keyPath: path] = earlier[keyPath: path]
            kept.append(name)
        }
        if !isNoChange { keep("what was done", \.done) }
        keep("the evidence", \.evidence)
        keep("the difference made", \.difference)
        if colour.isEmpty, colourReason.isEmpty, !earlier.colour.isEmpty {
            (whole.colour, whole.colourReason) = (earlier.colour, earlier.colourReason)
            kept.append("the colour")
        }
        if finished == .notSaid, earlier.finished != .notSaid {
            whole.finished = earlier.finished
            kept.append("whether it is finished")
        }
        if newDate.isEmpty, newDateReason.isEmpty, !earlier.newDate.isEmpty {
            (whole.newDate, whole.newDateReason) = (earlier.newDate, earlier.newDateReason)
            kept.append("the new date")
        }
        keep("the help that is wanted", \.help)
        return (whole, kept)
    }

    /// Whether it says “no change” and nothing else.
    public var saysNothing: Bool {
        var silent = ReturnedAnswer(item)
        silent.isNoChange = isNoChange
        return self == silent
    }
}

/// What the committee agreed of one item of a round.
public struct AgreedAnswer: Hashable, Sendable {
    /// The item's identifier in its plan.
    public var item: String
    /// Whether it is what was proposed.
    public var isAsProposed: Bool
    /// The colour: its letter in the plan's key; empty when it stays.
    public var colour: String
    /// The day on which the work was finished; nil when it goes on.
    public var finished: CivilDate?
    /// The new timescale, in its words; empty when it stays.
    public var timescale: String
    /// What the report says was done.
    public var words: Prose
    /// The evidence that the report gives.
    public var evidence: Prose
    /// Why it is another than what was proposed, or why the date moves.
    public var reason: Prose

    /// Creates what was agreed: nothing changes.
    ///
    /// - Parameter item: The item's identifier in its plan.
    public init(_ item: String) {
        self.item = item
        isAsProposed = false
        colour = ""
        timescale = ""
        words = Prose()
        evidence = Prose()
        reason = Prose()
    }

    /// Creates what was agreed as it was proposed.
    ///
    /// - Parameters:
    ///   - answer: What the lead proposed.
    ///   - wording: The coordinator's wording of what was done, when there is one.
    public init(asProposed answer: ReturnedAnswer, wording: Prose? = nil) {
        self.init(answer.item)
        isAsProposed = true
        colour = answer.colour
        finished = answer.finished.day
        timescale = answer.newDate
        words = wording ?? answer.done
        evidence = answer.evidence
        reason = answer.newDate.isEmpty ? Prose() : answer.newDateReason
    }
}
