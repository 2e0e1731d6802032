// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A round in which a committee asks its leads how their actions go, before a report.
///
/// People see it as “Progress update”. Its identifier is the date of the report. It holds who is asked
/// what, what came back in the lead's own words, what the committee agreed, and where the round is.
///
/// ```swift
/// for lead in round.asked where !round.missing(of: lead).isEmpty {
///     print(lead.name, round.state(of: lead, on: today).rawValue)
/// }
/// ```
public struct UpdateRound: Hashable, Sendable, Identifiable {
    /// The date of the report for which it asks.
    public var date: CivilDate
    /// The plan whose actions it is about.
    public var plan: String
    /// What the report is called, as the table of progress checks prints it.
    public var name: String
    /// The day by which leads are to answer.
    public var due: CivilDate
    /// Where the evidence goes when the round is closed.
    public var evidence: EvidencePlace
    /// Who is asked, in the order of the plan.
    public var asked: [AskedLead]
    /// What came back, oldest first, what was withdrawn included.
    public var returns: [UpdateReturn]
    /// The coordinator's wording of what was done, by item, beside the lead's own.
    public var wordings: [String: Prose]
    /// What the committee agreed, in the order in which it did.
    public var agreed: [AgreedAnswer]
    /// The meeting at which the committee agreed, such as `cpc/2023-12-05#5`.
    public var meeting: String?
    /// The day on which the round was opened.
    public var openedOn: CivilDate
    /// The day on which the paper for the meeting was frozen.
    public var frozenOn: CivilDate?
    /// The digest of the frozen paper, when it was given.
    public var paperDigest: String?
    /// The day on which the round was closed.
    public var closedOn: CivilDate?

    /// Where the evidence of a round goes in the plan.
    public enum EvidencePlace: String, Hashable, Sendable, CaseIterable {
        /// Into the column of evidence, above what stands there.
        case apart
        /// Into the report of progress, above what was reported before.
        case beneath
    }

    /// Creates a round of which nobody is asked yet.
    ///
    /// - Parameters:
    ///   - date: The date of the report for which it asks.
    ///   - plan: The plan whose actions it is about.
    ///   - name: What the report is called.
    ///   - due: The day by which leads are to answer.
    ///   - openedOn: The day on which it is opened.
    public init(
        date: CivilDate,
        plan: String,
        name: String,
        due: CivilDate,
        openedOn: CivilDate
    ) {
        self.date = date
        self.plan = plan
        self.name = name
        self.due = due
        self.openedOn = openedOn
        evidence = .apart
        asked = []
        returns = []
        wordings = [:]
        agreed = []
    }

    /// The round's identifier: the date of its report.
    public var id: String { date.description }

    /// What people call the round at the beginning of a sentence.
    var title: String { "The progress update at \(date.formatted("d MMMM yyyy"))" }
}

/// A lead, or a group that leads, who is asked in a round.
public struct AskedLead: Hashable, Sendable, Identifiable {
    /// The short name by which sheets and commands mean the lead, unique in its round.
    public var key: String
    /// The lead's name, as the plan has it.
    public var name: String
    /// The identifier of the working group, when the lead is one; its return is its report.
    public var group: String?
    /// The items of the plan of which the lead is asked, in printed order.
    public var items: [String]
    /// The lead's own later day, when the time was extended.
    public var extendedTo: CivilDate?

    /// Creates a lead who is asked.
    ///
    /// - Parameters:
    ///   - key: The short name, unique in the round.
    ///   - name: The lead's name, as the plan has it.
    ///   - group: The identifier of the working group, when the lead is one.
    ///   - items: The items of which the lead is asked.
    public init(key: String, name: String, group: String? = nil, items: [String] = []) {
        self.key = key
        self.name = name
        self.group = group
        self.items = items
    }

    /// The lead's identifier in the round.
    public var id: String { key }

    /// Makes a short name from the words of a lead's name.
    ///
    /// - Parameters:
    ///   - name: The name, such as `CPC Practice Improvement Working Group`.
    ///   - taken: The short names that others have.
    /// - Returns: The short name, such as `cpc-practice-improvement-working-group`.
    public static func key(of name: String, besides taken: Set<String>) -> String {
        var words = ""
        for character in name.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                words.append(character)
            } else if words.last != "-", !words.isEmpty {
                words.append("-")
            }
        }
        while words.last == "-" { words.removeLast() }
        if words.utf8.count > 40 {
            let cut = words.prefix(40)
            words = String(cut.lastIndex(of: "-").map { cut[..<$0] } ?? cut)
        }
        if words.isEmpty { words = "lead" }
        var key = words
        var number = 2
        while taken.contains(key) {
            key = "\(words)-\(number)"
            number += 1
        }
        return key
    }
}

/// How far a lead is in a round.
public enum ReturnState: String, Hashable, Sendable, CaseIterable {
    /// Nothing came yet, and there is time.
    case asked
    /// A return came.
    case returned
    /// Nothing came, and the day is past.
    case late
    /// The lead said that there is nothing to report.
    case nothing = "nil"
    /// The lead took the return back; another may come.
    case withdrawn
    /// A return came after the paper was frozen, and lies on the table of the meeting.
    case tabled

    /// The state as people read it.
    public var words: String {
        switch self {
        case .asked: "Asked"
        case .returned: "Returned"
        case .late: "Late"
        case .nothing: "Nothing to report"
        case .withdrawn: "Withdrawn"
        case .tabled: "Tabled"
        }
    }
}

extension UpdateRound {
    /// Returns a lead by the short name or the name.
    ///
    /// - Parameter name: The short name or the lead's name.
    /// - Returns: The lead, or nil when nobody of that name is asked.
    /// - Complexity: O(*n*) in the number of leads.
    public func lead(_ name: String) -> AskedLead? {
        let wanted = name.comparisonKey
        return asked.first { $0.key == name } ?? asked.first { $0.name.comparisonKey == wanted }
    }

    /// Returns the lead who is asked of an item.
    ///
    /// - Parameter item: The item's identifier in its plan.
    /// - Returns: The lead, or nil when nobody is asked of it.
    /// - Complexity: O(*n*) in the number of items.
    public func lead(answering item: String) -> AskedLead? {
        asked.first { $0.items.contains(item) }
    }

    /// Returns the day by which a lead is to answer.
    ///
    /// - Parameter lead: The lead.
    /// - Returns: The round's day, or the lead's own later one.
    public func due(of lead: AskedLead) -> CivilDate { lead.extendedTo ?? due }

    /// Returns what came from a lead and still counts, oldest first.
    ///
    /// - Parameter lead: The lead.
    /// - Returns: The returns.
    public func returns(of lead: AskedLead) -> [UpdateReturn] {
        returns.filter { $0.lead == lead.key && $0.withdrawnOn == nil }
    }

    /// Returns the number that the next return of a lead has.
    ///
    /// - Parameter lead: The lead.
    /// - Returns: One more than the last, 1 for the first.
    public func nextVersion(of lead: AskedLead) -> Int {
        (returns.last { $0.lead == lead.key }?.version ?? 0) + 1
    }

    /// Returns the answer about an item that counts: the newest that was not withdrawn.
    ///
    /// - Parameter item: The item's identifier in its plan.
    /// - Returns: The answer, or nil when none came.
    public func answer(about item: String) -> ReturnedAnswer? { source(of: item)?.answer }

    /// Returns the answer about an item that counts, with the return in which it came.
    ///
    /// - Parameter item: The item's identifier in its plan.
    /// - Returns: The answer and its return, or nil when none came.
    public func source(of item: String) -> (answer: ReturnedAnswer, return: UpdateReturn)? {
        for returned in returns.reversed() where returned.withdrawnOn == nil {
            if let answer = returned.answers.last(where: { $0.item == item }) {
                return (answer, returned)
            }
        }
        return nil
    }

    /// The answers that count, by item.
    ///
    /// - Complexity: O(*n*) in the number of answers.
    public var answers: [String: ReturnedAnswer] {
        var found: [String: ReturnedAnswer] = [:]
        for returned in returns where returned.withdrawnOn == nil {
            for answer in returned.answers { found[answer.item] = answer }
        }
        return found
    }

    /// Returns the items of which a lead is asked and has not answered.
    ///
    /// - Parameter lead: The lead.
    /// - Returns: The identifiers of the items, in printed order.
    public func missing(of lead: AskedLead) -> [String] {
        let all = returns(of: lead)
        guard !all.contains(where: \.isNothing) else { return [] }
        let answered = Set(all.flatMap { $0.answers.map(\.item) })
        return lead.items.filter { !answered.contains($0) }
    }

    /// Returns how far a lead is on a day.
    ///
    /// - Parameters:
    ///   - lead: The lead.
    ///   - day: The day.
    /// - Returns: The state.
    public func state(of lead: AskedLead, on day: CivilDate) -> ReturnState {
        if let last = returns(of: lead).last {
            return last.isNothing ? .nothing : last.isTabled ? .tabled : .returned
        }
        if returns.contains(where: { $0.lead == lead.key }) { return .withdrawn }
        return day > due(of: lead) ? .late : .asked
    }

    /// Returns what the committee agreed of an item.
    ///
    /// - Parameter item: The item's identifier in its plan.
    /// - Returns: What was agreed last, or nil when nothing was.
    public func agreed(about item: String) -> AgreedAnswer? {
        agreed.last { $0.item == item }
    }

    /// The items that were answered, with more than “no change”, and that the committee has not agreed.
    ///
    /// - Complexity: O(*n*) in the number of answers.
    public var openItems: [String] {
        let done = Set(agreed.map(\.item))
        let answers = answers
        return asked.flatMap(\.items).filter { item in
            guard let answer = answers[item], !answer.saysNothing else { return false }
            return !done.contains(item)
        }
    }
}

extension SubjectReference {
    /// Names a round of progress updates.
    ///
    /// - Parameter date: The date of its report.
    /// - Returns: The reference.
    public static func round(_ date: CivilDate) -> SubjectReference {
        SubjectReference(kind: "round", id: date.description)
    }

    /// Names what a lead owes a round.
    ///
    /// - Parameters:
    ///   - key: The lead's short name in the round.
    ///   - date: The date of the round's report.
    /// - Returns: The reference.
    public static func updateReturn(of key: String, at date: CivilDate) -> SubjectReference {
        SubjectReference(kind: "return", id: "\(date)#\(key)")
    }
}
