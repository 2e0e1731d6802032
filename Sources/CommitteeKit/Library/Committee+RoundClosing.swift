// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Closes a progress update: records in the plan what the committee agreed, and the report's date.
    ///
    /// In one append with the closing stand, for each item that was agreed, the agreed words as progress
    /// at the report's date with the evidence added up, the colour, the completion and the new timescale;
    /// then the report's date, and its row of the progress checks.
    ///
    /// - Parameters:
    ///   - date: The date of the round's report; the newest open round when nil.
    ///   - audience: Who may read the agreed words. Somebody says so before they are public.
    ///   - effective: The day on which it is closed; the host's today when nil.
    ///   - by: Who closes it.
    /// - Returns: The round, and the row of figures.
    /// - Throws: ``LibraryError`` when the round or the plan refuses it; ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func closeRound(
        _ date: CivilDate? = nil,
        audience: Audience = .committee,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> ClosedRound {
        let day = effective ?? library.today()
        var closed: ClosedRound?
        _ = try await appendDecided(expecting: .untouched, idempotencyKey: nil) { entries in
            let record = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
            let round = try Self.round(date, in: record)
            guard day >= round.date else {
                throw LibraryError(
                    .refused,
                    "The report is of \(round.date), and \(day) is before it. Close the progress "
                        + "update on that day or later."
                )
            }
            let plan = try self.plan(round.plan, in: record, on: day)
            let close = Change(.round(round.date), .roundClosed).draft(effective: day, by: by)
            // What the round refuses is told before anything of the plan is worked out.
            try check([close], against: entries)
            let writing = RoundWriting(
                round: round,
                plan: plan,
                audience: audience,
                by: by,
                timescales: library.timescales(of: plan)
            )
            var drafts = writing.drafts
            let row = await self.row(of: round, plan, after: drafts, entries)
            drafts.append(
                Change(.plan(plan.id), .checkStated(row)).draft(effective: round.date, by: by)
            )
            drafts.append(close)
            var done = round
            done.closedOn = day
            closed = ClosedRound(round: done, check: row, written: writing.items)
            return Decision(drafts: drafts, looksAtEverything: false)
        }
        guard let closed else {
            throw LibraryError(.refused, "Nothing was closed. Try again.")
        }
        return closed
    }

    /// The row of figures that the plan has on the report's date, once everything is recorded.
    private func row(
        of round: UpdateRound,
        _ plan: Plan,
        after drafts: [EntryDraft],
        _ entries: [Entry]
    ) async -> ProgressCheck {
        let last = entries.last?.sequence ?? 0
        let coming = drafts.enumerated().map {
            Entry(provisional: $0.element, sequence: last + 1 + $0.offset)
        }
        let record = await Record.foldingInTurns(
            entries + coming,
            in: library.rooms,
            asOf: round.date
        )
        let then = record.plan(plan.id) ?? plan
        let earlier = then.statedChecks.last { ($0.date ?? .earliest) < round.date }
        var check = then.computedCheck(
            on: round.date,
            after: earlier,
            atPublication: false,
            words: round.date.formatted("d MMMM yyyy"),
            name: round.name
        )
        if let earlier { check.figures = then.figures(like: earlier, on: round.date, of: check) }
        check.isStated = true
        return check
    }
}

/// A progress update that was just closed.
public struct ClosedRound: Hashable, Sendable {
    /// The round.
    public var round: UpdateRound
    /// The row of the progress checks that was recorded.
    public var check: ProgressCheck
    /// The identifiers of the items of which something was recorded.
    public var written: [String]
}

/// What the closing of a round writes into its plan.
struct RoundWriting {
    let round: UpdateRound
    let plan: Plan
    let audience: Audience
    let by: String
    let timescales: TimescaleReader

    /// The agreements that change something, in the order of the plan.
    private var agreements: [AgreedAnswer] {
        var byItem: [String: AgreedAnswer] = [:]
        for agreed in round.agreed { byItem[agreed.item] = agreed }
        return round.asked.flatMap(\.items).compactMap { byItem[$0] }
    }

    /// The identifiers of the items of which something is recorded: “No change” records nothing.
    var items: [String] {
        var byID: [String: PlanItem] = [:]
        for item in plan.items + plan.listedItems { byID[item.id] = item }
        return agreements.filter { agreed in
            byID[agreed.item].map { !drafts(agreed, of: $0).isEmpty } ?? false
        }.map(\.item)
    }

    /// The entries.
    var drafts: [EntryDraft] {
        var byID: [String: PlanItem] = [:]
        for item in plan.items + plan.listedItems { byID[item.id] = item }
        var drafts: [EntryDraft] = []
        for agreed in agreements {
            guard let item = byID[agreed.item] else { continue }
            drafts += self.drafts(agreed, of: item)
        }
        var facts = plan.statedFacts.filter { $0.name != "progress" }
        let words = round.date.formatted("d MMMM yyyy")
        let place = plan.statedFacts.firstIndex { $0.name == "progress" } ?? facts.count
        facts.insert(StatedFact(name: "progress", words: words), at: min(place, facts.count))
        drafts.append(draft(.plan(plan.id), .statedFactsSet(facts)))
        return drafts
    }

    private func drafts(_ agreed: AgreedAnswer, of item: PlanItem) -> [EntryDraft] {
        let subject = SubjectReference.action(item.id, of: plan.id)
        let reason = agreed.reason.isEmpty ? nil : agreed.reason.plainText
        var drafts: [EntryDraft] = []
        let progress = self.progress(agreed, of: item)
        if !progress.isEmpty {
            drafts.append(
                draft(
                    subject,
                    .progressReported(progress, asAt: round.date, audience: audience)
                )
            )
        }
        if round.evidence == .apart, !agreed.evidence.isEmpty {
            let all = agreed.evidence.appending(item.evidence)
            drafts.append(draft(subject, .evidenceSet(all)))
        }
        if !agreed.colour.isEmpty {
            let status = Change.Fact.statusReported(printed: agreed.colour, scheme: plan.scheme)
            drafts.append(draft(subject, status, reason))
        }
        if !agreed.timescale.isEmpty, agreed.timescale != item.timescale.words {
            let timescale = timescales.read(agreed.timescale)
            drafts.append(draft(subject, .timescaleSet(timescale), reason))
        }
        if let day = agreed.finished, !item.isCompleted {
            drafts.append(Change(subject, .completed).draft(effective: day, by: by, reason: reason))
        }
        return drafts
    }

    /// The agreed words, and where evidence has no column of its own, the evidence with the earlier report.
    ///
    /// The earlier report is the last of those that whoever reads the new one may read too.
    private func progress(_ agreed: AgreedAnswer, of item: PlanItem) -> Prose {
        guard round.evidence == .beneath else { return agreed.words.normalized }
        let new = agreed.words.appending(agreed.evidence)
        let last = item.progress.last { $0.audience <= audience }
        guard !new.isEmpty, let last else { return new.normalized }
        let heading = Prose("At \(last.asAt.formatted("d MMMM yyyy")):")
        return new.appending(heading).appending(last.text).normalized
    }

    private func draft(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        _ reason: String? = nil
    ) -> EntryDraft {
        Change(subject, fact).draft(effective: round.date, by: by, reason: reason)
    }
}
