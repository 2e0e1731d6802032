// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's record as it was true on a date, as known by a date, cut for one audience.
///
/// Reports, reminder rules and plugins only ever see an edition. What was left out for the audience
/// is counted and said. The host decides who its readers are; the library only cuts.
///
/// ```swift
/// let edition = try await committee.edition(asOf: CivilDate(2023, 10, 31), audience: .public)
/// edition.plans.first?.actions.count  // 19
/// ```
public struct Edition: Hashable, Sendable {
    /// The date on which the record was true.
    public var asOf: CivilDate
    /// The instant by which it was known; nil for all that is known.
    public var knownAt: RecordedInstant?
    /// The audience for which it was cut.
    public var audience: Audience
    /// The committee's identifier.
    public var committee: String
    /// The committee's name.
    public var name: String
    /// The committee's profile.
    public var profile: JSONValue?
    /// The plans.
    public var plans: [Plan] {
        // What was gathered of the plans before no longer holds.
        didSet { reminderColumns = nil }
    }
    /// The days by which rules of reminders look at the plans; nil when the plans were set anew.
    var reminderColumns: ReminderColumns?
    /// The risk registers, cut for the audience, in the order of their identifiers.
    ///
    /// A risk that is withheld from the audience is not here; its register counts it, and so does
    /// ``omissions``.
    public var riskRegisters: [RiskRegister]
    /// The registers in a form that this version cannot read, for those who may see everything.
    public var unreadRegisters: [String: JSONValue]
    /// The meetings of each body.
    public var meetings: [MeetingSeries]
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar?
    /// The data sets that somebody owes the committee; only for the committee itself.
    public var dataSets: [DataSet]
    /// What people did about reminders, oldest first; only for the committee itself.
    public var reminderActs: [ReminderAct]
    /// What was left out for the audience.
    public var omissions: [Omission]

    /// Creates an edition by cutting a record.
    ///
    /// - Parameters:
    ///   - record: The record on the date.
    ///   - committee: The committee's identifier.
    ///   - name: The committee's name.
    ///   - asOf: The date.
    ///   - knownAt: The instant by which it was known.
    ///   - audience: The audience.
    /// - Complexity: O(*n*) in the number of items.
    public init(
        of record: Record,
        committee: String,
        name: String,
        asOf: CivilDate,
        knownAt: RecordedInstant? = nil,
        audience: Audience
    ) {
        self.asOf = asOf
        self.knownAt = knownAt
        self.audience = audience
        self.committee = committee
        self.name = name
        profile = record.profile
        riskRegisters = []
        unreadRegisters = [:]
        plans = []
        meetings = record.meetings
        workingCalendar = record.workingCalendar
        dataSets = record.dataSets
        reminderActs = record.reminderActs
        omissions = []
        cutReminding()
        for register in record.riskRegisters { cut(register) }
        if audience == .restricted {
            unreadRegisters = record.unreadRegisters
        } else {
            omit(record.unreadRegisters.count, "risk registers")
        }
        for plan in record.plans { cut(plan) }
        reminderColumns = ReminderColumns(plans)
    }

    /// Returns the plan that is in force: the last drafted one whose period has begun, else the last.
    ///
    /// - Complexity: O(*n*) in the number of plans.
    public var currentPlan: Plan? {
        plans.last { ($0.period.from ?? .earliest) <= asOf } ?? plans.last
    }

    /// Returns the edition cut again for a wider circle of readers.
    ///
    /// - Parameter audience: The audience; one that is no wider circle leaves the edition as it is.
    /// - Returns: The edition, in which what was left out is counted too.
    /// - Complexity: O(*n*) in the number of items.
    public func cut(for audience: Audience) -> Edition {
        guard audience < self.audience else { return self }
        var edition = self
        edition.audience = audience
        edition.plans = []
        edition.cutReminding()
        edition.riskRegisters = []
        edition.unreadRegisters = [:]
        for register in riskRegisters { edition.cut(register) }
        edition.omit(unreadRegisters.count, "risk registers")
        for plan in plans { edition.cut(plan) }
        edition.reminderColumns = ReminderColumns(edition.plans)
        return edition
    }

    private mutating func omit(_ count: Int, _ what: String) {
        guard count > 0 else { return }
        if let index = omissions.firstIndex(where: { $0.what == what }) {
            omissions[index].count += count
        } else {
            omissions.append(Omission(what: what, count: count))
        }
    }

    /// Leaves out what only the committee may read about reminders.
    private mutating func cutReminding() {
        guard audience < .committee else { return }
        omit(dataSets.count, "data sets")
        omit(reminderActs.count, "acts on reminders")
        dataSets = []
        reminderActs = []
    }

    private mutating func cut(_ register: RiskRegister) {
        let (register, count) = register.cut(for: audience)
        riskRegisters.append(register)
        omit(count, "risks")
    }

    private mutating func cut(_ plan: Plan) {
        guard audience > .public || plan.state >= .approved else { return omit(1, "draft plans") }
        var plan = plan
        let hidden = hiddenItems(of: plan)
        cut(&plan.items, without: hidden)
        cut(&plan.maintenance, without: hidden)
        cut(&plan.backlog, without: hidden)
        plans.append(plan)
    }

    /// The items that the audience may not read, and everything below them.
    private func hiddenItems(of plan: Plan) -> Set<String> {
        var hidden: Set<String> = []
        // Nearly always there is nothing to hide, so items are looked at where they stand.
        for list in [plan.items, plan.maintenance, plan.backlog] {
            for place in list.indices where list[place].audience > audience {
                hidden.insert(list[place].id)
            }
        }
        guard !hidden.isEmpty else { return [] }
        let items = plan.items + plan.maintenance + plan.backlog
        // An item may stand before the one above it, so one pass is not always enough.
        var before = 0
        while hidden.count > before {
            before = hidden.count
            for item in items {
                if let parent = item.parent, hidden.contains(parent) { hidden.insert(item.id) }
            }
        }
        return hidden
    }

    private mutating func cut(_ items: inout [PlanItem], without hidden: Set<String>) {
        if !hidden.isEmpty {
            let count = items.count
            items.removeAll { hidden.contains($0.id) }
            omit(count - items.count, "items of plans")
        }
        for index in items.indices
        where items[index].progress.contains(where: { $0.audience > audience }) {
            let count = items[index].progress.count
            items[index].progress.removeAll { $0.audience > audience }
            omit(count - items[index].progress.count, "reports of progress")
        }
    }
}

/// How much was left out of an edition for its audience.
public struct Omission: Hashable, Sendable {
    /// What was left out, in the plural, such as `draft plans`.
    public var what: String
    /// How many there are.
    public var count: Int

    /// The count in words, such as `1 report of progress`.
    public var words: String {
        guard count == 1, let end = what.firstIndex(of: " ") ?? Optional(what.endIndex) else {
            return "\(count) \(what)"
        }
        let isPlural = what[..<end].hasSuffix("s")
        guard !isPlural else { return "1 \(what[..<end].dropLast())\(what[end...])" }
        return "1 \(what.hasSuffix("s") ? String(what.dropLast()) : what)"
    }

    /// Creates a count.
    ///
    /// - Parameters:
    ///   - what: What was left out, in the plural.
    ///   - count: How many there are.
    public init(what: String, count: Int) {
        self.what = what
        self.count = count
    }
}
