// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Gathers the rows of an edition's risk registers.
///
/// The edition has been cut for its audience before, so that what is withheld never comes here.
struct RiskFlattener: Sendable {
    private let asOf: CivilDate
    private let roles: [String: String]
    private(set) var registers: [RegisterRow] = []
    private(set) var risks: [RiskRow] = []
    private(set) var scores: [ScoreRow] = []
    private(set) var controls: [ControlRow] = []
    private(set) var acceptances: [AcceptanceRow] = []
    private(set) var events: [RiskHistoryEvent] = []
    private(set) var links: [Risk.Link] = []
    private(set) var findings: [FindingRow] = []
    private(set) var scales: [ScaleRow] = []
    private(set) var levels: [RiskScale.Level] = []
    private(set) var bands: [BandRow] = []
    private(set) var matters: [MatterRow] = []

    /// Flattens the registers of an edition.
    ///
    /// - Parameters:
    ///   - edition: The edition, cut for its audience.
    ///   - matters: What a reminder rule is asked about, without what its plugin may not read.
    ///   - items: Returns the places of the actions of the plans, as `plan#action`.
    /// - Complexity: O(*n*) in the number of risks and the length of their histories.
    init(_ edition: Edition, matters: [ReminderMatter], items: () -> [String: Int]) {
        asOf = edition.asOf
        let profile = edition.riskRegisters.isEmpty ? nil : edition.committeeProfile
        roles = Dictionary(
            (profile?.roles ?? []).map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first }
        )
        let hasActions = edition.riskRegisters.contains { register in
            register.risks.contains { !$0.actions.isEmpty }
        }
        let items = hasActions ? items() : [:]
        for register in edition.riskRegisters { add(register, items) }
        let places = Dictionary(
            registers.enumerated().map { ($0.element.register.id, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        for place in registers.indices {
            let parent = registers[place].register.parentID.flatMap { places[$0] }
            registers[place].parent = parent
            if let parent { registers[parent].below.append(place) }
        }
        add(matters)
    }

    // MARK: Registers

    private mutating func add(_ register: RiskRegister, _ items: [String: Int]) {
        var row = RegisterRow(register: register)
        var known: [RiskScale.Reference: Int] = [:]
        for scale in register.scales {
            known[scale.reference] = scales.count
            row.scales.append(scales.count)
            add(scale)
        }
        row.scale = register.currentScale.flatMap { known[$0.reference] }
        let first = risks.count
        let role: @Sendable (String) -> String = { [roles] in roles[$0] ?? $0 }
        let places = register.risks.map { RiskPlace($0, in: register, role: role) }
        for place in places.indices { add(places, place, in: register, known, items) }
        row.risks = Array(first..<risks.count)
        row.open = row.risks.filter { risks[$0].isOpen }
        row.findings = addFindings(of: register, from: first)
        row.register.risks = []
        registers.append(row)
    }

    private mutating func add(_ scale: RiskScale) {
        let row = ScaleRow(
            scale: scale,
            likelihoods: Self.append(scale.likelihoods, to: &levels),
            impacts: Self.append(scale.impacts, to: &levels),
            bands: Self.append(
                scale.bands.map { BandRow(band: $0, zone: scale.zone(ofBand: $0.id)) },
                to: &bands
            )
        )
        scales.append(row)
    }

    private mutating func addFindings(of register: RiskRegister, from first: Int) -> [Int] {
        var places: [String: Int] = [:]
        for place in first..<risks.count { places[risks[place].risk.id] = place }
        let found = register.findings(on: asOf).map { finding in
            FindingRow(finding: finding, risk: places[finding.risk])
        }
        let added = Self.append(found, to: &findings)
        for place in added {
            if let risk = findings[place].risk { risks[risk].findings.append(place) }
        }
        return added
    }

    // MARK: Risks

    private mutating func add(
        _ places: [RiskPlace],
        _ place: Int,
        in register: RiskRegister,
        _ scales: [RiskScale.Reference: Int],
        _ items: [String: Int]
    ) {
        let risk = places[place].risk
        var row = RiskRow(places: places, place: place, register: registers.count, asOf: asOf)
        for kind in RiskScoreKind.allCases {
            guard let scored = register.scored(kind, of: risk) else { continue }
            let scale = register.scale(scored.levels.scale)
            row.scores[kind] = scores.count
            scores.append(
                ScoreRow(
                    kind: kind,
                    name: register.name(of: kind),
                    scored: scored,
                    scale: scales[scored.levels.scale],
                    likelihood: scale?.likelihoods.first { $0.id == scored.levels.likelihood },
                    impact: scale?.impacts.first { $0.id == scored.levels.impact }
                )
            )
        }
        row.controls = Self.append(
            risk.controls.map {
                ControlRow(control: $0, owner: role($0.ownerRoleID), asOf: asOf)
            },
            to: &controls
        )
        if let acceptance = risk.acceptance {
            row.acceptance = acceptances.count
            acceptances.append(AcceptanceRow(acceptance: acceptance, asOf: asOf))
        }
        row.history = Self.append(risk.history, to: &events)
        row.links = Self.append(risk.links, to: &links)
        row.items = risk.actions.compactMap { items[$0] }
        row.nextReview = register.nextReview(of: risk)
        row.isAboveAppetite = register.isAboveAppetite(risk)
        risks.append(row)
    }

    private mutating func add(_ asked: [ReminderMatter]) {
        guard !asked.isEmpty else { return }
        var places: [String: Int] = [:]
        for (place, row) in risks.enumerated() {
            places[row.risk.id] = place
            places["\(registers[row.register].register.id)#\(row.risk.id)"] = place
        }
        for matter in asked {
            let risk = matter.isOfRisk ? places[matter.subject.id] : nil
            matters.append(MatterRow(matter: matter, risk: risk))
        }
    }

    private func role(_ id: String?) -> String? { id.map { roles[$0] ?? $0 } }

    private static func append<Row>(_ new: [Row], to rows: inout [Row]) -> [Int] {
        let first = rows.count
        rows += new
        return Array(first..<rows.count)
    }

    // MARK: Columns

    /// The types with the numbers of their rows, in the order in which they are written.
    var types: [(name: String, rows: Int)] {
        [
            (EditionSchema.register.name, registers.count),
            (EditionSchema.risk.name, risks.count), (EditionSchema.score.name, scores.count),
            (EditionSchema.control.name, controls.count),
            (EditionSchema.acceptance.name, acceptances.count),
            (EditionSchema.riskEvent.name, events.count),
            (EditionSchema.riskLink.name, links.count),
            (EditionSchema.riskFinding.name, findings.count),
            (EditionSchema.scale.name, scales.count),
            (EditionSchema.riskLevel.name, levels.count),
            (EditionSchema.riskBand.name, bands.count),
            (EditionSchema.matter.name, matters.count),
        ]
    }

    /// The place of the type of risks among these types.
    static let riskType = 1
    /// The place of the type of matters among these types.
    static let matterType = 11

    /// Declares the columns of these types, the first of which is at a place.
    func write(
        to place: Int,
        of writer: ScriptEditionWriter
    ) throws(ScriptEditionError) {
        let rows = self
        try EditionSchema.register.write(to: place, of: writer) { rows.registers }
        try EditionSchema.risk.write(to: place + 1, of: writer) { rows.risks }
        try EditionSchema.score.write(to: place + 2, of: writer) { rows.scores }
        try EditionSchema.control.write(to: place + 3, of: writer) { rows.controls }
        try EditionSchema.acceptance.write(to: place + 4, of: writer) { rows.acceptances }
        try EditionSchema.riskEvent.write(to: place + 5, of: writer) { rows.events }
        try EditionSchema.riskLink.write(to: place + 6, of: writer) { rows.links }
        try EditionSchema.riskFinding.write(to: place + 7, of: writer) { rows.findings }
        try EditionSchema.scale.write(to: place + 8, of: writer) { rows.scales }
        try EditionSchema.riskLevel.write(to: place + 9, of: writer) { rows.levels }
        try EditionSchema.riskBand.write(to: place + 10, of: writer) { rows.bands }
        try EditionSchema.matter.write(to: place + 11, of: writer) { rows.matters }
    }
}

extension ReminderMatter {
    /// Whether it is the review or the acceptance of a risk.
    var isOfRisk: Bool { subject.kind == "risk" || subject.kind == "acceptance" }

    /// Whether it is about one of some risks, which it names with or without their register.
    func isAbout(_ risks: Set<String>) -> Bool {
        guard isOfRisk else { return false }
        if risks.contains(subject.id) { return true }
        let mark = subject.id.firstIndex(of: "#").map { subject.id.index(after: $0) }
        return mark.map { risks.contains(String(subject.id[$0...])) } ?? false
    }
}
#endif
