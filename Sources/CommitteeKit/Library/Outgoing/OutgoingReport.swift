// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a committee sends out: the papers of a meeting, and its reports to other bodies.
///
/// ```swift
/// let pack = try OutgoingReport.pack.document(OutgoingReport.Request(edition, meeting: "next"))
/// pack.render(.html)
/// ```
///
/// Each is made of an edition, so that it shows what its audience may read. What a reader with half a
/// minute needs stands first. The reports are values in ``all``, so that the tool and a host list them
/// and find them by name.
public struct OutgoingReport: Sendable, Identifiable {
    /// Of what a report speaks.
    public struct Request: Sendable {
        /// The edition of which it speaks.
        public var edition: Edition
        /// An earlier edition, for what has changed since.
        public var since: Edition?
        /// The meeting, such as `cpc/2023-12-05`, `next` or `cog/last`; the usual one when nil.
        public var meeting: String?
        /// The body or the group, by its identifier or one of its names; all of them when nil.
        public var body: String?
        /// The plan's identifier; the one in force when nil.
        public var plan: String?

        /// Creates a request.
        ///
        /// - Parameters:
        ///   - edition: The edition of which it speaks.
        ///   - since: An earlier edition, for what has changed since.
        ///   - meeting: The meeting.
        ///   - body: The body or the group.
        ///   - plan: The plan's identifier.
        public init(
            _ edition: Edition,
            since: Edition? = nil,
            meeting: String? = nil,
            body: String? = nil,
            plan: String? = nil
        ) {
            self.edition = edition
            self.since = since
            self.meeting = meeting
            self.body = body
            self.plan = plan
        }
    }

    /// The identifier of the report, such as `pack`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    /// The kinds of subject that it can be about: meetings, bodies, plans.
    public let subjects: [SubjectKind]
    private let make: @Sendable (OutgoingPage) throws(LibraryError) -> Document

    /// The notice of a meeting: when and where it is, who is called, and what is to come by when.
    public static let notice = OutgoingReport(
        "notice",
        "Notice of a meeting: when, where, who is called, and which papers are due.",
        about: ["meeting"]
    ) { (page) throws(LibraryError) in try page.notice() }

    /// The agenda of a meeting.
    public static let agenda = OutgoingReport(
        "agenda",
        "Agenda of a meeting.",
        about: ["meeting"]
    ) { (page) throws(LibraryError) in
        try MeetingReport.document(.agenda, of: try page.meeting(.next), in: page.edition)
    }

    /// The pack of a meeting: its agenda, and behind it what the record has for its items.
    public static let pack = OutgoingReport(
        "pack",
        "Pack of a meeting: the agenda, and behind it the papers that the record can write.",
        about: ["meeting"]
    ) { (page) throws(LibraryError) in try page.pack() }

    /// The minute of a meeting.
    public static let minute = OutgoingReport(
        "minute",
        "Minute of a meeting, as its audience may read it.",
        about: ["meeting"]
    ) { (page) throws(LibraryError) in
        try MeetingReport.document(.minute, of: try page.meeting(.last), in: page.edition)
    }

    /// The action log across meetings.
    public static let actionLog = OutgoingReport(
        "action-log",
        "Action log: what meetings asked for, and the late actions of the plan.",
        about: ["body"]
    ) { (page) throws(LibraryError) in
        let log = ActionLog(of: page.edition, body: try page.body())
        return MeetingReport.actionLog(log, of: page.edition)
    }

    /// Attendance by seat and agency over a year.
    public static let attendance = OutgoingReport(
        "attendance",
        "Attendance over a year by seat and by agency, each for its terms of office.",
        about: ["meeting"]
    ) { (page) throws(LibraryError) in
        try MeetingReport.document(.attendance, of: try page.meeting(.last), in: page.edition)
    }

    /// What a group reports to the body above it.
    public static let groupReport = OutgoingReport(
        "group-report",
        "Report of a group to its committee: its actions, what it needs, and its meetings.",
        about: ["body", "plan"]
    ) { (page) throws(LibraryError) in try page.groupReport() }

    /// What chief officers are told.
    public static let chiefOfficers = OutgoingReport(
        "chief-officers",
        "Report to chief officers: three figures, decisions wanted, risks above appetite, changes.",
        about: ["body", "plan"]
    ) { (page) throws(LibraryError) in try page.chiefOfficers() }

    /// How the plan goes, for each body to which the committee reports.
    public static let bodyUpdate = OutgoingReport(
        "body-update",
        "Progress update for the bodies to which the committee reports.",
        about: ["body", "plan"]
    ) { (page) throws(LibraryError) in try page.bodyUpdate() }

    /// The year in the record, as the skeleton of a report on standards and quality.
    ///
    /// The year is the time since the earlier edition, else the twelve months to the day of the edition. Each
    /// part ends with the entries from which it is; what people are to write stands as a notice in its place.
    public static let annualReport = OutgoingReport(
        "annual-report",
        "Annual report: what the committee did, standards and quality, figures, risks, the plan.",
        about: ["body", "plan"]
    ) { (page) throws(LibraryError) in try page.annualReport() }

    /// What became of each action of a plan that another one followed.
    public static let succession = OutgoingReport(
        "succession",
        "What became of each action of the last plan in the plan that followed it.",
        about: ["plan"]
    ) { (page) throws(LibraryError) in try page.succession() }

    /// Progress theme by theme, with what is kept up.
    public static let themes = OutgoingReport(
        "themes",
        "Progress theme by theme: each part of the plan and each list of what is kept up.",
        about: ["plan"]
    ) { (page) throws(LibraryError) in try page.themes() }

    /// All that goes out.
    public static let all: [OutgoingReport] = [
        notice, agenda, pack, minute, actionLog, attendance, groupReport, chiefOfficers, bodyUpdate,
        annualReport, succession, themes,
    ]

    private init(
        _ id: String,
        _ summary: String,
        about subjects: [SubjectKind],
        _ make: @escaping @Sendable (OutgoingPage) throws(LibraryError) -> Document
    ) {
        self.id = id
        self.summary = summary
        self.subjects = subjects
        self.make = make
    }

    /// Makes the report.
    ///
    /// - Parameter request: Of what it speaks.
    /// - Returns: The document.
    /// - Throws: ``LibraryError`` when there is no such meeting or body, or the audience may not read the
    ///   paper yet.
    /// - Complexity: O(*n* log *n*) in the size of the record.
    public func document(_ request: Request) throws(LibraryError) -> Document {
        try make(OutgoingPage(request))
    }
}

/// What the reports that go out are made of.
struct OutgoingPage {
    /// Which meeting is meant where nobody names one.
    enum Usual: String {
        case next
        case last
    }

    let request: OutgoingReport.Request
    let finder: MeetingFinder

    init(_ request: OutgoingReport.Request) {
        self.request = request
        finder = MeetingFinder(request.edition)
    }

    var edition: Edition { request.edition }
    var profile: CommitteeProfile? { edition.committeeProfile }

    /// The committee itself, by its identifier; empty when nobody has recorded it.
    var committee: String { profile?.body.id ?? "" }

    /// The committee as reports call it: its abbreviation, else its name.
    var committeeName: String { profile.map { $0.body.abbreviation ?? $0.name } ?? edition.name }

    /// The meeting of which the report speaks.
    func meeting(_ usual: Usual) throws(LibraryError) -> Meeting {
        try finder.meeting(
            request.meeting.map { String($0.map { $0 == "#" ? "/" : $0 }) } ?? usual.rawValue
        )
    }

    /// The body of which the report speaks, by its identifier; nil when nobody named one.
    func body() throws(LibraryError) -> String? {
        guard let name = request.body else { return nil }
        return try finder.body(name)
    }

    /// The plan of which the report speaks: the one that was named, else the last that is in force.
    func plan() throws(LibraryError) -> Plan? {
        if let id = request.plan {
            if let plan = edition.plans.first(where: { $0.id == id }) { return plan }
            throw LibraryError(
                .notFound,
                "There is no plan “\(id)” on \(edition.asOf). "
                    + ClosestName.suggestion(for: id, in: edition.plans.map(\.id))
            )
        }
        let succeeded = edition.succeededPlans
        let current = edition.plans.filter { !succeeded.contains($0.id) }
        return current.last { $0.state >= .approved } ?? current.last
    }

    func name(of body: String) -> String { profile?.name(of: body) ?? finder.bodyName(body) }

    // MARK: Words that several reports say

    /// A number with what it counts.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// The risks in one line, such as “7 risks; 6 above appetite, 1 accepted; 7 reviews overdue”; nil
    /// without a register.
    var riskLine: String? {
        let registers = edition.riskRegisters
        guard !registers.isEmpty else { return nil }
        let figures = riskFigures
        var words = Self.count(figures.open, "risk", "risks")
        words += "; \(figures.above) above appetite, \(figures.accepted) accepted"
        if figures.unknown > 0 { words += ", \(figures.unknown) not known" }
        return words + "; \(Self.count(figures.overdue, "review", "reviews")) overdue"
    }

    /// How the open risks of all registers stand.
    var riskFigures: (open: Int, above: Int, accepted: Int, unknown: Int, overdue: Int) {
        var figures = (open: 0, above: 0, accepted: 0, unknown: 0, overdue: 0)
        for register in edition.riskRegisters {
            for risk in register.openRisks {
                figures.open += 1
                switch register.appetiteStanding(of: risk) {
                case .above: figures.above += 1
                case .unknown, .notAssessed: figures.unknown += 1
                case .notSet, .within: break
                }
                if risk.acceptance?.isInForce(on: edition.asOf) ?? false { figures.accepted += 1 }
                if let day = register.nextReview(of: risk), day < edition.asOf {
                    figures.overdue += 1
                }
            }
        }
        return figures
    }

    /// What has changed, at most as many sentences as a page holds.
    func changes(atMost most: Int) -> [Document.Block] {
        guard let since = request.since else {
            return [
                .paragraph(
                    "Ask for the report with an earlier date to see what has changed since it."
                )
            ]
        }
        let changes = edition.changes(since: since).filter { $0.subject.kind != "committee" }
        let span = "Since \(since.asOf.inWords):"
        guard !changes.isEmpty else { return [.paragraph("\(span) nothing has changed.")] }
        return [
            .paragraph(span), .bullets(changes.prefix(most).map { Prose($0.sentence) }),
        ] + Self.rest(changes.count - most, "change is", "changes are")
    }

    /// Says how much is left out for want of room; nothing when nothing is.
    static func rest(_ count: Int, _ one: String, _ many: String) -> [Document.Block] {
        count > 0 ? [.paragraph("\(Self.count(count, one, many)) left out of this page.")] : []
    }

    /// The actions as a table of number, action, who leads, date and state.
    func table(of items: [PlanItem], _ caption: String) -> Document.Block {
        .table(
            Document.Table(
                caption: caption,
                columns: [
                    .init("No", isRowHeader: true), "Action", "Led by", "Due", "Status",
                    "How it stands",
                ],
                rows: items.map { item in
                    .cells([
                        .text(item.number ?? item.id), .init([.prose(item.text)]),
                        .text(item.leads.names.joined(separator: ", ")),
                        item.timescale.due.map { .init([.date($0)]) }
                            ?? .text(
                                item.timescale.words
                            ),
                        .text(item.status?.printed ?? ""), .text(standing(of: item)),
                    ])
                }
            )
        )
    }

    /// How an action stands, in few words.
    func standing(of item: PlanItem) -> String {
        if item.isCompleted { return "Completed" }
        if item.exit != nil { return "Left the plan" }
        if item.isLate(on: edition.asOf), let due = item.timescale.due {
            return "Overdue by \(Self.count(edition.asOf - due, "day", "days"))"
        }
        return "Open"
    }
}
