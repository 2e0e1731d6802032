// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What importing a document would record, before anything is recorded.
public struct PlanImport: Sendable {
    /// The plan as the document gives it.
    public var reading: PlanReading
    /// The entries to append, in order; empty when the document says nothing new.
    public var drafts: [EntryDraft]
    /// What was doubtful in the document and in comparing it with the record, by line.
    public var findings: [Finding]
    /// Whether the same bytes were imported with the same layout before.
    public var isRepeat: Bool
    /// The digest of the document's bytes and of its repairs, in hexadecimal digits.
    public var digest = ""
    /// The number of the last entry with which the document was compared.
    public var comparedWith = 0
    /// How often the same bytes were imported with the same layout before.
    var earlier = 0
}
