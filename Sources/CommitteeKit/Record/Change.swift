// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A typed view of an entry: one thing that happened, about one subject.
///
/// A change is what a program records; the journal keeps it as an entry of an open kind. Each change
/// sets a whole aspect, so that a later one of the same kind replaces it from its own date on.
///
/// ```swift
/// let change = Change(
///     .action("2.1", of: "plan-2023-2026"),
///     .progressReported(Prose("Module piloted in two schools."), asAt: nil, audience: .public))
/// ```
public struct Change: Hashable, Sendable {
    /// What the change is about.
    public var subject: SubjectReference
    /// What happened.
    public var fact: Fact

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - subject: What the change is about.
    ///   - fact: What happened.
    public init(_ subject: SubjectReference, _ fact: Fact) {
        self.subject = subject
        self.fact = fact
    }

    /// One thing that can happen.
    public enum Fact: Hashable, Sendable {
        // A plan.
        /// The plan was drafted.
        case planDrafted(PlanOutline)
        /// The text around the tables was set.
        case textsSet([PlanText])
        /// The wording of the status key was set.
        case keyWordingSet([KeyWording])
        /// The footnotes were set.
        case footnotesSet([PlanFootnote])
        /// The single facts that the document states were set.
        case statedFactsSet([StatedFact])
        /// The plans that this one supports were set.
        case alignmentsSet([PlanAlignment])
        /// The document states a progress check.
        case checkStated(ProgressCheck)
        /// The plan was put before a body.
        case submitted(to: String)
        /// A body approved the plan.
        case approved(by: String)
        /// The plan was published.
        case published(Publication)
        /// The plans that this one succeeds were named.
        case predecessorsNamed([String])

        // An item of a plan.
        /// The item was added, in a place of the plan.
        case added(ItemOutline)
        /// What the item says was set.
        case textSet(Prose)
        /// The paragraph below the item's heading was set.
        case statementSet(Prose)
        /// The remarks about the item were set.
        case notesSet([Prose])
        /// Who leads was set.
        case leadsSet(Leads)
        /// The timescale was set.
        case timescaleSet(Timescale)
        /// A status was reported.
        case statusReported(printed: String, scheme: String?)
        /// Progress was reported, of the date given or else of the change's own date.
        case progressReported(Prose, asAt: CivilDate?, audience: Audience)
        /// The evidence was set.
        case evidenceSet(Prose)
        /// The expected impact was set.
        case expectedImpactSet(Prose)
        /// A column of the committee's own was set.
        case localSet(name: String, Prose)
        /// The work was reported as going on.
        case goesOn
        /// The work was completed, or known to be by the change's date.
        case completed
        /// The work was taken up again.
        case reopened
        /// The item left the plan.
        case left(kind: String, destination: String?)
        /// The items of earlier plans that became this one were named.
        case itemPredecessorsNamed([String])
        /// The narrowest audience that may read the item was set.
        case audienceSet(Audience)

        // The committee.
        /// The committee's profile was set: bodies, roles, groups, functions, reporting lines.
        case profileSet(JSONValue)
        /// A risk register or one of its risks was set.
        case registerSet(JSONValue)
        /// A document was imported.
        case imported(ImportRecord)
    }
}

/// What is said of a plan when it is drafted.
public struct PlanOutline: Hashable, Sendable {
    /// The plan's title.
    public var title: String
    /// The days that it covers.
    public var period: CivilSpan
    /// The names of its levels.
    public var levels: [LevelName]
    /// The layout that it is written in.
    public var layout: String?
    /// The status scheme that it uses.
    public var scheme: String?
    /// What counts in its totals.
    public var counting: CountingRules

    /// Creates an outline.
    ///
    /// - Parameters:
    ///   - title: The plan's title.
    ///   - period: The days that it covers.
    ///   - levels: The names of its levels.
    ///   - layout: The layout that it is written in.
    ///   - scheme: The status scheme that it uses.
    ///   - counting: What counts in its totals.
    public init(
        title: String,
        period: CivilSpan,
        levels: [LevelName],
        layout: String? = nil,
        scheme: String? = nil,
        counting: CountingRules = CountingRules()
    ) {
        self.title = title
        self.period = period
        self.levels = levels
        self.layout = layout
        self.scheme = scheme
        self.counting = counting
    }
}

/// The place of an item when it is added to a plan.
public struct ItemOutline: Hashable, Sendable {
    /// The part of the plan.
    public var list: PlanList
    /// The index of the level.
    public var level: Int
    /// The item above, if any.
    public var parent: String?
    /// The item after which this one stands; the end of its group when nil.
    public var after: String?
    /// The printed number.
    public var number: String?
    /// What the item says.
    public var text: Prose

    /// Creates an outline.
    ///
    /// - Parameters:
    ///   - list: The part of the plan.
    ///   - level: The index of the level.
    ///   - parent: The item above.
    ///   - after: The item after which this one stands.
    ///   - number: The printed number.
    ///   - text: What the item says.
    public init(
        list: PlanList = .table,
        level: Int,
        parent: String? = nil,
        after: String? = nil,
        number: String? = nil,
        text: Prose
    ) {
        self.list = list
        self.level = level
        self.parent = parent
        self.after = after
        self.number = number
        self.text = text
    }
}

/// The note that a document was imported.
public struct ImportRecord: Hashable, Sendable {
    /// The document's name.
    public var document: String
    /// The digest of the document's bytes and of the repairs, in hexadecimal digits.
    public var digest: String
    /// The layout that read it.
    public var layout: String
    /// The date of which its progress speaks.
    public var reportedOn: CivilDate?

    /// Creates a note.
    ///
    /// - Parameters:
    ///   - document: The document's name.
    ///   - digest: The digest of its bytes.
    ///   - layout: The layout that read it.
    ///   - reportedOn: The date of which its progress speaks.
    public init(document: String, digest: String, layout: String, reportedOn: CivilDate?) {
        self.document = document
        self.digest = digest
        self.layout = layout
        self.reportedOn = reportedOn
    }
}

extension SubjectReference {
    /// Names a plan.
    ///
    /// - Parameter id: The plan's identifier.
    /// - Returns: The reference.
    public static func plan(_ id: String) -> SubjectReference {
        SubjectReference(kind: "plan", id: id)
    }

    /// Names an action of a plan, or another item of it.
    ///
    /// - Parameters:
    ///   - id: The item's identifier in its plan.
    ///   - plan: The plan's identifier.
    /// - Returns: The reference.
    public static func action(_ id: String, of plan: String) -> SubjectReference {
        SubjectReference(kind: "action", id: "\(plan)#\(id)")
    }

    /// Names the committee itself.
    public static var committee: SubjectReference {
        SubjectReference(kind: "committee", id: "committee")
    }

    /// Names a risk register.
    ///
    /// - Parameter id: The register's identifier.
    /// - Returns: The reference.
    public static func register(_ id: String) -> SubjectReference {
        SubjectReference(kind: "risk-register", id: id)
    }

    /// The plan and the item that the reference names, when it names an item.
    public var planItem: (plan: String, item: String)? {
        guard kind == "action", let mark = id.firstIndex(of: "#") else { return nil }
        return (String(id[..<mark]), String(id[id.index(after: mark)...]))
    }
}
