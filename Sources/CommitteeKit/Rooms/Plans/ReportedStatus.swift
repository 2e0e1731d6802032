// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A status as it was reported: the words that were printed, and the scheme they belong to.
///
/// The printed words are kept even when they are not in the key, so that a report never hides what
/// a document said. Look the key up with ``StatusScheme/key(reading:)``.
public struct ReportedStatus: Hashable, Sendable {
    /// The words as they were printed, such as `G` or `Ongoing`.
    public var printed: String
    /// The identifier of the scheme, `plugin/name`, when one applies.
    public var scheme: String?
    /// The date of which the status speaks.
    public var asAt: CivilDate

    /// Creates a reported status.
    ///
    /// - Parameters:
    ///   - printed: The words as printed.
    ///   - scheme: The scheme's identifier.
    ///   - asAt: The date of which it speaks.
    public init(printed: String, scheme: String?, asAt: CivilDate) {
        self.printed = printed
        self.scheme = scheme
        self.asAt = asAt
    }
}
