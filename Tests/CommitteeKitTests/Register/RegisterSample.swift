// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A register of the tests: its scale, its layout, and a committee into which it is imported.
struct RegisterSample {
    let library: CommitteeLibrary
    let committee: Committee
    let layout: RegisterLayout

    static let declaration: JSONValue = [
        "about": "risks", "title": "Risk register of the glen, {date}", "register": "glen",
        "scale": "five",
        "columns": [
            ["Ref", "number"], ["Risk", "title"], ["Cause", "cause"], ["Effect", "effect"],
            ["Kind", "category"], ["First L", "inherent.likelihood"],
            ["First I", "inherent.impact"], ["L", "current.likelihood"], ["I", "current.impact"],
            ["Score", "current.score"], ["Band", "current.band"], ["Reason", "current.override"],
            ["Moved", "movement"], ["Controls", "controls"], ["Owner", "owner"],
            ["Manager", "manager"], ["Response", "treatment"], ["Aim", "target.score"],
            ["By", "target_date"], ["Review", "review_date"], ["State", "status"],
            ["Notes", "notes"], ["Paper", "local.paper"],
        ],
        "facts": [["approved", "Agreed by the committee on {date}"]],
        "reading": ["page_furniture": ["Sheet {number}"]],
    ]

    static let headers = [
        "Ref", "Risk", "Cause", "Effect", "Kind", "First L", "First I", "L", "I", "Score", "Band",
        "Reason", "Moved", "Controls", "Owner", "Manager", "Response", "Aim", "By", "Review",
        "State", "Notes", "Paper",
    ]

    static func scale() throws -> RiskScale {
        try RiskScale(
            id: "five",
            version: 1,
            likelihoods: .numbered(["Rare", "Unlikely", "Possible", "Likely", "Certain"]),
            impacts: .numbered(["Slight", "Minor", "Moderate", "Major", "Severe"]),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: 4, colour: .green),
                RiskScale.Band(id: "mid", label: "Medium", from: 5, through: 12, colour: .amber),
                RiskScale.Band(id: "top", label: "High", from: 13, through: 25, colour: .red),
            ]
        )
    }

    static func layout(_ declaration: JSONValue = declaration) throws -> RegisterLayout {
        try RegisterLayout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/register",
            source: "main.lua"
        )
    }

    init(layout: RegisterLayout? = nil, scale: RiskScale? = nil) async throws {
        let layout = try layout ?? Self.layout()
        self.layout = layout
        var contributions = Contributions()
        contributions.registerLayouts = [layout]
        contributions.riskScales = [
            ContributedRiskScale(id: layout.scale, scale: try scale ?? Self.scale())
        ]
        library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing(seed: 1)),
            plugins: NoPlugins(contributions: contributions),
            today: { CivilDate(2027, 1, 1) }
        )
        try await library.store.createCommittee("glen", name: "Glen Committee")
        committee = try await library.committee("glen")
    }

    /// A row of the table: cells by their headers.
    static func row(_ cells: [String: String]) -> String {
        "| " + headers.map { cells[$0] ?? "" }.joined(separator: " | ") + " |"
    }

    /// A document with rows.
    static func document(
        _ rows: [String],
        date: String = "31 March 2026",
        approved: String? = nil,
        above: [String] = [],
        below: [String] = []
    ) -> String {
        var lines = ["# Risk register of the glen, \(date)", ""]
        if let approved { lines += ["Agreed by the committee on \(approved)", ""] }
        for text in above { lines += [text, ""] }
        lines.append("| " + headers.joined(separator: " | ") + " |")
        lines.append("|" + String(repeating: " --- |", count: headers.count))
        lines += rows + [""]
        for text in below { lines += [text, ""] }
        return lines.joined(separator: "\n")
    }

    /// A digest that tells the documents of a test apart.
    private static func digest(_ text: String) -> String {
        String(
            text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
                ($0 ^ UInt64($1)) &* 1_099_511_628_211
            }
        )
    }

    func prepared(
        _ text: String,
        as format: SourceFormat = .markdown,
        asOf date: CivilDate? = nil,
        visibility: Audience? = nil
    ) async throws -> RegisterImport {
        try await committee.preparingRegisterImport(
            of: try SourceDocument(text: text, name: "register.md", as: format),
            digest: Self.digest(text),
            layout: layout.id,
            asOf: date,
            visibility: visibility,
            by: "tester"
        )
    }

    @discardableResult
    func importing(
        _ text: String,
        as format: SourceFormat = .markdown,
        asOf date: CivilDate? = nil,
        visibility: Audience? = nil
    ) async throws -> RegisterImport {
        let found = try await prepared(text, as: format, asOf: date, visibility: visibility)
        _ = try await committee.record(found, digest: Self.digest(text))
        return found
    }

    /// Records what people say in between.
    func record(_ id: String, _ facts: RiskFact..., on day: CivilDate) async throws {
        _ = try await committee.append(
            facts.map { Change(.risk(id), .risk($0)).draft(effective: day, by: "officer") }
        )
    }

    func register(
        asOf day: CivilDate = CivilDate(2027, 1, 1),
        for audience: Audience = .restricted
    ) async throws -> RiskRegister {
        try await edition(asOf: day, for: audience).riskRegister(layout.register)
    }

    func edition(
        asOf day: CivilDate = CivilDate(2027, 1, 1),
        for audience: Audience = .restricted
    ) async throws -> Edition {
        try await committee.edition(asOf: day, audience: audience)
    }

    /// The register as the layout writes it.
    func written(
        _ format: DocumentFormat,
        asOf day: CivilDate = CivilDate(2027, 1, 1),
        for audience: Audience = .restricted
    ) async throws -> String {
        let report = try await library.report(
            layout.id,
            of: try await edition(asOf: day, for: audience)
        )
        return String(decoding: try report.render(format), as: UTF8.self)
    }

    /// Reads one row alone.
    static func read(
        _ cells: [String: String]
    ) throws -> (risk: Risk, findings: [Finding], reading: RegisterReading) {
        var cells = cells
        if cells["Ref"] == nil { cells["Ref"] = "R1" }
        if cells["Risk"] == nil { cells["Risk"] = "The bridge closes" }
        let reading = try read([row(cells)])
        return (try #require(reading.rows.first).risk, reading.findings, reading)
    }

    static func read(_ rows: [String]) throws -> RegisterReading {
        try read(document(rows))
    }

    static func read(_ text: String, as format: SourceFormat = .markdown) throws -> RegisterReading
    {
        let reader = RegisterReader(
            layout: try layout(),
            scale: try scale(),
            timescales: TimescaleReader()
        )
        return try reader.read(try SourceDocument(text: text, name: "register.md", as: format))
    }

    static func levels(
        _ likelihood: String,
        _ impact: String,
        stated: RiskAssessment.Stated? = nil,
        override: RiskAssessment.Override? = nil
    ) -> RiskAssessment {
        var levels = RiskAssessment.Levels(
            scale: RiskScale.Reference(scaleID: "five", version: 1),
            likelihood: likelihood,
            impact: impact,
            override: override
        )
        levels.stated = stated
        return .assessed(levels)
    }
}
