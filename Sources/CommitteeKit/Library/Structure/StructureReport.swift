// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report on who is who in a committee: a document made of an edition.
///
/// ```swift
/// let page = StructureReport.membership.document(of: edition).render(.html)
/// ```
///
/// The reports are values in ``all``, so that the tool and a host list them and find them by name.
public struct StructureReport: Sendable, Identifiable {
    /// The identifier of the report, such as `structure`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    private let blocks: @Sendable (StructurePage) -> [Document.Block]
    private let title: String

    /// Who is who: bodies, seats, groups, reporting lines, and whose the plans are.
    public static let structure = StructureReport(
        "structure",
        "Who is who: bodies, seats, groups, reporting lines and plans, with a drawn tree.",
        title: "Who is who"
    ) { page in
        page.opening + page.tree + page.seats + page.groups + page.lines + page.plans
            + page.functions + page.findings
    }

    /// Which roles sit on the committee for which agencies, for everybody to read.
    public static let membership = StructureReport(
        "membership",
        "The membership page: roles and agencies, and never who holds a seat.",
        title: "Membership"
    ) { page in page.membership }

    /// All reports on who is who.
    public static let all: [StructureReport] = [structure, membership]

    private init(
        _ id: String,
        _ summary: String,
        title: String,
        _ blocks: @escaping @Sendable (StructurePage) -> [Document.Block]
    ) {
        self.id = id
        self.summary = summary
        self.title = title
        self.blocks = blocks
    }

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - edition: The edition of which it speaks.
    ///   - glossary: More names of leads, such as those that the layouts of the plans declare.
    /// - Returns: The document.
    /// - Complexity: O(*n*) in the size of the structure and of the plans.
    public func document(of edition: Edition, glossary: LeadGlossary? = nil) -> Document {
        let page = StructurePage(edition, glossary: glossary)
        let heading = "\(title): \(page.profile?.name ?? edition.name)"
        let left = edition.omissions.filter { $0.what == "holders of seats" }
        let notice: [Document.Block] =
            left.isEmpty || id == "membership"
            ? [] : [.paragraph("Who holds a seat is left out for this audience.")]
        return Document(
            title: heading,
            blocks: [
                .heading(1, heading), .paragraph("As at \(edition.asOf.inWords)."),
            ] + notice + blocks(page)
        )
    }
}

/// What the reports on who is who are made of.
struct StructurePage {
    let edition: Edition
    let profile: CommitteeProfile?
    private let glossary: LeadGlossary?

    init(_ edition: Edition, glossary: LeadGlossary? = nil) {
        self.edition = edition
        self.glossary = glossary
        profile = edition.committeeProfile
    }

    private var day: CivilDate { edition.asOf }

    var opening: [Document.Block] {
        guard let profile else {
            return [
                .notice(
                    .information,
                    "Nobody has recorded who is on the committee. Write a sheet with committee "
                        + "structure, fill it in, and read it back."
                )
            ]
        }
        var facts: [(String, Prose)] = []
        if let remit = profile.remit { facts.append(("Purpose", Prose(remit.purpose))) }
        if let quorum = profile.body.quorum { facts.append(("Quorum", Prose("\(quorum) members"))) }
        if let rule = profile.meetingRule { facts.append(("Meets", Prose(rule.words))) }
        let present = seats(of: profile.body.id)
        if !present.isEmpty {
            let vacant = present.filter { !$0.isInOffice(on: day) }.count
            facts.append(
                (
                    "Seats",
                    Prose(
                        "\(present.count), of which \(present.count(where: \.isCore)) core and "
                            + "\(present.count(where: \.isVoting)) voting; \(vacant) vacant"
                    )
                )
            )
        }
        return facts.isEmpty ? [] : [.summary(facts)]
    }

    // MARK: The tree

    /// Who stands below whom: bodies to which the committee reports, the committee, its groups, their seats.
    var tree: [Document.Block] {
        guard let profile else { return [] }
        var groups = profile.workingGroups.filter { $0.isActive(on: day) }
        let committee = node(profile.body.id, taking: &groups)
        let rest = groups.map { group in
            Document.Tree.Node(group.name, detail: words(of: group))
        }
        let above = profile.reportingLines.filter { $0.fromBodyID == profile.body.id }
            .map(\.toBodyID)
        let chiefs = profile.bodies.first {
            $0.kind == .chiefOfficersGroup && above.contains($0.id)
        }
        let roots =
            chiefs.map { [Document.Tree.Node($0.name, children: [committee])] } ?? [committee]
        return [
            .heading(2, "How it fits together"),
            .tree(Document.Tree(title: "Bodies and groups", roots: roots + rest)),
        ]
    }

    private func node(_ id: String, taking groups: inout [WorkingGroup]) -> Document.Tree.Node {
        let below = groups.filter { ($0.reportsToBodyID ?? profile?.body.id) == id }
        groups.removeAll { group in below.contains { $0.id == group.id } }
        let group = profile?.group(id: id)
        var children: [Document.Tree.Node] = []
        for each in below { children.append(node(each.id, taking: &groups)) }
        return Document.Tree.Node(
            profile?.name(of: id) ?? id,
            detail: group.map { words(of: $0) } ?? "",
            children: children
        )
    }

    private func words(of group: WorkingGroup) -> String {
        let lead = group.leadRoleID.map { "led by \(name($0))" }
        return [group.lifetime.inWords, lead].compactMap(\.self).joined(separator: ", ")
    }

    func name(_ id: String) -> String { profile?.name(of: id) ?? id }

    // MARK: Seats

    /// The seats of a body that are there on the day, each once.
    func seats(of body: String) -> [Member] {
        var seen: Set<String> = []
        return (profile?.seats ?? []).filter { seat in
            guard seat.bodyID == body, seat.hasSeat(on: day) else { return false }
            guard seat.givenID == nil else { return true }
            // A profile lists one seat once for each term: the one that holds on the day counts.
            let same = (profile?.seats ?? []).filter { $0.id == seat.id }
            let held = same.first { $0.isInOffice(on: day) } ?? same.last
            return held == seat && seen.insert(seat.id).inserted
        }
    }

    private var bodies: [String] {
        guard let profile else { return [] }
        return [profile.body.id] + profile.bodies.map(\.id)
            + profile.workingGroups.filter { $0.isActive(on: day) }.map(\.id)
    }

    var seats: [Document.Block] {
        let tables = bodies.compactMap { body -> Document.Block? in
            let seats = seats(of: body)
            guard !seats.isEmpty else { return nil }
            let showsHolders = seats.contains { $0.term(on: day)?.holderID != nil }
            var columns: [Document.Table.Column] = [
                .init("Role", isRowHeader: true), "Agency", "Core", "Votes", "Term", "Substitutes",
            ]
            if showsHolders { columns += ["Held by", "Inducted"] }
            let rows = seats.map { seat in
                var cells: [Document.Table.Cell] = [
                    .text(name(seat.roleID)), .text(seat.agencyID.map(name) ?? ""),
                    .text(seat.isCore ? "Core" : "Not core"),
                    .text(seat.isVoting ? "Votes" : "Does not vote"), .text(term(of: seat)),
                    .text(seat.substitutes.map(name).joined(separator: ", ")),
                ]
                if showsHolders {
                    let term = seat.term(on: day)
                    cells.append(.text(term?.holderID.map(name) ?? ""))
                    cells.append(.text(term?.inducted?.inWords ?? ""))
                }
                return Document.Table.Row.cells(cells)
            }
            return .table(Document.Table(caption: name(body), columns: columns, rows: rows))
        }
        return tables.isEmpty ? [] : [.heading(2, "Seats")] + tables
    }

    private func term(of seat: Member) -> String {
        if seat.terms.isEmpty { return "No term set" }
        guard let term = seat.term(on: day) else { return "Vacant" }
        return term.span.inWords.sentence
    }

    // MARK: Groups, lines and plans

    var groups: [Document.Block] {
        let groups = (profile?.workingGroups ?? []).filter { $0.isActive(on: day) }
        guard !groups.isEmpty else { return [] }
        let rows = groups.map { group in
            Document.Table.Row.cells([
                .text(group.name), .text(group.lifetime.inWords.sentence),
                .text(name(group.reportsToBodyID ?? profile?.body.id ?? "")),
                .text(group.leadRoleID.map(name) ?? ""), .text(group.remit?.purpose ?? ""),
            ])
        }
        return [
            .heading(2, "Groups"),
            .table(
                Document.Table(
                    caption: "Groups",
                    columns: [
                        .init("Group", isRowHeader: true), "Life", "Reports to", "Led by",
                        "Purpose",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    var lines: [Document.Block] {
        let lines = profile?.reportingLines ?? []
        guard !lines.isEmpty else { return [] }
        let rows = lines.map { line in
            Document.Table.Row.cells([
                .text(name(line.fromBodyID)), .text(name(line.toBodyID)), .text(line.what),
                .text(
                    [line.timescale, line.cadence].filter { !$0.isEmpty }.joined(separator: "; ")
                ),
            ])
        }
        return [
            .heading(2, "Reporting lines"),
            .table(
                Document.Table(
                    caption: "Reporting lines",
                    columns: [.init("From", isRowHeader: true), "To", "What", "When"],
                    rows: rows
                )
            ),
        ]
    }

    var plans: [Document.Block] {
        guard !edition.planBodies.isEmpty else { return [] }
        let rows = edition.planBodies.map { bodies in
            let title = edition.plans.first { $0.id == bodies.planID }?.title ?? bodies.planID
            return Document.Table.Row.cells(
                [.text(title)]
                    + [bodies.ownerID, bodies.coordinatorID, bodies.overseerID].map {
                        .text($0.map(name) ?? "")
                    }
            )
        }
        return [
            .heading(2, "Whose the plans are"),
            .table(
                Document.Table(
                    caption: "Whose the plans are",
                    columns: [
                        .init("Plan", isRowHeader: true), "Owned by", "Coordinated by",
                        "Overseen by",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    var functions: [Document.Block] {
        let functions = profile?.functions ?? []
        guard !functions.isEmpty else { return [] }
        return [
            .heading(2, "Functions"),
            .bullets(
                functions.map { function in
                    Prose(
                        function.words.isEmpty
                            ? function.title : "\(function.title): \(function.words)"
                    )
                }
            ),
        ]
    }

    // MARK: What does not fit together

    var findings: [Document.Block] {
        guard edition.audience >= .committee else { return [] }
        let all = edition.structureFindings(glossary: glossary)
        guard !all.isEmpty else { return [] }
        return [.heading(2, "To be looked at"), .bullets(all.map { Prose($0) })]
    }

    var membership: [Document.Block] {
        guard profile != nil else { return opening }
        let tables = bodies.compactMap { body -> Document.Block? in
            let seats = seats(of: body)
            guard !seats.isEmpty else { return nil }
            let rows = seats.map { seat in
                Document.Table.Row.cells([
                    .text(name(seat.roleID)), .text(seat.agencyID.map(name) ?? ""),
                    .text(seat.isVoting ? "Member" : "In attendance, without a vote"),
                ])
            }
            return .table(
                Document.Table(
                    caption: name(body),
                    columns: [.init("Role", isRowHeader: true), "Agency", "Capacity"],
                    rows: rows
                )
            )
        }
        return tables.isEmpty ? [.paragraph("No seat is recorded.")] : tables
    }
}
