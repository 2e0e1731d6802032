// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Publishes a plan: freezes rendered bytes, with their hash and the number of the issue.
    ///
    /// The bytes are kept in the journal beside the entry, so that what was published can be shown
    /// later, whatever has changed since. The first publication is issue 1, every reissue one more. The entry
    /// also holds where the journal ended, with the hash of its last entry, which ``EntryChain`` checks.
    ///
    /// ```swift
    /// let page = document.render(.html)
    /// let issue = try await committee.publish(
    ///     page, mediaType: "text/html", of: "plan-2023-2026", report: "standard/plan",
    ///     edition: edition, by: "Lead Officer")
    /// ```
    ///
    /// - Parameters:
    ///   - bytes: The rendered bytes, UTF-8 text.
    ///   - mediaType: Their media type.
    ///   - plan: The plan's identifier.
    ///   - report: The report or layout that rendered them.
    ///   - edition: The edition that was rendered.
    ///   - digest: The hash to freeze them with; the store's when nil.
    ///   - by: Who publishes.
    ///   - reason: Why, when somebody says so; for a reissue somebody should.
    /// - Returns: The publication, with its issue and hash.
    /// - Throws: ``LibraryError`` when there is no such plan, when it is not approved on the edition's
    ///   date, or when the bytes are not text; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func publish(
        _ bytes: [UInt8],
        mediaType: String,
        of plan: String,
        report: String,
        edition: Edition,
        digest: Digest? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Publication {
        let history = try await entries()
        let record = await Record.foldingInTurns(
            history,
            in: library.rooms,
            asOf: edition.asOf
        )
        guard let found = record.plan(plan) else {
            throw LibraryError(
                .notFound,
                "There is no plan “\(plan)” on \(edition.asOf). "
                    + ClosestName.suggestion(for: plan, in: record.plans.map(\.id))
            )
        }
        guard found.state >= .approved else {
            throw LibraryError(
                .refused,
                "The plan “\(plan)” is not approved on \(edition.asOf), so it cannot be published. "
                    + "Record its approval first."
            )
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw LibraryError(
                .refused,
                "The bytes to be published are not UTF-8 text. Publish a format that is text."
            )
        }
        let publication = Publication(
            issue: found.publications.count + 1,
            mediaType: mediaType,
            hash: Hexadecimal.text((digest ?? library.store.digest)(bytes)),
            byteCount: bytes.count,
            asOf: edition.asOf,
            audience: edition.audience,
            report: report,
            head: history.last.map {
                Publication.Head(entries: $0.sequence, lastHash: Hexadecimal.text($0.hash))
            }
        )
        var draft = Change(.plan(plan), .published(publication))
            .draft(effective: edition.asOf, by: by, reason: reason)
        try screenAuthors(of: [draft], withReasons: true)
        draft.texts.append(ErasableText(Self.frozenText, text))
        if var payload = draft.payload.members {
            payload["document"] = ErasableText.reference(to: Self.frozenText)
            draft.payload = .object(payload)
        }
        try await append([draft], to: history, idempotencyKey: nil)
        return publication
    }

    /// Returns the frozen bytes of one issue of a plan.
    ///
    /// - Parameters:
    ///   - issue: The number of the issue.
    ///   - plan: The plan's identifier.
    /// - Returns: The bytes, or nil when that issue was not frozen here or its text was erased.
    /// - Throws: ``JournalError`` when the store cannot be read.
    public func publishedBytes(issue: Int, of plan: String) async throws -> [UInt8]? {
        let entry = try await entries().last { entry in
            entry.kind == "plan.published" && entry.subject == .plan(plan)
                && entry.payload.members?["issue"]?.wholeNumber == issue
        }
        return entry?.text(named: Self.frozenText)?.text.map { Array($0.utf8) }
    }

    private static var frozenText: String { "document" }
}
