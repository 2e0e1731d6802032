// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report on a risk register: a document made of an edition, and of an earlier one where it compares.
///
/// ```swift
/// let report = try RiskReport.named("risk-heat-map")
/// let page = try report.document(RiskReport.Request(edition, register: "main")).render(.html)
/// ```
///
/// The reports are values in ``all``, so that the tool and a host list them and find them by name.
public struct RiskReport: Sendable, Identifiable {
    /// Of what a report speaks.
    public struct Request: Sendable {
        /// The edition of which it speaks.
        public var edition: Edition
        /// An earlier edition, for reports on what has changed.
        public var since: Edition?
        /// The register's identifier; the only one when nil.
        public var register: String?
        /// The risk's identifier, for reports on one risk; all risks when nil.
        public var risk: String?
        /// Which score the report speaks of, where it speaks of one.
        public var kind: RiskScoreKind
        /// The workflow that the register follows, for the report on that.
        ///
        /// It is not needed where it is the standard one. ``CommitteeLibrary/riskWorkflow(of:)`` finds it.
        public var workflow: (any RiskWorkflow)?

        /// Creates a request.
        ///
        /// - Parameters:
        ///   - edition: The edition of which it speaks.
        ///   - since: An earlier edition, for reports on what has changed.
        ///   - register: The register's identifier.
        ///   - risk: The risk's identifier.
        ///   - kind: Which score the report speaks of.
        public init(
            _ edition: Edition,
            since: Edition? = nil,
            register: String? = nil,
            risk: String? = nil,
            kind: RiskScoreKind = .current
        ) {
            self.edition = edition
            self.since = since
            self.register = register
            self.risk = risk
            self.kind = kind
        }
    }

    /// The identifier of the report, such as `risk-register`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    /// Whether the report compares with an earlier edition.
    public let comparesEditions: Bool
    private let blocks: @Sendable (RiskReportWriter) throws(RiskError) -> [Document.Block]

    private init(
        _ id: String,
        _ summary: String,
        comparesEditions: Bool = false,
        _ blocks: @escaping @Sendable (RiskReportWriter) throws(RiskError) -> [Document.Block]
    ) {
        self.id = id
        self.summary = summary
        self.comparesEditions = comparesEditions
        self.blocks = blocks
    }

    /// All reports on risks.
    public static let all: [RiskReport] = [
        RiskReport("risk-register", "The register as a table.") {
            (writer) throws(RiskError) in writer.wholeRegister()
        },
        RiskReport("risk-cards", "One card for each risk, with its controls and its history.") {
            (writer) throws(RiskError) in try writer.cards()
        },
        RiskReport("risk-heat-map", "How many risks stand at which likelihood and impact.") {
            (writer) throws(RiskError) in writer.heatMap()
        },
        RiskReport(
            "risk-movement",
            "Which risks moved up, down, in or out, and the trend of each.",
            comparesEditions: true
        ) { (writer) throws(RiskError) in try writer.movement() },
        RiskReport(
            "risk-quarterly",
            "What the Chief Officers' Group is told each quarter.",
            comparesEditions: true
        ) { (writer) throws(RiskError) in try writer.quarterly() },
        RiskReport("risk-appetite", "The risks above their appetite.") {
            (writer) throws(RiskError) in writer.appetite()
        },
        RiskReport("risk-evidence", "The controls whose evidence is overdue.") {
            (writer) throws(RiskError) in writer.evidence()
        },
        RiskReport("risk-findings", "What does not fit together in the register.") {
            (writer) throws(RiskError) in writer.findings()
        },
        RiskReport("risk-workflow", "The workflow of the register, and where its risks stand.") {
            (writer) throws(RiskError) in try writer.workflow()
        },
        RiskReport("risk-public", "The register as the public may see it.") {
            (writer) throws(RiskError) in writer.publicRegister()
        },
    ]

    /// Returns the report of an identifier.
    ///
    /// - Parameter id: The identifier.
    /// - Returns: The report.
    /// - Throws: ``RiskError`` when there is none, with the closest name.
    public static func named(_ id: String) throws(RiskError) -> RiskReport {
        if let found = all.first(where: { $0.id == id }) { return found }
        throw RiskError(
            .refused,
            "There is no risk report “\(id)”. " + ClosestName.suggestion(for: id, in: all.map(\.id))
        )
    }

    /// Writes the report.
    ///
    /// - Parameter request: Of what it speaks.
    /// - Returns: The document.
    /// - Throws: ``RiskError`` when there is no such register or risk, or no earlier edition for a
    ///   report that compares.
    /// - Complexity: O(*n*) in the number of risks and the length of their histories.
    public func document(_ request: Request) throws(RiskError) -> Document {
        var request = request
        if id == "risk-public" { request.edition = request.edition.cut(for: .public) }
        if comparesEditions, request.since == nil {
            throw RiskError(
                .refused,
                "The report “\(id)” compares two dates. Say since which date."
            )
        }
        let writer = try RiskReportWriter(request)
        let blocks = try blocks(writer) + writer.overrides()
        return Document(
            title: writer.title(of: id),
            properties: [
                .init("Committee", request.edition.name),
                .init("As at", request.edition.asOf.formatted("d MMMM yyyy")),
                .init("Audience", request.edition.audience.rawValue),
            ],
            blocks: blocks
        )
    }
}

/// What the reports on one register share.
struct RiskReportWriter {
    let request: RiskReport.Request
    let register: RiskRegister

    init(_ request: RiskReport.Request) throws(RiskError) {
        self.request = request
        var id = request.register
        if id == nil, let risk = request.risk { id = try request.edition.risk(risk).register.id }
        register = try request.edition.riskRegister(id)
    }

    var edition: Edition { request.edition }

    func title(of report: String) -> String {
        switch report {
        case "risk-cards":
            request.risk.map { "Risk \($0)" } ?? "\(register.name): every risk"
        case "risk-heat-map": "\(register.name): heat map"
        case "risk-movement": "\(register.name): movement"
        case "risk-quarterly": "\(register.name): report to the Chief Officers' Group"
        case "risk-appetite": "\(register.name): risks above appetite"
        case "risk-evidence": "\(register.name): controls whose evidence is overdue"
        case "risk-findings": "\(register.name): findings"
        case "risk-workflow": "\(register.name): workflow"
        default: register.name
        }
    }

    /// The heading, the day, and whether something is left out.
    func head(_ report: String) -> [Document.Block] {
        var blocks: [Document.Block] = [
            .heading(1, title(of: report)),
            .paragraph("\(edition.name), as at \(Self.day(edition.asOf))."),
        ]
        if register.withheldCount > 0 {
            blocks.append(
                .notice(
                    .information,
                    "Some risks of this register are left out for the audience "
                        + "“\(edition.audience.rawValue)”."
                )
            )
        }
        return blocks
    }

    /// What was recorded of the register's risks against its workflow, which every report says.
    func overrides() -> [Document.Block] {
        let said = register.risks.flatMap { risk in
            risk.overrides.map { Prose("\(risk.id): \($0.sentence).") }
        }
        return said.isEmpty ? [] : [.heading(2, "Recorded against the workflow"), .bullets(said)]
    }

    /// A cell with words, or with the words for what nobody has set.
    static func cell(_ words: String, none: String = "Not set") -> Document.Table.Cell {
        .text(words.isEmpty ? none : words)
    }

    /// A cell with a day, or with the words for a day that nobody has set.
    static func cell(_ day: CivilDate?) -> Document.Table.Cell {
        day.map(Document.Table.Cell.date) ?? .text("Not set")
    }

    static func day(_ date: CivilDate?) -> String { date?.formatted("d MMMM yyyy") ?? "" }

    /// What a role is called, where the committee's profile knows it.
    func role(_ id: String?) -> String {
        id.map(edition.titleOfRole) ?? ""
    }

    /// A cell with a score: letter, word and colour, or that nobody has assessed it.
    func score(_ kind: RiskScoreKind, of risk: Risk) -> Document.Table.Cell {
        score(register.scored(kind, of: risk), risk.assessment(kind))
    }

    func score(_ scored: ScoredRisk?, _ assessment: RiskAssessment) -> Document.Table.Cell {
        guard let scored else {
            guard let levels = assessment.levels else { return .text(notAssessed) }
            let known = [levels.likelihood, levels.impact].filter { !$0.isEmpty }
            let words = known.isEmpty ? "levels unknown" : known.joined(separator: ", ")
            return .text("\(words) (scale \(levels.scale))")
        }
        guard scored.levels.override != nil else { return .status(scored.tag) }
        return Document.Table.Cell([.status(scored.tag), .text("(by judgement)")])
    }

    var notAssessed: String { register.currentScale?.words.notAssessed ?? "Not assessed" }

    /// The bands of the scale in use, as a key.
    func key() -> [Document.Block] {
        guard let scale = register.currentScale, !scale.bands.isEmpty else { return [] }
        let entries = scale.bands.reversed().map { band in
            var words: [String] = []
            if let scores = band.scores {
                words.append(
                    scores.count == 1
                        ? "Score \(scores.lowerBound)."
                        : "Scores \(scores.lowerBound) to \(scores.upperBound)."
                )
            }
            if let zone = scale.zone(ofBand: band.id) {
                words.append(zone.wording.isEmpty ? "\(zone.label)." : zone.wording)
            }
            if !band.wording.isEmpty { words.append(band.wording) }
            return Document.Legend.Entry(band.tag, Prose(words.joined(separator: " ")))
        }
        let title = scale.title.isEmpty ? scale.id : scale.title
        return [.legend(Document.Legend(title: "Key: \(title)", entries: entries))]
    }
}
