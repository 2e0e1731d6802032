// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Finds out what importing a document would record, without recording it.
    ///
    /// ```swift
    /// let found = try await committee.prepareImport(
    ///     bytes, named: "plan.md", layout: "northshire/plan", by: "lead-officer")
    /// // … somebody reads found.findings …
    /// try await committee.record(found)
    /// ```
    ///
    /// The digest of the bytes, by which the document is known again, is the store's own. For a document that
    /// was repaired, use ``preparingImport(of:digest:layout:asOf:period:by:overriding:)``.
    ///
    /// - Parameters:
    ///   - bytes: The document as it was published.
    ///   - name: Its file name, whose ending says the format.
    ///   - layout: The layout's identifier, `plugin/name`.
    ///   - date: The date of which the document's progress speaks, when the document does not say.
    ///   - period: When the plan runs, when the document does not say.
    ///   - by: Who imports it.
    /// - Returns: The entries that would be appended, and what was doubtful.
    /// - Throws: As ``preparingImport(of:digest:layout:asOf:period:by:overriding:)`` does, and ``ImportError`` when the
    ///   bytes are no document.
    public func prepareImport(
        _ bytes: [UInt8],
        named name: String,
        layout: String,
        asOf date: CivilDate? = nil,
        period: CivilSpan? = nil,
        by: String
    ) async throws -> PlanImport {
        try await preparingImport(
            of: try SourceDocument(reading: bytes, name: name),
            digest: Hexadecimal.text(library.store.digest(bytes)),
            layout: layout,
            asOf: date,
            period: period,
            by: by
        )
    }

    /// Finds out what importing a register of risks would record, without recording it.
    ///
    /// - Parameters:
    ///   - bytes: The document as it was published.
    ///   - name: Its file name, whose ending says the format.
    ///   - layout: The layout's identifier, `plugin/name`.
    ///   - date: The date of the document, when it does not say.
    ///   - visibility: Who may know of its risks, when the layout does not say.
    ///   - by: Who imports it.
    /// - Returns: The entries that would be appended, and what was doubtful.
    /// - Throws: As ``preparingRegisterImport(of:digest:layout:asOf:visibility:by:overriding:)`` does, and
    ///   ``ImportError`` when the bytes are no document.
    public func prepareRegisterImport(
        _ bytes: [UInt8],
        named name: String,
        layout: String,
        asOf date: CivilDate? = nil,
        visibility: Audience? = nil,
        by: String
    ) async throws -> RegisterImport {
        try await preparingRegisterImport(
            of: try SourceDocument(reading: bytes, name: name),
            digest: Hexadecimal.text(library.store.digest(bytes)),
            layout: layout,
            asOf: date,
            visibility: visibility,
            by: by
        )
    }

    /// Records what a prepared import found, all or nothing.
    ///
    /// What others recorded since it was prepared stays, as `record(_:digest:)` says.
    ///
    /// - Parameter prepared: What was found.
    /// - Returns: What was appended, or nil when the document said nothing new.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store cannot take it.
    @discardableResult
    public func record(_ prepared: PlanImport) async throws -> AppendReceipt? {
        try await record(prepared, digest: prepared.digest)
    }

    /// Records what a prepared import of a register found, all or nothing.
    ///
    /// - Parameter prepared: What was found.
    /// - Returns: What was appended, or nil when the document said nothing new.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store cannot take it.
    @discardableResult
    public func record(_ prepared: RegisterImport) async throws -> AppendReceipt? {
        try await record(prepared, digest: prepared.digest)
    }
}
