// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Opens a progress update: works out who is asked of what, and records it.
    ///
    /// ```swift
    /// let opened = try await committee.openRound(
    ///     at: CivilDate(2023, 12, 5), due: CivilDate(2023, 11, 21), by: "coordinator")
    /// ```
    ///
    /// - Parameters:
    ///   - date: The date of the report for which it asks.
    ///   - due: The day by which leads are to answer.
    ///   - plan: The plan; the current one when nil.
    ///   - name: What the report is called; as the last one was when nil.
    ///   - lookup: Finds who the name of a lead means; the committee's own structure when nil.
    ///   - effective: The day on which it is opened; the host's today when nil.
    ///   - by: Who opens it.
    /// - Returns: The round, and the items that nobody leads.
    /// - Throws: ``LibraryError`` when there is no such plan or nobody to ask; ``JournalError`` when the
    ///   store cannot take it.
    @discardableResult
    public func openRound(
        at date: CivilDate,
        due: CivilDate,
        plan: String? = nil,
        name: String? = nil,
        lookup: LeadLookup? = nil,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> OpenedRound {
        let day = effective ?? library.today()
        var found: LeadsToAsk?
        let (record, receipt) = try await recordInRound(on: day, by: by) { record in
            let plan = try self.plan(plan, in: record, on: day)
            let layout = library.layout(of: plan)
            let leads = LeadsToAsk(
                of: plan,
                on: day,
                by: lookup
                    ?? LeadLookup(whole(record, on: day), glossary: layout?.reading.leads)
            )
            guard !leads.asked.isEmpty else {
                throw LibraryError(
                    .refused,
                    "Nobody is asked: no ongoing action of the plan “\(plan.id)” has a lead on "
                        + "\(day). Set the leads first."
                )
            }
            found = leads
            let opening = RoundOpening(
                plan: plan.id,
                name: name ?? plan.nextReportName,
                due: due,
                evidence: layout?.evidencePlace ?? .apart,
                asked: leads.asked
            )
            return [Change(.round(date), .roundOpened(opening))]
        }
        let round = try Self.round(date, in: record)
        return OpenedRound(
            round: round,
            withoutLead: found?.withoutLead ?? [],
            sequence: receipt.firstSequence
        )
    }

    /// Lets another lead or group answer for an item.
    ///
    /// - Parameters:
    ///   - item: The item's identifier or its printed number.
    ///   - lead: The name of the lead or group, or the short name of one who is asked already.
    ///   - date: The date of the round's report; the newest open round when nil.
    ///   - lookup: Finds who the name means; the committee's own structure when nil.
    ///   - effective: The day; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The round.
    /// - Throws: ``LibraryError`` when the round refuses it; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func assign(
        _ item: String,
        to lead: String,
        in date: CivilDate? = nil,
        lookup: LeadLookup? = nil,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> UpdateRound {
        let day = effective ?? library.today()
        var at = date
        let (record, _) = try await recordInRound(
            on: day,
            by: by,
            reason: reason,
            isTyped: true
        ) { record in
            let round = try Self.round(date, in: record)
            at = round.date
            let plan = try self.plan(round.plan, in: record, on: day)
            let id = try plan.identifier(of: item)
            let glossary = library.layout(of: plan)?.reading.leads
            let found =
                (lookup ?? LeadLookup(whole(record, on: day), glossary: glossary))
                .find(lead)
            let known = round.lead(lead) ?? round.lead(found.name)
            let key =
                known?.key ?? AskedLead.key(of: found.name, besides: Set(round.asked.map(\.key)))
            let assignment = RoundAssignment(
                item: id,
                lead: key,
                name: known?.name ?? found.name,
                group: known?.group ?? found.group
            )
            return [Change(.round(round.date), .roundAssigned(assignment))]
        }
        return try Self.round(at, in: record)
    }

    /// Records something that happened to a round and needs nothing to be worked out.
    ///
    /// ```swift
    /// try await committee.recordInRound(nil, by: "coordinator") { round in
    ///     .roundNilReturned(by: try round.existingLead("Head of Education").key)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - date: The date of the round's report; the newest open round when nil.
    ///   - effective: The day; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    ///   - fact: Makes what happened, of the round as it stands.
    /// - Returns: The round as it stands then.
    /// - Throws: ``LibraryError`` when the round refuses it; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func recordInRound(
        _ date: CivilDate?,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        _ fact: (UpdateRound) throws -> Change.Fact
    ) async throws -> UpdateRound {
        let day = effective ?? library.today()
        var at = date
        let (record, _) = try await recordInRound(
            on: day,
            by: by,
            reason: reason,
            isTyped: true
        ) { record in
            let round = try Self.round(date, in: record)
            at = round.date
            return [Change(.round(round.date), try fact(round))]
        }
        return try Self.round(at, in: record)
    }

    /// Returns a round as it stands on a day.
    ///
    /// - Parameters:
    ///   - date: The date of its report; the newest open round, or else the last, when nil.
    ///   - day: The day; the host's today when nil.
    /// - Returns: The round, with the record in which it stands.
    /// - Throws: ``LibraryError`` when there is no such round; ``JournalError`` when the store cannot be
    ///   read.
    public func round(
        _ date: CivilDate? = nil,
        on day: CivilDate? = nil
    ) async throws -> (round: UpdateRound, record: Record) {
        let entries = try await entries()
        let record = await Record.foldingInTurns(
            entries,
            in: library.rooms,
            asOf: day ?? library.today()
        )
        let open = record.rounds.last { $0.closedOn == nil }
        // Whoever only looks sees the last one, also when every one is closed.
        let wanted = date ?? open?.date ?? record.rounds.last?.date
        return (try Self.round(wanted, in: record), record)
    }

    /// The record as the committee itself sees all of it.
    private func whole(_ record: Record, on day: CivilDate) -> Edition {
        Edition(
            of: record,
            committee: id.rawValue,
            name: name,
            asOf: day,
            audience: .restricted
        )
    }

    /// Returns a round as an audience may see it, with the plan, for papers and lists.
    ///
    /// What the audience may not know of the plan is left out, and so is what was answered of it.
    ///
    /// - Parameters:
    ///   - date: The date of its report; the newest open round, or else the last, when nil.
    ///   - day: The day; the host's today when nil.
    ///   - audience: The audience.
    /// - Returns: The round and its plan.
    /// - Throws: ``LibraryError`` when there is no such round or plan for the audience; ``JournalError`` when
    ///   the store cannot be read.
    public func round(
        _ date: CivilDate? = nil,
        on day: CivilDate? = nil,
        for audience: Audience
    ) async throws -> (round: UpdateRound, plan: Plan) {
        let day = day ?? library.today()
        let (round, record) = try await round(date, on: day)
        let edition = Edition(
            of: record,
            committee: id.rawValue,
            name: name,
            asOf: day,
            audience: audience
        )
        guard let shown = edition.updateRounds.first(where: { $0.date == round.date }) else {
            throw LibraryError(
                .notFound,
                "Progress updates are for the committee, and not for the audience "
                    + "“\(audience.rawValue)”."
            )
        }
        guard let plan = edition.plans.first(where: { $0.id == shown.plan }) else {
            throw LibraryError(
                .notFound,
                "There is no plan “\(shown.plan)” for the audience “\(audience.rawValue)” on \(day)."
            )
        }
        return (shown, plan)
    }

    // MARK: Recording

    /// Records changes that are worked out of the record, anew when somebody recorded in between.
    ///
    /// What somebody typed is screened here. A sheet is screened line by line as it is read, and what stands in
    /// the plan already is not screened again.
    ///
    /// - Returns: The record as it stands then, on the day, and what was appended.
    func recordInRound(
        on day: CivilDate,
        by: String,
        reason: String? = nil,
        isTyped: Bool = false,
        _ changes: (Record) throws -> [Change]
    ) async throws -> (Record, AppendReceipt) {
        var seen: [Entry] = []
        let receipt = try await appendDecided(expecting: .untouched, idempotencyKey: nil) {
            entries in
            seen = entries
            let record = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
            let drafts = try changes(record).map {
                $0.draft(effective: day, by: by, reason: reason)
            }
            if isTyped { try screen(drafts) }
            return Decision(drafts: drafts, looksAtEverything: false)
        }
        let now = seen + receipt.entries
        let record = await Record.foldingInTurns(now, in: library.rooms, asOf: day)
        return (record, receipt)
    }

    /// Finds a round by the date of its report; the newest one that is not closed when nil.
    static func round(_ date: CivilDate?, in record: Record) throws(LibraryError) -> UpdateRound {
        if let date {
            if let round = record.rounds.first(where: { $0.date == date }) { return round }
            throw LibraryError(
                .notFound,
                "There is no progress update at \(date). "
                    + (record.rounds.isEmpty
                        ? "Open one first."
                        : ClosestName.suggestion(for: date.description, in: record.rounds.map(\.id)))
            )
        }
        if let round = record.rounds.last(where: { $0.closedOn == nil }) { return round }
        throw LibraryError(
            .notFound,
            record.rounds.isEmpty
                ? "No progress update was opened yet. Open one first."
                : "Every progress update is closed. Name the date of one, or open the next."
        )
    }

    /// Finds a plan by its identifier; the last one when nil.
    func plan(
        _ id: String?,
        in record: Record,
        on day: CivilDate
    ) throws(LibraryError) -> Plan {
        if let id {
            if let plan = record.plan(id) { return plan }
            throw LibraryError(
                .notFound,
                "There is no plan “\(id)” on \(day). "
                    + ClosestName.suggestion(for: id, in: record.plans.map(\.id))
            )
        }
        if let plan = record.plans.last(where: { $0.state >= .approved }) ?? record.plans.last {
            return plan
        }
        throw LibraryError(.notFound, "There is no plan on \(day). Import or draft one first.")
    }
}

/// A progress update that was just opened.
public struct OpenedRound: Hashable, Sendable {
    /// The round.
    public var round: UpdateRound
    /// The identifiers of items that nobody leads, so that nobody is asked of them.
    public var withoutLead: [String]
    /// The entry of the journal.
    public var sequence: Int
}

extension UpdateRound {
    /// Returns a lead by the short name or the name.
    ///
    /// - Parameter name: The short name or the lead's name.
    /// - Returns: The lead.
    /// - Throws: ``LibraryError`` with the closest name when nobody of that name is asked.
    public func existingLead(_ name: String) throws(LibraryError) -> AskedLead {
        if let lead = lead(name) { return lead }
        let known = asked.map(\.key) + asked.map(\.name)
        throw LibraryError(
            .notFound,
            "Nobody called “\(name)” is asked at \(date). "
                + ClosestName.suggestion(for: name, in: known)
        )
    }
}

extension Plan {
    /// Finds an item by its identifier or its printed number.
    ///
    /// - Parameter name: The identifier or the printed number.
    /// - Returns: The identifier.
    /// - Throws: ``LibraryError`` with the closest number when there is none.
    func identifier(of name: String) throws(LibraryError) -> String {
        if let item = item(name) { return item.id }
        let all = items + listedItems
        if let item = all.first(where: { $0.number == name }) { return item.id }
        throw LibraryError(
            .notFound,
            "The plan “\(id)” has no action “\(name)”. "
                + ClosestName.suggestion(for: name, in: all.map(\.id))
        )
    }

    /// What the next report is called: as the last, which is the initial one no more.
    var nextReportName: String {
        let last = statedChecks.last { !$0.name.isEmpty && $0.name.contains("Report") }?.name
        guard let last else { return "Progress Update" }
        let first = "Initial "
        return last.hasPrefix(first) ? String(last.dropFirst(first.count)) : last
    }
}

extension CommitteeLibrary {
    /// The layout in which a plan was read, when it is there.
    func layout(of plan: Plan) -> Layout? {
        plans(layout: plan.layout)
    }

    private func plans(layout id: String?) -> Layout? {
        id.flatMap { id in plugins.contributions.layouts.first { $0.id == id } }
    }

    /// The reader of a plan's timescales.
    func timescales(of plan: Plan) -> TimescaleReader {
        let plugin = plan.layout.map { String($0.prefix { $0 != "/" }) }
        return plugins.contributions.timescaleReader(for: plugin)
    }
}

extension Layout {
    /// Where evidence goes: into its own column where there is one, or else beneath the progress.
    var evidencePlace: UpdateRound.EvidencePlace {
        columns.contains { $0.cell.gaps.contains("evidence") } ? .apart : .beneath
    }
}
