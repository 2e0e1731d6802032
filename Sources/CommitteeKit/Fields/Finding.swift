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
