// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who reports what to whom, and when.
public struct ReportingLine: Hashable, Sendable {
    /// The body that reports, by its identifier.
    public var fromBodyID: String
    /// The body that receives the report, by its identifier.
    public var toBodyID: String
    /// What is reported, in words.
    public var what: String
    /// When it is reported: the exact words of a timescale, such as "Quarterly".
    public var timescale: String
    /// The rule by which reports are planned, in words, such as "before each meeting".
    public var cadence: String
    /// The document, with its edition, that lays the line down.
    public var source: Citation?

    /// Creates a reporting line.
    ///
    /// - Parameters:
    ///   - fromBodyID: The body that reports, by its identifier.
    ///   - toBodyID: The body that receives the report, by its identifier.
    ///   - what: What is reported, in words.
    ///   - timescale: The exact words of a timescale; empty when none is given.
    ///   - cadence: The rule by which reports are planned; empty when none is given.
    ///   - source: The document, with its edition, that lays the line down.
    public init(
        fromBodyID: String,
        toBodyID: String,
        what: String,
        timescale: String = "",
        cadence: String = "",
        source: Citation? = nil
    ) {
        self.fromBodyID = fromBodyID
        self.toBodyID = toBodyID
        self.what = what
        self.timescale = timescale
        self.cadence = cadence
        self.source = source
    }
}
