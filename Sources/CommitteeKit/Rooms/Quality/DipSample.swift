// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A dip sample: so many records are looked at in every month, quarter or year.
///
/// Its counts are for the committee: a dip sample is never for partners or the public.
public struct DipSample: QualitySubject {
    /// The identifier, such as `eird`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What is looked at, and how.
    public var scope: Prose = Prose()
    /// The role, group or body that answers for it.
    public var lead: String?
    /// The widest audience that may know of it: the committee, or fewer.
    public var audience: Audience = .committee
    /// The quotas that were set, oldest first; each holds from the period of its day on.
    public var quotas: [DipQuota] = []
    /// What was looked at, in the order of recording.
    public var held: [DipOccurrence] = []
    /// It is no longer done.
    public var ending: QualityStep?

    /// Creates a dip sample of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `dip-sample`.
    public static let subjectKind: SubjectKind = "dip-sample"
    /// `dip sample`.
    public static let noun = "dip sample"
    /// The title comes first.
    public static var firstKind: EntryKind { Entries.title.declared.kind }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.dipSamples }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// Nothing: it speaks of no other subject.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {}

    /// Everything but its name: what is for the committee alone is never cut for others.
    public mutating func leaveOutWhatTheCommitteeKeeps() { self = DipSample(id: id) }
}

/// A quota: how many records are looked at in each period.
public struct DipQuota: DeclaredQualityEvent {
    /// How long the periods are.
    @nonexhaustive
    public enum Every: String, Hashable, Sendable, CaseIterable {
        /// A month.
        case month
        /// Three months, from January, April, July or October.
        case quarter
        /// A calendar year.
        case year

        var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }
    }

    /// How many records are looked at in each period.
    public var count: Int
    /// How long the periods are.
    public var every: Every
    /// The day from which it holds; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a quota.
    ///
    /// - Parameters:
    ///   - count: How many records are looked at in each period.
    ///   - every: How long the periods are.
    public init(_ count: Int, every: Every) {
        self.count = count
        self.every = every
    }

    /// The quota in words, such as `5 a month`.
    public var words: String { "\(count) a \(every.rawValue)" }

    static let shape = Shape(
        DipQuota(0, every: .month),
        [.required("count", \.count, .integer), .required("every", \.every, .word)]
    )
    static let texts: [String] = []
}

/// Records that were looked at on a day.
public struct DipOccurrence: DeclaredQualityEvent {
    /// How many records were looked at.
    public var count: Int
    /// Whether there were no more to look at in the period, so that fewer than the quota are enough.
    public var noMore: Bool
    /// What was learned, without a word about a child.
    public var note: Prose
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an occurrence.
    ///
    /// - Parameters:
    ///   - count: How many records were looked at.
    ///   - noMore: Whether there were no more to look at in the period.
    ///   - note: What was learned.
    public init(_ count: Int, noMore: Bool = false, note: Prose = Prose()) {
        self.count = count
        self.noMore = noMore
        self.note = note
    }

    static let shape = Shape(
        DipOccurrence(0),
        [
            .required("count", \.count, .integer), .given("noMore", \.noMore, .bool, unless: false),
            .prose("note", \.note),
        ]
    )
    static let texts = ["note"]
}

extension DipSample {
    /// A period of a dip sample, with what was to be looked at in it and what was.
    public struct Period: Hashable, Sendable {
        /// The first day.
        public var first: CivilDate
        /// The last day.
        public var last: CivilDate
        /// How long it is.
        public var every: DipQuota.Every
        /// How many records were to be looked at.
        public var quota: Int
        /// How many were.
        public var count: Int
        /// Whether there were no more to look at.
        public var noMore: Bool

        /// Whether as many were looked at as the quota says, or as many as there were.
        public var isMet: Bool { count >= quota || noMore }

        /// The period in words, such as `May 2026` or `April to June 2026`.
        public var words: String {
            switch every {
            case .month: first.formatted("MMMM yyyy")
            case .quarter: "\(first.formatted("MMMM")) to \(last.formatted("MMMM yyyy"))"
            case .year: "\(first.year)"
            }
        }

        /// The period for programs, such as `2026-05`: the month in which it begins.
        public var id: String {
            first.month < 10 ? "\(first.year)-0\(first.month)" : "\(first.year)-\(first.month)"
        }
    }

    /// How many years of periods are counted, whatever day is asked about.
    static let mostYears = 50

    /// The quota in force; nil while none is set.
    public var quota: DipQuota? { quotas.last }

    /// Returns the periods that begin on or before a day, from the first quota on.
    ///
    /// A quota holds from the period in which it is set. After the end nothing is expected.
    ///
    /// - Parameter day: The day.
    /// - Returns: The periods, oldest first.
    /// - Complexity: O(*p* × *n*) for *p* periods and *n* occurrences and quotas.
    public func periods(through day: CivilDate) -> [Period] {
        guard var quota = quotas.first, let start = quota.on else { return [] }
        let end = min(day, ending?.on ?? day, start.adding(years: Self.mostYears))
        var first = Self.beginning(of: quota.every, with: start)
        var found: [Period] = []
        while first <= end {
            let last = first.adding(months: quota.every.months) - 1
            // The last quota that was set within the period, or before it, holds.
            if let later = quotas.last(where: { ($0.on ?? .latest) <= last }) { quota = later }
            // A quota of longer periods begins with one that may have begun already.
            let begin = max(first, Self.beginning(of: quota.every, with: first))
            let until =
                Self.beginning(of: quota.every, with: first)
                .adding(months: quota.every.months) - 1
            let inside = held.filter { ($0.on.map { begin <= $0 && $0 <= until }) ?? false }
            found.append(
                Period(
                    first: begin,
                    last: until,
                    every: quota.every,
                    quota: quota.count,
                    count: inside.reduce(0) { $0 + $1.count },
                    noMore: inside.contains(where: \.noMore)
                )
            )
            first = until + 1
        }
        return found
    }

    private static func beginning(of every: DipQuota.Every, with day: CivilDate) -> CivilDate {
        day.adding(months: -((day.month - 1) % every.months)).firstOfMonth
    }

    /// Returns the periods that have ended before a day in which fewer were looked at than the quota says.
    ///
    /// - Parameter day: The day.
    /// - Returns: The periods, oldest first.
    public func behind(on day: CivilDate) -> [Period] {
        missed(through: day).filter { $0.last < day }
    }

    /// The periods that end on or before a day in which fewer were looked at than the quota says.
    func missed(through day: CivilDate) -> [Period] {
        let end = ending?.on ?? .latest
        return periods(through: day).filter { $0.last <= day && $0.last < end && !$0.isMet }
    }

    /// Names a period of the dip sample.
    func reference(of period: Period) -> SubjectReference {
        SubjectReference(kind: "dip-sample-period", id: "\(id)#\(period.id)")
    }
}

extension DipSample {
    /// What can be said of a dip sample.
    public enum Entries {}

    /// Everything that can be said of a dip sample.
    public static let table = SubjectTable<DipSample>([
        Entries.title.declaration, Entries.scope.declaration, Entries.lead.declaration,
        Entries.audience.declaration, Entries.quotaSet.declaration, Entries.held.declaration,
        Entries.ended.declaration,
    ])
}

extension DipSample.Entries {
    /// What it is called; the first entry about a dip sample.
    public static let title = DipSample.titleField("What the dip sample is called.", \.title)
    /// What is looked at, and how.
    public static let scope = DipSample.textField("scope", "What is looked at, and how.", \.scope)
    /// Who answers for it.
    public static let lead = DipSample.field(
        "lead",
        "The role, group or body that answers for the dip sample.",
        .name,
        \.lead
    )
    /// The widest audience that may know of it.
    public static let audience = DipSample.field(
        "audience",
        "The widest audience that may know of the dip sample: committee or restricted.",
        .audience,
        \.audience
    )

    /// How many are looked at.
    static let quotaSet = DipSample.event(
        "quota_set",
        "How many records are looked at in every month, quarter or year, from this period on.",
        in: \.quotas,
        as: "quotas",
        columns: [
            Column(
                "quota",
                "How many records are looked at in each period, if a quota is set.",
                .optionalInteger { $0[$1].quota?.count }
            ),
            Column(
                "every",
                "How long the periods are: month, quarter or year.",
                .optionalText { $0[$1].quota?.every.rawValue }
            ),
        ],
        say: { quota, name in "The quota of \(name.lowercasedFirst) is \(quota.words)." },
        refuse: { sample, quota, step in
            if (1...1000).contains(quota.count) == false {
                return "The dip sample “\(sample.id)” would look at \(quota.count) records a "
                    + "\(quota.every.rawValue). Give a number from 1 to 1000."
            }
            guard let last = sample.quotas.last?.on, last > step.effective else { return nil }
            return
                "The quota of the dip sample “\(sample.id)” was set on \(last), so one from "
                + "\(step.effective) comes too late. Correct the other, or name a later day."
        },
        replacing: { $0.on == $1.on }
    )

    /// Records were looked at.
    static let held = DipSample.event(
        "held",
        "So many records were looked at, and what was learned.",
        in: \.held,
        as: "held",
        say: { held, name in
            "\(held.count) \(held.count == 1 ? "record was" : "records were") looked at for "
                + "\(name.lowercasedFirst)\(held.on.map { " on \($0.inWords)" } ?? "")."
        },
        refuse: { sample, held, step in
            guard let start = sample.quotas.first?.on else {
                return
                    "The dip sample “\(sample.id)” has no quota. Set one first, such as 5 a month."
            }
            if held.count < 0 {
                return "\(held.count) records cannot be looked at. Give a number from 0."
            }
            if held.count == 0, !held.noMore {
                return
                    "No record was looked at, and nothing says that there was none. Say that there were no "
                    + "more, or leave the entry out."
            }
            guard step.effective < start, step.effective.firstOfMonth != start.firstOfMonth else {
                return nil
            }
            return
                "The dip sample “\(sample.id)” begins on \(start), and \(step.effective) is before that. "
                + "Correct the day."
        }
    )

    /// It is no longer done.
    static let ended = DipSample.event(
        "ended",
        "The dip sample is no longer done, and why.",
        at: \.ending,
        columns: [
            Column("ended_on", "The day of its end.", .optionalDate { $0[$1].ending?.on })
        ],
        say: { _, name in "\(name) is no longer done." }
    )
}

extension Change.Fact {
    /// The quota of a dip sample was set.
    public static func dipSampleQuotaSet(_ quota: DipQuota) -> Self {
        DipSample.fact("quota_set", quota)
    }
    /// Records were looked at for a dip sample.
    public static func dipSampleHeld(_ held: DipOccurrence) -> Self {
        DipSample.fact("held", held)
    }
    /// A dip sample is no longer done.
    public static func dipSampleEnded(_ step: QualityStep) -> Self {
        DipSample.fact("ended", step)
    }
}
