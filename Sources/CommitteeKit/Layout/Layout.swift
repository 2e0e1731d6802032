// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's table, declared once as data.
///
/// The same layout writes the committee's report and reads its published document: its levels and
/// headings, its columns bound to fields, the words for completion, and what stands before and after
/// the table. A plugin declares it; nothing about a council is compiled in.
///
/// See ``LayoutColumn`` for how a column is bound, and ``Template`` for the words with gaps.
public struct Layout: Hashable, Sendable {
    /// The layout's identifier, `plugin/name`.
    public var id: String
    /// The template of the plan's identifier, such as `plan-{from.year}-{until.year}`.
    public var planID: Template
    /// The template of the title line, with the gap `period`.
    public var title: Template
    /// The names of the plan's levels, outermost first.
    public var levels: [LevelName]
    /// The headings of the levels that do not stand in columns, by level index.
    public var headings: [Int: LevelHeading]
    /// How the items stand, by level index, when the document has paragraphs in place of a table.
    public var blocks: [Int: LayoutBlock]
    /// The fields that actions have from what stands above them unless they say otherwise.
    public var inherits: [String]
    /// Lines or rows below an action that give single fields of it, such as `Source: {local.source}`.
    public var belowRow: [Template]
    /// What may stand at the end of an action's words and gives a field, such as `(Source: {local.source})`.
    public var afterText: [Template]
    /// The level whose words are years, such as `2024/25`, in which what stands below is due.
    public var years: Int?
    /// The columns of the plan's table; none when it has paragraphs.
    public var columns: [LayoutColumn]
    /// The table of progress checks, when the document has one.
    public var checks: ListedTable?
    /// The maintenance list, when the document has one.
    public var maintenance: ListedTable?
    /// The backlog, when the document has one.
    public var backlog: ListedTable?
    /// The further lists that stand apart, each with a name, in printed order.
    public var lists: [ListedTable]
    /// The status key as printed, when the document has one.
    public var key: KeyTable?
    /// The heading under which the notes stand.
    public var notesHeading: String?
    /// The status scheme that the plan uses, `plugin/name`.
    public var scheme: String?
    /// What counts in the plan's totals.
    public var counting: CountingRules
    /// The lines that state single facts, by name, such as `published`, `progress` and `draft`.
    public var facts: [LayoutFact]
    /// How completion is written and read.
    public var completion: CompletionWords?
    /// The words by which the column of statuses says that an action left the plan.
    public var exits: [ExitWords]
    /// How a published document is read.
    public var reading: ReadingRules

    /// Creates a layout with a table and nothing around it.
    ///
    /// - Parameters:
    ///   - id: The layout's identifier, `plugin/name`.
    ///   - planID: The template of the plan's identifier.
    ///   - title: The template of the title line.
    ///   - levels: The names of the levels, outermost first.
    ///   - columns: The columns of the table.
    public init(
        id: String,
        planID: Template,
        title: Template,
        levels: [LevelName],
        columns: [LayoutColumn]
    ) {
        self.id = id
        self.planID = planID
        self.title = title
        self.levels = levels
        self.columns = columns
        headings = [:]
        blocks = [:]
        checks = nil
        maintenance = nil
        backlog = nil
        lists = []
        inherits = []
        belowRow = []
        afterText = []
        years = nil
        key = nil
        notesHeading = nil
        scheme = nil
        counting = CountingRules()
        facts = []
        completion = nil
        exits = []
        reading = ReadingRules()
    }

    /// The index of the level whose rows are actions.
    public var actionLevel: Int { levels.count - 1 }

    /// The facts that have a line of their own.
    var factLines: [LayoutFact] { facts.filter { !$0.isWithin } }
}
