// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Finds out what importing a document would record, without recording it.
    ///
    /// What the record would refuse is refused here in the same words.
    ///
    /// - Parameters:
    ///   - source: The document, repaired where that was needed.
    ///   - digest: The digest of the document's bytes and of its repairs, in hexadecimal digits.
    ///   - id: The layout's identifier, `plugin/name`.
    ///   - date: The date of which the document's progress speaks, when the document does not say.
    ///   - period: When the plan runs, when the document does not say.
    ///   - by: Who imports it.
    ///   - overriding: Why it is imported although the workflow of a risk's register refuses it.
    /// - Returns: The entries that would be appended, and what was doubtful.
    /// - Throws: ``LibraryError`` when there is no such layout or a change cannot be, ``ImportError``
    ///   when the layout does not fit the document, ``JournalError`` when the store cannot be read or
    ///   cannot take an entry.
    public func preparingImport(
        of source: SourceDocument,
        digest: String,
        layout id: String,
        asOf date: CivilDate? = nil,
        period: CivilSpan? = nil,
        by: String,
        overriding: String? = nil
    ) async throws -> PlanImport {
        let contributions = library.plugins.contributions
        let layout = try contributions.layout(id)
        try contributions.checkScheme(of: layout)
        let plugin = id.split(separator: "/").first.map(String.init)
        let reader = PlanReader(
            layout: layout,
            scheme: contributions.scheme(layout.scheme),
            timescales: contributions.timescaleReader(for: plugin)
        )
        let reading = try await read(source, with: reader, period: period)
        let history = try await entries()
        let record = await Record.foldingInTurns(history, in: library.rooms)
        let same = record.imports.filter { $0.digest == digest && $0.layout == id }
        // The newest document of a layout is compared again: the layout may have been corrected since.
        guard same.isEmpty || record.imports.last(where: { $0.layout == id }) == same.last else {
            return PlanImport(
                reading: reading,
                drafts: [],
                findings: reading.findings,
                isRepeat: true,
                digest: digest,
                comparedWith: history.last?.sequence ?? 0
            )
        }
        let imported = await Record.foldingInTurns(
            history.filter { $0.idempotencyKey?.hasPrefix(Self.importKey) ?? false },
            in: library.rooms
        )
        let previous = imported.plan(reading.plan.id)
        try Self.checkOrder(
            source.name,
            of: date ?? reading.reportedOn,
            after: previous?.lastReported,
            plan: reading.plan.id
        )
        var comparison = PlanComparison(
            reading: reading,
            previous: previous,
            current: record.plan(reading.plan.id),
            others: record.plans.filter { $0.id != reading.plan.id },
            by: by,
            body: name,
            asOf: date
        )
        comparison.run(
            note: ImportRecord(
                document: source.name,
                digest: digest,
                layout: id,
                reportedOn: date ?? reading.reportedOn
            )
        )
        let findings = (reading.findings + comparison.findings).sorted {
            ($0.line, $0.kind) < ($1.line, $1.kind)
        }
        try await checkImport(
            comparison.drafts,
            against: history,
            layout: id,
            digest: digest,
            overriding: overriding
        )
        return PlanImport(
            reading: reading,
            drafts: comparison.drafts,
            findings: findings,
            isRepeat: !same.isEmpty && comparison.drafts.isEmpty,
            digest: digest,
            comparedWith: history.last?.sequence ?? 0,
            earlier: same.count
        )
    }

    /// Throws when a document speaks of a day before that of one which was imported already.
    ///
    /// What it says of leads and dates would take the place of what the later one says.
    private static func checkOrder(
        _ document: String,
        of day: CivilDate?,
        after last: CivilDate?,
        plan: String
    ) throws(LibraryError) {
        guard let day, let last, day < last else { return }
        throw LibraryError(
            .refused,
            "“\(document)” speaks of \(day.formatted("d MMMM yyyy")), and a document of "
                + "\(last.formatted("d MMMM yyyy")) has been imported for the plan “\(plan)” already. What the earlier "
                + "one says would take the place of what the later one says. Import editions in the order of "
                + "their dates, into a new store if need be."
        )
    }

    /// Throws what appending the entries of an import would throw.
    private func checkImport(
        _ drafts: [EntryDraft],
        against history: [Entry],
        layout id: String,
        digest: String,
        overriding: String?
    ) async throws {
        guard !drafts.isEmpty else { return }
        let admission = try await WorkflowAdmission.admitting(
            drafts,
            after: history,
            in: self,
            overriding: overriding
        )
        try check(admission.drafts, against: history)
        try JournalRules.check(drafts, idempotencyKey: Self.importKey(of: id, digest))
    }

    /// Reads a document; what the layout's functions read of it is held against what they write.
    private func read(
        _ source: SourceDocument,
        with reader: PlanReader,
        period: CivilSpan?
    ) async throws -> PlanReading {
        let layout = reader.layout
        guard !layout.functions.isEmpty else { return try reader.read(source, period: period) }
        let plugins = library.plugins
        var answers: LayoutAnswers = [:]
        // A heading that a function has read may be the first to lead to a table.
        for _ in 0..<3 {
            let open = reader.questions(of: source, after: answers)
            guard !open.isEmpty else { break }
            for (function, questions) in open {
                let said = try await plugins.readCells(questions, with: function, of: layout.id)
                for (question, answer) in zip(questions, said) {
                    answers[function, default: [:]][question] = answer
                }
            }
        }
        let reading = try reader.read(source, period: period, answers: answers)
        let check = FunctionCheck(reading, with: layout)
        let edition = reading.edition(of: id.description, name: name)
        var written: [LayoutFunction: [String: LayoutAnswer]] = [:]
        for (function, items) in check.items {
            let said = try await plugins.writtenCells(
                of: items,
                with: function,
                of: layout.id,
                plan: reading.plan.id,
                in: edition
            )
            written[function] = Dictionary(
                zip(items, said),
                uniquingKeysWith: { first, _ in first }
            )
        }
        return check.checked(written)
    }

    /// Records what a prepared import found, all or nothing.
    ///
    /// What others recorded since it was prepared stays: an entry about a subject that the import would
    /// change or looks at is a conflict, and the import is prepared anew.
    ///
    /// - Parameters:
    ///   - prepared: What ``preparingImport(of:digest:layout:asOf:period:by:overriding:)`` found.
    ///   - digest: The digest that it was prepared with.
    ///   - overriding: Why it is imported although the workflow of a risk's register refuses it.
    /// - Returns: What was appended, or nil when the document said nothing new.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store
    ///   cannot take it.
    public func record(
        _ prepared: PlanImport,
        digest: String,
        overriding: String? = nil
    ) async throws -> AppendReceipt? {
        guard !prepared.drafts.isEmpty else { return nil }
        try screenAuthors(of: prepared.drafts, withReasons: false)
        let layout = prepared.reading.plan.layout ?? ""
        return try await withoutScreening.append(
            prepared.drafts,
            overriding: overriding,
            expecting: .untouched(since: prepared.comparedWith),
            idempotencyKey: Self.importKey(of: layout, digest, earlier: prepared.earlier)
        )
    }

    /// Finds out what importing a risk register would record, without recording it.
    ///
    /// What the record would refuse is refused here in the same words.
    ///
    /// - Parameters:
    ///   - source: The document, repaired where that was needed.
    ///   - digest: The digest of the document's bytes and of its repairs, in hexadecimal digits.
    ///   - id: The identifier of a layout about risks, `plugin/name`.
    ///   - date: The day of which the document speaks, when it does not say or says it wrongly.
    ///   - visibility: Who may see the risks that are new; what the layout says when nil.
    ///   - by: Who imports it.
    ///   - overriding: Why it is imported although the workflow of a risk's register refuses it.
    /// - Returns: The entries that would be appended, and what was doubtful.
    /// - Throws: ``LibraryError`` when there is no such layout or scale or a change cannot be,
    ///   ``ImportError`` when the layout does not fit the document or the record, ``JournalError`` when
    ///   the store cannot be read or cannot take an entry.
    public func preparingRegisterImport(
        of source: SourceDocument,
        digest: String,
        layout id: String,
        asOf date: CivilDate? = nil,
        visibility: Audience? = nil,
        by: String,
        overriding: String? = nil
    ) async throws -> RegisterImport {
        let contributions = library.plugins.contributions
        var layout = try contributions.registerLayout(id)
        layout.visibility = visibility ?? layout.visibility
        let scale = try contributions.riskScale(layout.scale)
        let plugin = id.split(separator: "/").first.map(String.init)
        let reader = RegisterReader(
            layout: layout,
            scale: scale,
            timescales: contributions.timescaleReader(for: plugin)
        )
        let reading = try reader.read(source, asOf: date)
        let history = try await entries()
        let record = await Record.foldingInTurns(history, in: library.rooms)
        var prepared = RegisterImport(
            reading: reading,
            layout: layout,
            drafts: [],
            findings: reading.findings,
            isRepeat: record.imports.contains { $0.digest == digest && $0.layout == id },
            digest: digest,
            comparedWith: history.last?.sequence ?? 0
        )
        guard !prepared.isRepeat else { return prepared }
        let imports = history.filter { $0.idempotencyKey?.hasPrefix(Self.importKey) ?? false }
        let imported = await Record.foldingInTurns(imports, in: library.rooms)
        let previous = imported.riskRegisters.first { $0.id == layout.register }
        var earlier = previous?.page
        if let page = earlier, page.date == reading.page.date {
            // The document is another form of that edition: it follows the one before.
            earlier = nil
            if let day = page.since {
                let then = await Record.foldingInTurns(imports, in: library.rooms, asOf: day)
                earlier = then.riskRegisters.first { $0.id == layout.register }?.page
            }
        }
        let others = record.riskRegisters.filter { $0.id != layout.register }
        let profile = record[CommitteeState.self].reading
        var comparison = RegisterComparison(
            reading: reading,
            layout: layout,
            scale: scale,
            previous: previous,
            earlier: earlier,
            saysVisibility: visibility != nil,
            current: record.riskRegisters.first { $0.id == layout.register },
            elsewhere: Set(others.flatMap { $0.risks.map(\.id) }),
            by: by,
            body: name,
            roleID: { title in
                // A title that is only an alias stays as it is printed.
                let roles = profile?.roles.filter { $0.title.comparisonKey == title.comparisonKey }
                return roles?.count == 1 ? roles?[0].id : nil
            }
        )
        try comparison.run(
            source: source.name,
            note: ImportRecord(
                document: source.name,
                digest: digest,
                layout: id,
                reportedOn: reading.page.date
            )
        )
        try await checkImport(
            comparison.drafts,
            against: history,
            layout: id,
            digest: digest,
            overriding: overriding
        )
        prepared.drafts = comparison.drafts
        prepared.findings = (reading.findings + comparison.findings).sorted {
            ($0.line, $0.kind) < ($1.line, $1.kind)
        }
        return prepared
    }

    /// Records what a prepared import of a register found, all or nothing.
    ///
    /// What others recorded since it was prepared stays, as for an import of a plan.
    ///
    /// - Parameters:
    ///   - prepared: What ``preparingRegisterImport(of:digest:layout:asOf:visibility:by:overriding:)`` found.
    ///   - digest: The digest that it was prepared with.
    ///   - overriding: Why it is imported although the workflow of a risk's register refuses it.
    /// - Returns: What was appended, or nil when the document said nothing new.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store
    ///   cannot take it.
    public func record(
        _ prepared: RegisterImport,
        digest: String,
        overriding: String? = nil
    ) async throws -> AppendReceipt? {
        guard !prepared.drafts.isEmpty else { return nil }
        try screenAuthors(of: prepared.drafts, withReasons: false)
        return try await withoutScreening.append(
            prepared.drafts,
            overriding: overriding,
            expecting: .untouched(since: prepared.comparedWith),
            idempotencyKey: Self.importKey(of: prepared.layout.id, digest)
        )
    }

    /// The beginning of the key under which imports are appended.
    static var importKey: String { "import/" }

    /// The key under which a document with a digest is imported with a layout.
    ///
    /// Read anew with a layout that was corrected, it is another import.
    private static func importKey(of layout: String, _ digest: String, earlier: Int = 0) -> String {
        "\(importKey)\(layout)/\(digest)" + (earlier > 0 ? "/\(earlier + 1)" : "")
    }
}
