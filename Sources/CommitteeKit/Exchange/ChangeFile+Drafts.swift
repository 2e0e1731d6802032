// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ChangeFile {
    /// Makes the entries that record the changes.
    ///
    /// Names of plans, actions and levels are looked up, also among what the file itself adds.
    /// Whether the entries fit the history is then for ``Record/problems(appending:to:)`` to say.
    ///
    /// - Parameters:
    ///   - record: The record as the whole journal gives it.
    ///   - entries: The entries of the journal, when the file corrects any.
    ///   - subjects: What other systems' names stand for; see ``externalReferences``.
    /// - Returns: The entries, in the order of the file.
    /// - Throws: `JSONError` with the line of the first change that names what is not there.
    /// - Complexity: O(*n* × *m*) for *n* changes and *m* items.
    public func drafts(
        in record: Record,
        entries: [Entry] = [],
        subjects: [ExternalReference: SubjectReference] = [:]
    ) throws(JSONError) -> [EntryDraft] {
        var maker = DraftMaker(file: self, record: record, entries: entries, subjects: subjects)
        for change in changes { try maker.take(change) }
        return maker.drafts
    }
}
