// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's improvement plan as it stood on one date.
///
/// A plan has two to five named levels, such as priority, outcome and action. Its deepest level
/// holds the actions that are counted; the levels above group them. Beside them stand a maintenance
/// list and a backlog, which are not counted, and the text that the committee prints around its
/// tables.
///
/// A plan is a value that the fold of a journal builds; change it by recording a ``Change``.
///
/// ```swift
/// for action in plan.actions where action.isLate(on: edition.asOf) {
///     print(action.number ?? action.id, action.leads.names.joined(separator: ", "))
/// }
/// ```
public struct Plan: Hashable, Sendable {
    /// The plan's identifier, unique in its committee.
    public var id: String
    /// The plan's title as printed.
    public var title: String
    /// The days that the plan covers.
    public var period: CivilSpan
    /// The names of the plan's levels, from the outermost to the action.
    public var levels: [LevelName]
    /// The layout that read the plan, `plugin/layout`, when one did.
    public var layout: String?
    /// The status scheme that the plan uses, `plugin/name`.
    public var scheme: String?
    /// What counts in the plan's totals.
    public var counting: CountingRules
    /// The fields that what stands below an item has from it unless it says otherwise: `leads`,
    /// `timescale`, `status` or `local.name`.
    public var inherits: [String]
    /// Everything in the plan's table, in printed order: levels and actions.
    public var items: [PlanItem]
    /// What the committee keeps up without counting it.
    public var maintenance: [PlanItem]
    /// What the committee has put off without counting it.
    public var backlog: [PlanItem]
    /// The further lists that the committee keeps apart, by name; those without items are left out.
    public var lists: [NamedList]
    /// The progress checks that the plan's own document states.
    public var statedChecks: [ProgressCheck]
    /// The wording of the status key as the plan prints it.
    public var keyWording: [KeyWording]
    /// The text around the tables.
    public var texts: [PlanText]
    /// The footnotes that the plan defines.
    public var footnotes: [PlanFootnote]
    /// Single facts that the document states in words of its own, such as its publication line.
    public var statedFacts: [StatedFact]
    /// The other plans that this one supports.
    public var alignments: [PlanAlignment]
    /// The bodies that must approve the plan, in their order; empty when any one will do.
    public var approvalChain: [String]
    /// What happened to the plan as a document: drafts, approvals, publications.
    public var milestones: [DocumentMilestone]
    /// The identifiers of the plans that this one succeeds.
    public var predecessors: [String]

    /// Creates an empty plan.
    ///
    /// - Parameters:
    ///   - id: The plan's identifier.
    ///   - title: The plan's title as printed.
    ///   - period: The days that it covers.
    ///   - levels: The names of its levels, outermost first.
    public init(id: String, title: String, period: CivilSpan, levels: [LevelName]) {
        self.id = id
        self.title = title
        self.period = period
        self.levels = levels
        layout = nil
        scheme = nil
        counting = CountingRules()
        inherits = []
        items = []
        maintenance = []
        backlog = []
        lists = []
        statedChecks = []
        keyWording = []
        texts = []
        footnotes = []
        statedFacts = []
        alignments = []
        approvalChain = []
        milestones = []
        predecessors = []
    }
}

extension Plan {
    /// The index of the deepest level, which holds the actions.
    public var actionLevel: Int { max(levels.count - 1, 0) }

    /// The counted actions in printed order, those that left the plan included.
    ///
    /// - Complexity: O(*n*) in the number of items.
    public var actions: [PlanItem] { items.filter { $0.level == actionLevel } }

    /// Returns an item of the table or of one of the lists.
    ///
    /// - Parameter id: The item's identifier within the plan.
    /// - Returns: The item, or nil when the plan has none of that identifier.
    /// - Complexity: O(*n*) in the number of items.
    public func item(_ id: String) -> PlanItem? {
        items.first { $0.id == id } ?? maintenance.first { $0.id == id }
            ?? backlog.first { $0.id == id }
            ?? lists.lazy.flatMap(\.items).first { $0.id == id }
    }

    /// Returns the items that stand above one item, outermost first.
    ///
    /// - Parameter item: An item of the plan's table.
    /// - Returns: Its ancestors, at most one for each level.
    /// - Complexity: O(*n* × levels) in the number of items.
    public func ancestors(of item: PlanItem) -> [PlanItem] {
        var found: [PlanItem] = []
        var parent = item.parent
        while let id = parent, found.count < levels.count, let above = self.item(id) {
            found.append(above)
            parent = above.parent
        }
        return found.reversed()
    }

    /// Returns the words that the document states for one fact.
    ///
    /// - Parameter name: The fact's name, such as `published`.
    /// - Returns: The words, or nil when the document does not state it.
    public func statedFact(_ name: String) -> String? {
        statedFacts.first { $0.name == name }?.words
    }
}

/// The name of one level of a plan.
public struct LevelName: Hashable, Sendable {
    /// The name of one item, in lower case, such as `key question`.
    public var singular: String
    /// The name of several items, such as `key questions`.
    public var plural: String

    /// Creates a name.
    ///
    /// - Parameters:
    ///   - singular: The name of one item.
    ///   - plural: The name of several; made by the rules of English when nil.
    public init(_ singular: String, plural: String? = nil) {
        self.singular = singular.lowercased()
        self.plural = plural ?? Self.plural(of: self.singular)
    }

    static func plural(of word: String) -> String {
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        for ending in ["s", "x", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
        return word + "s"
    }
}
