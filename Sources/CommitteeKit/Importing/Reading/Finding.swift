// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something doubtful that came up while a document was read.
///
/// Importing never guesses in silence: whatever was inferred, repaired or left over is a finding
/// with the line where it stands.
public struct Finding: Hashable, Sendable {
    /// The line of the document, counted from 1, or 0 when the finding is about the whole.
    public var line: Int
    /// What sort of doubt it is, such as `status-missing`.
    public var kind: String
    /// What was read, and why it is doubtful.
    public var message: String

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - line: The line of the document, counted from 1; 0 for the whole.
    ///   - kind: What sort of doubt it is.
    ///   - message: What was read, and why it is doubtful.
    public init(line: Int, kind: String, message: String) {
        self.line = line
        self.kind = kind
        self.message = message
    }
}

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
}
