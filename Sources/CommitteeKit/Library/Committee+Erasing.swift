// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Erases a text of an entry for good, such as words that name a child.
    ///
    /// The entry stays, with a gap that says who erased its text, when and why; the chain still verifies. Backups
    /// and exports that were made before still hold the text.
    ///
    /// ```swift
    /// try await committee.erase("progress", ofEntry: 42, by: "data-protection-officer", reason: "It named a family.")
    /// ```
    ///
    /// - Parameters:
    ///   - name: The name of the text, such as `progress` or `reason`.
    ///   - sequence: The number of the entry that has it.
    ///   - by: Who erases it: a role, never a person's name.
    ///   - reason: Why; it must not repeat what is erased, and is looked through as any text is.
    ///   - date: The day on which it is erased; the host's today when nil.
    /// - Returns: The entry that records the erasing, or that recorded it when it was done before.
    /// - Throws: ``JournalError`` when there is no such entry or text, or the store cannot be written;
    ///   ``LibraryError`` when the reason is held.
    @discardableResult
    public func erase(
        _ name: String,
        ofEntry sequence: Int,
        by: String,
        reason: String,
        on date: CivilDate? = nil
    ) async throws -> Entry {
        let day = date ?? library.today()
        let said = EntryDraft(
            subject: .committee,
            kind: .textErased,
            payload: [:],
            effective: day,
            by: by,
            reason: reason
        )
        try screen([said])
        return try await library.store.erase(
            name,
            of: sequence,
            in: id,
            by: by,
            reason: reason,
            on: day
        )
    }
}
