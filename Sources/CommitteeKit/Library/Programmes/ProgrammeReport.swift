// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report on the committee's programmes: a document made of an edition.
///
/// ```swift
/// let page = try ProgrammeReport.update.document(of: edition, plan: "improvement-2026").render(.html)
/// ```
public struct ProgrammeReport: Sendable, Identifiable {
    /// The identifier of the report, such as `programme-update`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String

    /// A numbered update: what it says of each area, milestones, trials, recommendations, meetings and statistics.
    public static let update = ProgrammeReport(
        id: "programme-update",
        summary:
            "A numbered update of a programme: areas, milestones, trials, recommendations, statistics."
    )

    /// The reports on programmes.
    public static let all: [ProgrammeReport] = [update]

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - edition: The edition of which it speaks.
    ///   - plan: The plan of the programme; every programme when nil.
    ///   - number: The number of the update; the last one that the readers may know when nil.
    /// - Returns: The document.
    /// - Throws: ``LibraryError`` when the readers know of no such programme or update.
    /// - Complexity: O(*n*) in the size of the programmes and of their plans.
    public func document(
        of edition: Edition,
        plan: String? = nil,
        number: Int? = nil
    ) throws(LibraryError) -> Document {
        let state = edition.programmeState
        guard let plan else {
            if state.programmes.count == 1, let only = state.programmes.first {
                return ProgrammePage(edition, only).document(nil)
            }
            return ProgrammePage.all(of: edition)
        }
        guard let programme = state.programme(plan) else {
            throw LibraryError(
                .notFound,
                "There is no programme “\(plan)” for these readers. "
                    + (state.programmes.isEmpty
                        ? "Begin one on a plan, with committee programme begin."
                        : ClosestName.suggestion(for: plan, in: state.programmes.map(\.id)))
            )
        }
        let page = ProgrammePage(edition, programme)
        if let number, !page.updates.contains(where: { $0.number == number }) {
            let known = page.updates.map { "\($0.number)" }
            throw LibraryError(
                .notFound,
                "The programme “\(plan)” has no update \(number) for these readers. "
                    + (known.isEmpty
                        ? "None is issued yet." : "Known: \(known.joined(separator: ", ")).")
            )
        }
        return page.document(number)
    }
}

/// What a report on a programme is made of.
struct ProgrammePage {
    let edition: Edition
    let programme: Programme
    /// How much lower its headings stand than those of a page of its own.
    var depth = 0

    init(_ edition: Edition, _ programme: Programme, depth: Int = 0) {
        self.edition = edition
        self.programme = programme
        self.depth = depth
    }

    var day: CivilDate { edition.asOf }
    var state: ProgrammesState { edition.programmeState }
    var updates: [ProgrammeUpdate] { state.updates.filter { $0.plan == programme.id } }

    /// A page of all programmes, one after another.
    static func all(of edition: Edition) -> Document {
        let title = "Programmes: \(edition.committeeProfile?.name ?? edition.name)"
        var blocks: [Document.Block] = [
            .heading(1, title), .paragraph("As at \(edition.asOf.inWords)."),
        ]
        if edition.programmes.isEmpty {
            blocks.append(
                .notice(
                    .information,
                    "No programme is recorded for readers of this page. Begin one on a plan with committee programme "
                        + "begin."
                )
            )
        }
        for programme in edition.programmes {
            let page = ProgrammePage(edition, programme, depth: 1)
            blocks.append(.heading(2, page.title(page.updates.last)))
            blocks += page.blocks(page.updates.last)
        }
        return Document(title: title, blocks: blocks)
    }

    func document(_ number: Int?) -> Document {
        let update =
            number.flatMap { number in updates.first { $0.number == number } } ?? updates.last
        let title = title(update)
        return Document(title: title, blocks: [.heading(1, title)] + blocks(update))
    }

    private func title(_ update: ProgrammeUpdate?) -> String {
        update.map { "\(programme.name): update \($0.number)" } ?? programme.name
    }

    /// What the programme and one of its updates say.
    func blocks(_ update: ProgrammeUpdate?) -> [Document.Block] {
        opening(update) + areas(update) + milestones(update) + trials + recommendations + meetings
            + statistics + issues + findings
    }

    func heading(_ level: Int, _ words: String) -> Document.Block {
        .heading(min(level + depth, 6), words)
    }

    static func day(_ day: CivilDate?) -> String { day?.inWords ?? "" }

    // MARK: What the update says

    private func opening(_ update: ProgrammeUpdate?) -> [Document.Block] {
        var blocks: [Document.Block] = []
        if let update {
            if let issued = update.issuing?.on {
                blocks.append(.paragraph("Issued on \(issued.inWords)."))
            } else {
                blocks.append(.notice(.draft, "This update is a draft, for the committee alone."))
            }
        } else {
            blocks.append(.paragraph("As at \(day.inWords). No update is issued yet."))
        }
        if update.map({ !$0.introduction.isEmpty }) ?? false, let words = update?.introduction {
            blocks.append(.prose(words))
        }
        var facts: [(String, Prose)] = []
        if let lead = programme.lead { facts.append(("Led by", Prose(lead))) }
        if let weeks = programme.weeks {
            facts.append(("Updates", Prose(weeks == 1 ? "Every week" : "Every \(weeks) weeks")))
        }
        if let next = state.nextUpdate(of: programme) {
            facts.append(("Next update", Prose("Number \(next.number), by \(next.due.inWords)")))
        }
        if let reporting = programme.reporting {
            facts.append(("To be reported", Prose(reporting.inWords)))
        }
        if let ended = programme.ending?.on { facts.append(("Ended", Prose(ended.inWords))) }
        return facts.isEmpty ? blocks : blocks + [.summary(facts)]
    }

    private func areas(_ update: ProgrammeUpdate?) -> [Document.Block] {
        let all = edition.areas(of: programme)
        guard !all.isEmpty else { return [] }
        var blocks: [Document.Block] = [heading(2, "Areas of work")]
        for area in all {
            blocks.append(heading(3, area.title))
            var led: [String] = []
            if !area.leads.isEmpty {
                led.append(
                    "Led by \(area.leads.joined(separator: ", "))"
                        + (area.isLedElsewhere ? ", outside this programme" : "")
                )
            }
            if let document = area.document {
                led.append("guided by \(title(ofDocument: document))")
            }
            if !led.isEmpty {
                blocks.append(.paragraph(led.joined(separator: "; ").sentence + "."))
            }
            guard let update else { continue }
            if let said = update.words(of: area.item.id) {
                blocks.append(.prose(said.shown))
            } else {
                blocks.append(.paragraph("This update says nothing of this area."))
            }
        }
        return blocks
    }

    private func title(ofDocument id: String) -> String {
        edition.documents.first { $0.id == id }?.title ?? id
    }

    func areaName(_ id: String?) -> String {
        guard let id else { return "" }
        return edition.plans.first { $0.id == programme.id }?.item(id)?.text.singleLine ?? id
    }

    // MARK: Milestones and trials

    /// Milestones that are still to come, and those of which something is new since the update before.
    private func milestones(_ update: ProgrammeUpdate?) -> [Document.Block] {
        let before =
            updates.last { one in
                one.issuing != nil && one.number < (update?.number ?? .max) && one.id != update?.id
            }?.issuing?.on
        let shown = state.milestones.filter { one in
            guard one.plan == programme.id else { return false }
            let last = one.dropping?.on ?? one.reaching?.on
            return last.map { day in before.map { day > $0 } ?? true } ?? true
        }
        guard !shown.isEmpty else { return [] }
        let ordered = shown.enumerated().sorted { one, other in
            let (first, second) = (one.element.due?.last, other.element.due?.last)
            if first == second { return one.offset < other.offset }
            guard let first else { return false }
            return second.map { first < $0 } ?? true
        }.map(\.element)
        return [
            heading(2, "Milestones"),
            .table(
                Document.Table(
                    caption: "Milestones, those of which something is new and those to come",
                    columns: [
                        .init("Milestone", isRowHeader: true), "Area", "By", "Standing", "Moved",
                        "Remark",
                    ],
                    rows: ordered.map { one in
                        .cells([
                            .text(one.name), .text(areaName(one.area)),
                            .text(one.due?.words ?? "No day set"), .text(one.standing(on: day)),
                            .text(moves(one)),
                            .text(
                                (one.dropping ?? one.reaching ?? one.missing)?.note.singleLine ?? ""
                            ),
                        ])
                    }
                )
            ),
        ]
    }

    private func moves(_ milestone: ProgrammeMilestone) -> String {
        zip(milestone.planned, milestone.planned.dropFirst()).map { before, after in
            "From \(before.due.words)"
                + (after.on.map { " on \($0.inWords)" } ?? "")
                + (after.why.isEmpty ? "" : ": \(after.why.singleLine)")
        }.joined(separator: "; ")
    }

    private var trials: [Document.Block] {
        let shown = state.trials.filter { $0.plan == programme.id }
        guard !shown.isEmpty else { return [] }
        return [
            heading(2, "Trials"),
            .table(
                Document.Table(
                    caption: "Trials",
                    columns: [
                        .init("Trial", isRowHeader: true), "Area", "Where", "With", "From", "Until",
                        "Standing", "What came out",
                    ],
                    rows: shown.map { one in
                        .cells([
                            .text(one.name), .text(areaName(one.area)),
                            .text(one.sites.joined(separator: ", ")),
                            .text(one.partners.joined(separator: ", ")),
                            .text(Self.day(one.beginning?.on ?? one.starts)),
                            .text(one.ending?.on?.inWords ?? one.endWords ?? "No day set"),
                            .text(
                                one.stage == .underWay && (one.ends ?? day) < day
                                    ? "Overdue" : one.stage.words
                            ), .text(one.ending?.note.singleLine ?? ""),
                        ])
                    }
                )
            ),
        ]
    }

    // MARK: Recommendations and meetings

    private var recommendations: [Document.Block] {
        let shown = state.recommendations.filter { $0.plan == programme.id }
        guard !shown.isEmpty else { return [] }
        return [
            heading(2, "Recommendations and suggestions"),
            .table(
                Document.Table(
                    caption: "Recommendations and what became of them",
                    columns: [
                        .init("Named", isRowHeader: true), "What is recommended", "Area", "By",
                        "To",
                        "Made", "Answer", "What came of it",
                    ],
                    rows: shown.map { one in
                        let outcomes = one.outcomes.map { outcome in
                            outcome.words.singleLine
                                + (outcome.action.map { " (action \($0))" } ?? "")
                        }
                        let answer = one.answer.map { given in
                            one.standing + (given.on.map { ", \($0.inWords)" } ?? "")
                                + (given.words.isEmpty ? "" : ": \(given.words.singleLine)")
                        }
                        let due = one.making?.due.map { ", due by \($0.inWords)" } ?? ""
                        return .cells([
                            .text(one.mark), .text(one.words.singleLine), .text(areaName(one.area)),
                            .text(one.making.map { $0.from ?? programme.name } ?? ""),
                            .text(one.making.map { $0.to ?? programme.name } ?? ""),
                            .text(Self.day(one.making?.on)), .text(answer ?? one.standing + due),
                            .text(outcomes.joined(separator: " ")),
                        ])
                    }
                )
            ),
        ]
    }

    private var meetings: [Document.Block] {
        guard !programme.meetings.isEmpty else { return [] }
        let lines = programme.meetings.map { told in
            let meeting = edition.calledMeetings.first { $0.reference == told.meeting }
            var words =
                meeting.map { one in
                    "\(one.day.inWords), \(one.bodyName)"
                        + (one.place.isEmpty ? "" : ", \(one.place)")
                } ?? told.meeting
            if !told.summary.isEmpty { words += ": \(told.summary.singleLine)" }
            if !told.documents.isEmpty {
                let titles = told.documents.map(title(ofDocument:)).joined(separator: "; ")
                words += " Slides and papers: \(titles)."
            }
            return Prose(words)
        }
        return [heading(2, "Meetings"), .bullets(lines)]
    }

    // MARK: Statistics, the updates so far, and what is to be looked at

    /// The last value of each indicator that the programme cites, with its date and its source.
    private var statistics: [Document.Block] {
        let cited = programme.indicators.compactMap { id in edition.indicators.first { $0.id == id }
        }
        let rows = cited.compactMap { indicator -> Document.Table.Row? in
            guard let value = indicator.current.last else { return nil }
            return .cells([
                .text(indicator.name), .text(indicator.words(value)),
                .text(FigurePlace(value.period, value.area).description),
                .text(indicator.source ?? ""), .text(Self.day(value.on)),
            ])
        }
        guard !rows.isEmpty else { return [] }
        return [
            heading(2, "Statistics"),
            .table(
                Document.Table(
                    caption: "Statistics, the last value of each",
                    columns: [
                        .init("Statistic", isRowHeader: true), "Value", "As at", "Source",
                        "Known since",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private var issues: [Document.Block] {
        let issued = state.issuedUpdates(of: programme)
        guard !issued.isEmpty else { return [] }
        let isForCommittee = edition.audience >= .committee
        var columns: [Document.Table.Column] = [.init("Number", isRowHeader: true), "Issued"]
        if isForCommittee { columns += ["Sent to", "Replies"] }
        return [
            heading(2, "Updates so far"),
            .table(
                Document.Table(
                    caption: "Updates so far",
                    columns: columns,
                    rows: issued.map { one in
                        var cells: [Document.Table.Cell] = [
                            .text("\(one.number)"), .text(Self.day(one.issuing?.on)),
                        ]
                        if isForCommittee {
                            let sent = one.sent.map { $0.to + ($0.count.map { " (\($0))" } ?? "") }
                            let replies = one.replies.map { said in
                                "\(said.count)"
                                    + (said.suggestions.map { ", \($0) with a suggestion" } ?? "")
                            }
                            cells += [
                                .text(sent.joined(separator: ", ")),
                                .text(replies ?? "Not counted"),
                            ]
                        }
                        return .cells(cells)
                    }
                )
            ),
        ]
    }

    private var findings: [Document.Block] {
        guard edition.audience >= .committee else { return [] }
        let all = edition.programmeFindings(of: programme)
        guard !all.isEmpty else { return [] }
        return [heading(2, "To be looked at"), .bullets(all.map { Prose($0.message) })]
    }
}
