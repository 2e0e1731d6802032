// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Returns the whole record, to be written as JSON, kept, or taken elsewhere.
    ///
    /// ```swift
    /// let json = try await committee.export().json(asOf: today).indentedText
    /// ```
    ///
    /// - Returns: The export: every entry, for all audiences.
    /// - Throws: ``JournalError`` when the store cannot be read.
    /// - Complexity: O(*n*) in the number of entries.
    public func export() async throws -> RecordExport {
        RecordExport(
            committee: id,
            name: name,
            digestName: library.store.digest.name,
            entries: try await entries()
        )
    }

    /// Reads a file of changes in the words of the committee's plugins.
    ///
    /// What timescales and leads mean is said by the plugin that wrote the layout of the plan of which the
    /// file speaks.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - name: The name of the file, for messages.
    /// - Returns: The changes.
    /// - Throws: `JSONError` with the line of the first mistake, ``JournalError`` when the store cannot be
    ///   read.
    public func changes(in bytes: [UInt8], named name: String) async throws -> ChangeFile {
        let content = try JSONReader.read(bytes, source: name).value
        let record = await Record.foldingInTurns(try await entries(), in: library.rooms)
        let named = content["plan"]?.text
        let plan = named.map { record.plan($0) } ?? record.plans.last
        let contributions = library.plugins.contributions
        let layout = contributions.layouts.first { $0.id == plan?.layout }
        let plugin = (plan?.layout).map { String($0.prefix { $0 != "/" }) }
        return try ChangeFile(
            reading: bytes,
            source: name,
            timescales: contributions.timescaleReader(for: plugin),
            glossary: layout?.reading.leads,
            rooms: library.rooms
        )
    }

    /// Records a file of changes, all or nothing.
    ///
    /// ```swift
    /// let file = try await committee.changes(in: bytes, named: "october.json")
    /// try await committee.record(file)
    /// ```
    ///
    /// With an `idempotencyKey` in the file, a retry records nothing twice.
    ///
    /// - Parameters:
    ///   - file: The changes.
    ///   - expectation: What may not have been recorded meanwhile; nothing that the changes touch, since
    ///     they were made into entries, when left out.
    /// - Returns: What was appended.
    /// - Throws: `JSONError` with the line of the first change that names what is not there, ``LibraryError``
    ///   when a change cannot be, ``JournalError`` when the store cannot take it.
    @discardableResult
    public func record(
        _ file: ChangeFile,
        expecting expectation: RecordExpectation? = nil
    ) async throws -> AppendReceipt {
        let entries = try await entries()
        var subjects: [ExternalReference: SubjectReference] = [:]
        for reference in file.externalReferences {
            subjects[reference] = try await library.store.subject(for: reference, in: id)
        }
        let record = await Record.foldingInTurns(entries, in: library.rooms)
        return try await append(
            try file.drafts(in: record, entries: entries, subjects: subjects),
            expecting: expectation ?? .untouched(since: entries.last?.sequence ?? 0),
            idempotencyKey: file.idempotencyKey
        )
    }

    /// Records the name that another system has for a subject, by which changes may then name it.
    ///
    /// ```swift
    /// try await committee.setExternalID("mosaic", "A-31", of: .action("1.1", of: "plan-2026"), by: "mosaic")
    /// try await committee.record(.completed(.external("mosaic", "A-31")), by: "mosaic")
    /// ```
    ///
    /// - Parameters:
    ///   - source: The other system.
    ///   - id: Its name for the subject.
    ///   - subject: The subject.
    ///   - date: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: What was appended.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/duplicate`` when the name stands for
    ///   another subject.
    @discardableResult
    public func setExternalID(
        _ source: String,
        _ id: String,
        of subject: SubjectReference,
        effective date: CivilDate? = nil,
        by: String
    ) async throws -> AppendReceipt {
        try await append([
            .settingExternalID(
                ExternalReference(source: source, id: id),
                of: subject,
                effective: date ?? library.today(),
                by: by
            )
        ])
    }
}
