// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

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
    /// The fields that what stands below an item has from it unless it says otherwise.
    public var inherits: [String] = []

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
