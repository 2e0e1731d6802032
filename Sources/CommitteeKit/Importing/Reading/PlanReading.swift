// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What one line of a document became.
public struct LineTrace: Hashable, Sendable {
    /// The line, counted from 1.
    public var line: Int
    /// What it became, in words.
    public var became: String

    /// Creates a trace.
    ///
    /// - Parameters:
    ///   - line: The line, counted from 1.
    ///   - became: What it became.
    public init(line: Int, became: String) {
        self.line = line
        self.became = became
    }
}

/// A plan as one document gives it, with what was doubtful.
public struct PlanReading: Sendable {
    /// The plan.
    public var plan: Plan
    /// Where each word of the document went.
    public var account: ImportAccount
    /// The date of which the document's progress speaks, when it states one.
    public var reportedOn: CivilDate?
    /// The day on which a body approved the plan, when the document states it.
    public var approvedOn: CivilDate?
    /// What was doubtful, in the order of the lines.
    public var findings: [Finding]
    /// What each line became.
    public var traces: [LineTrace]
    /// The line on which each item begins, by its identifier.
    public var lines: [String: Int]
    /// The fields that the columns of each list print; of the plan's own table, all count as printed.
    var printedFields: [PlanList: Set<String>] = [:]
    /// The row or paragraph at which each item begins, by its identifier.
    public var places: [String: FindingPlace] = [:]
    /// The cells and lines that functions of the layout have read.
    var functionCells: [FunctionCell] = []
}
