// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Compares what a register's document says with the record, and makes the entries that follow.
///
/// A later edition is compared with the edition imported before it, so that what people recorded in
/// between stays; where both changed the same thing, that is a finding and nothing is recorded. A risk
/// that was imported keeps its identifier, whatever number it has later; a row that is gone is a finding
/// and never a deletion.
struct RegisterComparison {
    let reading: RegisterReading
    let layout: RegisterLayout
    let scale: RiskScale
    /// The register as it was imported before.
    let previous: RiskRegister?
    /// What the last edition of an earlier day printed around its table.
    let earlier: RegisterPage?
    /// Whether whoever imports says who may see it; else the layout does.
    let saysVisibility: Bool
    /// The register as it is recorded.
    let current: RiskRegister?
    /// The registers in which risks of other registers stand, by the risks' identifiers.
    let elsewhere: Set<String>
    let by: String
    let body: String
    /// The role of a title, where the committee's profile knows it.
    let roleID: (String) -> String?

    private(set) var drafts: [EntryDraft] = []
    private(set) var findings: [Finding] = []

    private var page: RegisterPage { reading.page }
    private var date: CivilDate { page.date }
    private var register: SubjectReference { .register(layout.register) }

    init(
        reading: RegisterReading,
        layout: RegisterLayout,
        scale: RiskScale,
        previous: RiskRegister?,
        earlier: RegisterPage?,
        saysVisibility: Bool,
        current: RiskRegister?,
        elsewhere: Set<String>,
        by: String,
        body: String,
        roleID: @escaping (String) -> String?
    ) {
        self.reading = reading
        self.layout = layout
        self.scale = scale
        self.previous = previous
        self.earlier = earlier
        self.saysVisibility = saysVisibility
        self.current = current
        self.elsewhere = elsewhere
        self.by = by
        self.body = body
        self.roleID = roleID
    }

    /// The day on which a body approved this edition; nil where it says nothing, or only what an edition
    /// of an earlier day said.
    ///
    /// A corrected edition, and a report that is read again, are forms of the edition of their day: what
    /// that repeated, they repeat.
    private var approvedOn: CivilDate? {
        guard let approved = reading.approvedOn else { return nil }
        guard let earlier else { return approved }
        let isRepeated = earlier.fact("approved") == page.fact("approved")
        return approved > earlier.date && !isRepeated ? approved : nil
    }

    /// The first day of which the document says anything.
    private var start: CivilDate { min(date, approvedOn ?? date) }

    mutating func run(source: String, note: ImportRecord) throws(ImportError) {
        try check(source)
        var known: [RiskRow] = []
        for row in reading.rows { known.append(prepared(row)) }
        let rows = numbered(known)
        setUp(order: order(of: rows.map(\.id)))
        var found: Set<String> = []
        for (id, row) in rows {
            found.insert(id)
            compare(row, id)
        }
        noteMissing(found)
        guard !drafts.isEmpty else { return }
        record(.committee, .imported(note), on: date)
    }

    private mutating func record(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on date: CivilDate
    ) {
        drafts.append(Change(subject, fact).draft(effective: date, isBound: false, by: by))
    }

    private mutating func say(_ fact: RiskFact, of id: String, on date: CivilDate) {
        record(.risk(id), .risk(fact), on: date)
    }

    private mutating func find(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    // MARK: The register

    /// Refuses an edition older than one that was imported, and a register that scores by another scale.
    private func check(_ source: String) throws(ImportError) {
        if let before = previous?.page?.date, date < before {
            throw ImportError(
                source: source,
                message:
                    "This edition is of \(date), and one of \(before) was imported before. Editions "
                    + "are compared with the one before them, so import them in the order of their "
                    + "days."
            )
        }
        guard let current else { return }
        guard let known = current.scale(scale.reference) else {
            let scales = current.scales.map(\.reference.description).joined(separator: "; ")
            throw ImportError(
                source: source,
                message:
                    "The register “\(current.id)” has no scale \(scale.reference), by which the layout "
                    + "“\(layout.id)” scores. It has: \(scales.isEmpty ? "none" : scales). Add the scale "
                    + "to the register first, or name the register's own in the layout."
            )
        }
        guard known == scale else {
            throw ImportError(
                source: source,
                message:
                    "The scale \(scale.reference) of the register “\(current.id)” is not the one of the "
                    + "layout “\(layout.id)”, though both have the same version. Give the changed scale "
                    + "another version."
            )
        }
    }

    /// The order of the rows, where it is not that in which their risks stand already.
    private func order(of ids: [String]) -> [String] {
        let printed = Set(ids)
        let before = (previous ?? current)?.risks.map(\.id).filter(printed.contains) ?? []
        let known = Set(before)
        let usual = before + ids.filter { !known.contains($0) }
        return ids == usual ? (current?.page?.order ?? []) : ids
    }

    private mutating func setUp(order: [String]) {
        if current == nil {
            let new = RiskRegister(id: layout.register, name: layout.name, scales: [scale])
            record(register, .registerSet(new.json), on: start)
        }
        var page = page
        page.order = order
        if let before = previous?.page {
            page.since = page.date > before.date ? before.date : before.since
        }
        if reading.isTableAlone, let before = current?.page {
            // A table without anything around it does not say that the rest is gone.
            page.texts = before.texts
            if page.date == before.date { (page.title, page.facts) = (before.title, before.facts) }
        }
        if !saysVisibility, let before = current?.page {
            // What was said of the same texts stays.
            let said = page.visibility
            page.visibility = before.visibility
            if page != before { page.visibility = said }
        }
        guard page != current?.page else { return }
        record(register, .registerPageSet(page), on: date)
    }

    // MARK: Which risk is which

    /// A row with the roles of its titles, and what cannot be recorded of it kept in words.
    private mutating func prepared(_ row: RiskRow) -> RiskRow {
        var row = row
        row.risk.ownerRoleID = row.risk.ownerRoleID.map { roleID($0) ?? $0 }
        row.risk.managerRoleID = row.risk.managerRoleID.map { roleID($0) ?? $0 }
        let known = current?.categories.map(\.name) ?? []
        if !known.isEmpty, !row.risk.category.isEmpty, !known.contains(row.risk.category) {
            find(
                row.line,
                "word-unknown",
                "“\(row.risk.category)” is no category of the register “\(layout.register)”: "
                    + known.joined(separator: ", ") + ". It is kept as printed."
            )
            row.risk.columns["category"] = row.risk.category
            row.risk.category = ""
        }
        return row
    }

    /// The rows with the identifiers under which they are recorded.
    private mutating func numbered(_ rows: [RiskRow]) -> [(id: String, row: RiskRow)] {
        var matches: [String: String] = [:]
        if let previous {
            let matching = ItemMatching(
                new: rows.map { Self.item($0.risk) },
                old: previous.risks.map(Self.item)
            )
            matches = matching.matches
            for doubt in matching.doubts {
                let line = rows.first { $0.risk.id == doubt.id }?.line ?? 0
                find(line, doubt.kind, doubt.message)
            }
        }
        var used = elsewhere
        used.formUnion(matches.values)
        if previous != nil { used.formUnion(current?.risks.map(\.id) ?? []) }
        return rows.map { row in
            if let id = matches[row.risk.id] { return (id, row) }
            let stem =
                row.risk.number.map { number in layout.riskID.filled { _ in number } }
                ?? "\(layout.register)-\(row.risk.id)"
            var id = stem
            if used.contains(id) { id = "\(layout.register)-\(stem)" }
            var count = 1
            while !used.insert(id).inserted {
                count += 1
                id = "\(stem)-\(count)"
            }
            return (id, row)
        }
    }

    /// A risk as the matching of editions asks for it.
    private static func item(_ risk: Risk) -> PlanItem {
        var item = PlanItem(id: risk.id, level: 0, parent: nil, number: risk.number ?? risk.id)
        let words = [risk.title, risk.cause, risk.event, risk.effect].filter { !$0.isEmpty }
        item.text = Prose(words.joined(separator: " "))
        return item
    }

    private mutating func noteMissing(_ found: Set<String>) {
        for risk in previous?.risks ?? [] where !found.contains(risk.id) {
            let now = current?.risk(risk.id)
            guard let now, now.state == .proposed || now.state == .active else { continue }
            find(
                0,
                "risk-gone",
                "\(risk.id) stood in the edition before and does not stand in this one. Nothing was "
                    + "recorded; say what became of it: closed, replaced, escalated or put to rest."
            )
        }
    }

    // MARK: One risk

    private mutating func compare(_ row: RiskRow, _ id: String) {
        let before = previous?.risk(id)
        let now = current?.risk(id)
        var row = row
        let isApproved = now.map { $0.state != .proposed } ?? false
        let isClosed = row.risk.state == .closed
        if isClosed, !isApproved, approvedOn == nil {
            row.risk.columns["status"] = layout.words.word(for: "closed")
            if before?.columns["status"] == nil {
                find(
                    row.line,
                    "closed-not-approved",
                    "\(id) stands as closed, but nothing says that anybody approved it, so it was not "
                        + "closed in the record. The word is kept as printed."
                )
            }
        }
        takeMovement(&row, id, now: now)
        if before == nil, now == nil { propose(row, id) }
        if let now, now.state.isOver, now.state != .inactive {
            // Only what the document itself closed is reopened by the document.
            guard now.state == .closed, before?.state == .closed, !isClosed else {
                return noteOver(row, id, before: before, now: now)
            }
            say(.reopened, of: id, on: Self.day(of: now, noEarlierThan: date))
        }
        var later = RiskDifferences(id: id, row: row, before: before, now: now)
        later.run()
        let factDay = Self.factDay(of: now, noEarlierThan: date)
        for fact in later.facts { say(fact, of: id, on: factDay) }
        for what in later.clashes {
            find(
                row.line,
                "clash",
                "The new edition and somebody since the last one both changed the \(what) of \(id); what "
                    + "people recorded was kept."
            )
        }
        if let approvedOn, !isApproved {
            say(
                .approved(by: body),
                of: id,
                on: Self.day(of: now, noEarlierThan: max(approvedOn, start))
            )
        }
        if isClosed, isApproved || approvedOn != nil, before?.state != .closed {
            let day = max(date, approvedOn ?? date)
            say(.closed(outcome: ""), of: id, on: Self.day(of: now, noEarlierThan: day))
        }
    }

    /// The first day, from a day on, on which a risk is recorded and not over.
    private static func factDay(of now: Risk?, noEarlierThan date: CivilDate) -> CivilDate {
        guard let now, let first = now.history.first?.on else { return date }
        var day = max(date, first)
        var isOver = false
        for event in now.history {
            if event.on > day, !isOver { break }
            switch RiskFact.Name(kind: event.kind) {
            case .close, .replace: isOver = true
            case .reopen: (isOver, day) = (false, max(day, event.on))
            default: continue
            }
        }
        return day
    }

    /// The first day, from a day on, on which a step in the course of a risk can follow those recorded.
    private static func day(of now: Risk?, noEarlierThan day: CivilDate) -> CivilDate {
        let course: Set<RiskFact.Name> = [
            .propose, .approve, .escalate, .deescalate, .accept, .deactivate, .replace, .close,
            .reopen,
        ]
        let steps = (now?.history ?? []).filter { event in
            RiskFact.Name(kind: event.kind).map(course.contains) ?? false
        }
        return max(day, now?.history.first?.on ?? day, steps.map(\.on).max() ?? day)
    }

    /// Notes that a risk is over in the record while its row says something new.
    private mutating func noteOver(_ row: RiskRow, _ id: String, before: Risk?, now: Risk) {
        var differences = RiskDifferences(id: id, row: row, before: before, now: now)
        differences.run()
        guard !differences.facts.isEmpty || !differences.clashes.isEmpty else { return }
        find(
            row.line,
            "risk-over",
            "\(id) is \(now.state) in the record, so what this edition says anew of it was not recorded. "
                + "Reopen it, if it goes on."
        )
    }

    private mutating func propose(_ row: RiskRow, _ id: String) {
        let risk = row.risk
        let proposal = RiskFact.Proposal(
            register: layout.register,
            wording: risk.wording,
            category: risk.category,
            ownerRoleID: risk.ownerRoleID,
            managerRoleID: risk.managerRoleID,
            visibility: risk.visibility
        )
        say(.proposed(proposal), of: id, on: start)
    }

    /// Holds the movement that the document states against what the record says; that of a first edition
    /// is kept as it is said.
    private mutating func takeMovement(_ row: inout RiskRow, _ id: String, now: Risk?) {
        let since = previous?.page.flatMap { date > $0.date ? $0.date : $0.since }
        if since != nil, row.risk.columns["movement"] == nil {
            row.risk.columns["movement"] = previous?.risk(id)?.columns["movement"]
        }
        guard let stated = row.movement else { return }
        guard let since, let current else {
            row.risk.columns["movement"] = layout.words.word(for: stated)
            return
        }
        guard let now else {
            guard stated != "new" else { return }
            return find(
                row.line,
                "movement-differs",
                "The document says that \(id) moved: “\(layout.words.word(for: stated))”; it is new since "
                    + "\(since)."
            )
        }
        let computed = RegisterMovement.direction(
            of: now,
            to: row.risk.current,
            since: since,
            in: current
        )
        guard computed != stated else { return }
        let known =
            computed.map { "“\(layout.words.word(for: $0))”" } ?? "nothing, for want of a score"
        find(
            row.line,
            "movement-differs",
            "The document says of the movement of \(id) “\(layout.words.word(for: stated))”; the scores "
                + "since \(since) say \(known)."
        )
    }
}
