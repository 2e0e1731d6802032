// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A return of figures that somebody owes the committee after each period.
///
/// It says when the figures are due and which periods are in; the figures themselves are kept
/// elsewhere.
///
/// ```swift
/// let data = DataSet(
///     id: "registrations", title: "Registrations", lead: "Performance Officer",
///     every: Period(1, .quarters), from: CivilDate(2026, 3, 31), within: .workingDays(20))
/// data.periods(through: CivilDate(2026, 10, 1))  // 31 March, 30 June, 30 September
/// ```
public struct DataSet: Hashable, Sendable, Identifiable {
    /// The stable identifier within the committee's record.
    public var id: String
    /// What the return is called.
    public var title: String
    /// Who returns it: the words for a role.
    public var lead: String
    /// The length of one period.
    public var every: Period
    /// The last day of the first period.
    public var from: CivilDate
    /// The last day on which a period may end; nil for no end.
    public var until: CivilDate?
    /// How long after the end of its period a return is due.
    public var within: ReminderInterval
    /// The day on which each period came in that is in, by the period's last day.
    public var receivedOn: [CivilDate: CivilDate]

    /// Creates a data set of which nothing is in yet.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - title: What the return is called.
    ///   - lead: Who returns it: the words for a role.
    ///   - every: The length of one period.
    ///   - from: The last day of the first period.
    ///   - until: The last day on which a period may end.
    ///   - within: How long after the end of its period a return is due.
    public init(
        id: String,
        title: String,
        lead: String,
        every: Period,
        from: CivilDate,
        until: CivilDate? = nil,
        within: ReminderInterval
    ) {
        self.id = id
        self.title = title
        self.lead = lead
        self.every = every
        self.from = from
        self.until = until
        self.within = within
        receivedOn = [:]
    }

    /// The periods that are in, each by its last day.
    public var received: Set<CivilDate> { Set(receivedOn.keys) }

    /// Returns the last days of the newest periods that have ended, in order.
    ///
    /// A first period that ends with its month is followed by periods that do.
    ///
    /// - Parameters:
    ///   - day: The day on which one looks.
    ///   - limit: The most periods to return; the newest ones are kept.
    /// - Returns: The last day of each period that has ended.
    /// - Complexity: O(*n*) in the periods since the first.
    public func periods(through day: CivilDate, limit: Int = 100) -> [CivilDate] {
        let last = min(day, until ?? .latest)
        let endsWithItsMonth =
            from == from.lastOfMonth && every.unit != .days
            && every.unit != .weeks
        var ends: [CivilDate] = []
        var number = 0
        while every.count > 0 {
            let counted = from.adding(every, times: number)
            let end = endsWithItsMonth ? counted.lastOfMonth : counted
            guard end <= last, ends.last.map({ $0 < end }) ?? true else { break }
            ends.append(end)
            number += 1
        }
        return Array(ends.suffix(max(limit, 0)))
    }

    /// Whether a day is the last of one of the periods.
    func hasPeriod(endingOn day: CivilDate) -> Bool {
        periods(through: day, limit: 1).last == day
    }
}

extension DataSet {
    /// Reads a data set from its JSON form, as a person writes it or an entry carries it.
    ///
    /// ```json
    /// {
    ///   "id": "registrations", "title": "Registrations", "lead": "Performance Officer",
    ///   "every": "1 quarter", "from": "2026-03-31", "within": "20 working days"
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - json: The data set.
    ///   - source: The name to use in errors, such as a file name.
    /// - Throws: `JSONError` with the line when the JSON is not a data set.
    public init(json: JSONNode, source: String) throws(JSONError) {
        let fields = try JSONFields(
            json,
            in: source,
            known: ["id", "title", "lead", "every", "from", "until", "within"]
        )
        let id = try fields.required("id", as: .name)
        self.init(
            id: id,
            title: try fields.optional("title", as: .name) ?? id,
            lead: try fields.required("lead", as: .name),
            every: try fields.required("every", as: .period),
            from: try fields.required("from", as: .date),
            until: try fields.optional("until", as: .date),
            within: try fields.required("within", as: .reminderInterval)
        )
    }

    /// The JSON form, without what was received; it reads back to an equal value.
    var json: JSONValue {
        .object(
            JSONObject(compact: [
                "id": .string(id), "title": .string(title), "lead": .string(lead),
                "every": .string(every.description), "from": .date(from), "until": .date(until),
                "within": .string(within.description),
            ])
        )
    }
}

extension SubjectReference {
    /// Names a data set.
    ///
    /// - Parameter id: The data set's identifier.
    /// - Returns: The reference.
    public static func dataSet(_ id: String) -> SubjectReference {
        SubjectReference(kind: "data-set", id: id)
    }
}
