// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who is who in a committee, as a sheet of plain text that people correct and send back.
///
/// What is written reads back as no change at all. A line that is missing changes nothing, and neither does
/// an empty one. Whoever reads the sheet back compares it with the record from which it was written, so that
/// what others recorded in between stays.
///
/// ```swift
/// let sheet = StructureSheet(of: edition, after: entries.count)
/// try sheet.text.write(…)
/// let reading = try StructureSheet.read(answer, source: "sheet.txt", against: edition) { number in … }
/// ```
public struct StructureSheet: Sendable {
    /// The sheet.
    public let text: String

    /// Writes a sheet.
    ///
    /// - Parameters:
    ///   - edition: The record, cut for the committee itself: what is left out is not in the sheet.
    ///   - sequence: The number of the last entry of the journal from which the record was folded.
    /// - Complexity: O(*n*) in the size of the structure.
    public init(of edition: Edition, after sequence: Int) {
        let structure = SheetStructure(edition)
        var lines = [
            "\(Self.title): \(SheetText.line(edition.committeeProfile?.name ?? edition.name)), at "
                + "\(edition.asOf.inWords) (ref \(sequence))"
        ]
        lines += Self.instructions.map { "# \($0)" }
        for section in StructureSection.allCases {
            lines += ["", section.rawValue]
            for part in structure.parts(of: section) {
                lines.append("")
                lines.append("[\(part.id)] \(part.lines(of: SheetAspect.name).first ?? "")")
                for aspect in section.aspects.dropFirst() {
                    for value in part.lines(of: aspect) {
                        lines.append("\(aspect.label): \(value)")
                    }
                }
            }
        }
        lines += ["", Self.end]
        text = lines.joined(separator: "\n") + "\n"
    }

    static let title = "COMMITTEE STRUCTURE"
    static let end = "[END]"

    private static let instructions = [
        "Write over what is wrong, and send the whole sheet back.",
        "A line that you take out changes nothing. Write none where there is nothing any more.",
        "To add a seat, write [new lead-nurse] Lead Nurse and lines such as for: or term: below it.",
        "Never write the name of a person: roles, agencies and groups only.",
        "A new group below GROUPS looks like this, without the marks at the beginning of the lines:",
        "  [new transitions] Transitions Group",
        "  life: short-life from 1 April 2027 to 31 March 2028",
        "  purpose: To look at how young people move on to services for adults.",
    ]
}

/// A part of the sheet.
enum StructureSection: String, CaseIterable, Sendable {
    case bodies = "BODIES"
    case groups = "GROUPS"
    case seats = "SEATS"
    case functions = "FUNCTIONS"
    case lines = "REPORTING LINES"
    case plans = "PLANS"

    /// What one of its parts is called.
    var noun: String {
        switch self {
        case .bodies: "body"
        case .groups: "group"
        case .seats: "seat"
        case .functions: "function"
        case .lines: "reporting line"
        case .plans: "plan"
        }
    }

    /// What can be said of a part, in the order of the sheet; its name first.
    var aspects: [SheetAspect] {
        switch self {
        case .bodies: [.name, .shortName, .kind, .alsoCalled, .quorum]
        case .groups:
            [
                .name, .shortName, .alsoCalled, .life, .under, .ledBy, .purpose, .task, .decides,
                .agreed, .agreedBy,
            ]
        case .seats:
            [
                .name, .on, .agency, .core, .votes, .alsoCalled, .substitute, .term, .ended,
            ]
        case .functions: [.name, .words, .source, .edition, .takenOut]
        case .lines: [.name, .from, .to, .when, .trigger, .source, .edition, .takenOut]
        case .plans: [.name, .owner, .coordinator, .overseer]
        }
    }
}

/// One thing that a line of the sheet says, by its label.
enum SheetAspect: String, CaseIterable, Sendable {
    case name = ""
    case shortName = "short name"
    case kind
    case alsoCalled = "also called"
    case quorum
    case life
    case under
    case ledBy = "led by"
    case purpose
    case task
    case decides
    case agreed
    case agreedBy = "agreed by"
    case on
    case agency = "for"
    case core
    case votes
    case substitute
    case term
    case ended
    case words
    case source
    case edition = "source edition"
    case takenOut = "taken out"
    case from
    case to
    case when
    case trigger
    case owner = "owned by"
    case coordinator = "coordinated by"
    case overseer = "overseen by"

    var label: String { rawValue }

    /// Other words that people write for the label.
    var synonyms: [String] {
        switch self {
        case .shortName: ["abbreviation", "short"]
        case .alsoCalled: ["alias", "aliases", "other names", "known as"]
        case .life: ["lifetime", "duration"]
        case .under: ["parent", "reports to", "part of", "below"]
        case .ledBy: ["lead", "chair", "chaired by"]
        case .purpose: ["remit", "aim"]
        case .task: ["tasks"]
        case .on: ["sits on", "body", "group"]
        case .agency: ["agency", "sits for", "from agency"]
        case .votes: ["voting"]
        case .substitute: ["substitutes", "depute", "deputy"]
        case .term: ["term of office", "terms"]
        case .when: ["timescale", "how often"]
        case .trigger: ["cadence", "due"]
        case .owner: ["owner"]
        case .coordinator: ["coordinator"]
        case .overseer: ["overseer", "oversight"]
        default: []
        }
    }

    /// Whether it names a body, a group or a role.
    var isReference: Bool {
        switch self {
        case .under, .ledBy, .agreedBy, .on, .agency, .from, .to, .owner, .coordinator, .overseer:
            true
        default: false
        }
    }

    /// Whether there may be several lines of it, each with one value.
    var isList: Bool {
        switch self {
        case .alsoCalled, .task, .decides, .substitute, .term: true
        default: false
        }
    }
}

/// A part as the sheet has it: the lines of each of its aspects.
struct SheetPart: Hashable, Sendable {
    var id: String
    var values: [SheetAspect: [String]] = [:]

    init(_ id: String, _ values: [SheetAspect: [String?]]) {
        self.id = id
        self.values = values.mapValues { lines in
            lines.compactMap(\.self).map(SheetText.line).filter { !$0.isEmpty }
        }
    }

    func lines(of aspect: SheetAspect) -> [String] { values[aspect] ?? [] }
}

/// A committee's structure with what the sheet says of it.
struct SheetStructure: Sendable {
    let state: CommitteeState
    let profile: CommitteeProfile
    /// The plans, by identifier and title.
    let plans: [(id: String, title: String)]
    /// What each part is called, and how many parts have a name.
    private var called: [String: String] = [:]
    private var counts: [String: Int] = [:]

    init(_ edition: Edition) {
        self.init(
            edition[CommitteeState.self],
            plans: edition.plans.map { ($0.id, $0.title) }
        )
    }

    init(_ state: CommitteeState, plans: [(id: String, title: String)]) {
        self.state = state
        self.plans = plans
        profile = state.reading ?? OwnStructure().over(nil)
        for body in [profile.body] + profile.bodies {
            count(body.id, body.name, [body.abbreviation].compactMap(\.self) + body.aliases)
        }
        for group in profile.workingGroups {
            count(group.id, group.name, [group.abbreviation].compactMap(\.self) + group.aliases)
        }
        for role in profile.roles { count(role.id, role.title, role.aliases) }
    }

    private mutating func count(_ id: String, _ name: String, _ others: [String]) {
        if called[id] == nil { called[id] = name }
        for key in Set(([name] + others).map(NameKey.key)) { counts[key, default: 0] += 1 }
    }

    func parts(of section: StructureSection) -> [SheetPart] {
        switch section {
        case .bodies: ([profile.body] + profile.bodies).map(part)
        case .groups: profile.workingGroups.map(part)
        case .seats: seats.map(part)
        case .functions: profile.functions.map(part)
        case .lines: profile.reportingLines.enumerated().map { part($0.element, $0.offset + 1) }
        case .plans: plans.map(part)
        }
    }

    /// The seats, each once with all of its terms.
    private var seats: [Member] {
        let names = StructureNames(base: state.base, own: state.own)
        var seen: Set<String> = []
        return profile.seats.compactMap { seat in
            guard seen.insert(seat.id).inserted else { return nil }
            guard seat.givenID == nil else { return seat }
            var whole = names.seat(seat.id) ?? seat
            if whole.terms.count == 1 { whole = seat }
            return whole
        }
    }

    /// What a part is called where no other part has the same name, else its identifier.
    func name(_ id: String?) -> String? {
        guard let id else { return nil }
        let name = called[id] ?? id
        return counts[NameKey.key(name)] == 1 ? name : id
    }

    private func part(_ body: Body) -> SheetPart {
        SheetPart(
            body.id,
            [
                .name: [body.name], .shortName: [body.abbreviation], .kind: [body.kind.name],
                .alsoCalled: body.aliases, .quorum: [body.quorum.map { "\($0)" }],
            ]
        )
    }

    private func part(_ group: WorkingGroup) -> SheetPart {
        let life = group.lifetime
        let kind = life.isShort ? "short-life" : "standing"
        return SheetPart(
            group.id,
            [
                .name: [group.name], .shortName: [group.abbreviation],
                .alsoCalled: group.aliases,
                .life: [life.span == .always ? kind : "\(kind) \(life.span.inWords)"],
                .under: [name(group.reportsToBodyID)], .ledBy: [name(group.leadRoleID)],
                .purpose: [group.remit?.purpose], .task: group.remit?.tasks ?? [],
                .decides: group.remit?.decides ?? [], .agreed: [group.remit?.agreed?.inWords],
                .agreedBy: [name(group.remit?.agreedByBodyID)],
            ]
        )
    }

    private func part(_ seat: Member) -> SheetPart {
        let role = profile.roles.first { $0.id == seat.roleID }
        return SheetPart(
            seat.id,
            [
                .name: [role?.title ?? seat.title ?? seat.roleID], .on: [name(seat.bodyID)],
                .agency: [name(seat.agencyID)], .core: [seat.isCore ? "yes" : "no"],
                .votes: [seat.isVoting ? "yes" : "no"],
                .alsoCalled: role?.aliases ?? seat.titleAliases,
                .substitute: seat.substitutes.map { profile.name(of: $0) },
                .term: seat.terms.map(\.line), .ended: [seat.ended?.inWords],
            ]
        )
    }

    private func part(_ function: Function) -> SheetPart {
        SheetPart(
            function.id,
            [
                .name: [function.title], .words: [function.words],
                .source: [function.source?.title], .edition: [function.source?.edition],
            ]
        )
    }

    private func part(_ line: ReportingLine, _ number: Int) -> SheetPart {
        SheetPart(
            "\(number)",
            [
                .name: [line.what], .from: [name(line.fromBodyID)], .to: [name(line.toBodyID)],
                .when: [line.timescale], .trigger: [line.cadence], .source: [line.source?.title],
                .edition: [line.source?.edition],
            ]
        )
    }

    private func part(_ plan: (id: String, title: String)) -> SheetPart {
        let bodies = state.planBodies.first { $0.planID == plan.id }
        return SheetPart(
            plan.id,
            [
                .name: [plan.title], .owner: [name(bodies?.ownerID)],
                .coordinator: [name(bodies?.coordinatorID)],
                .overseer: [name(bodies?.overseerID)],
            ]
        )
    }
}

extension Member.Term {
    /// The term as a line of the sheet has it.
    fileprivate var line: String {
        [
            span.inWords, holderID.map { "held by \($0)" },
            inducted.map { "inducted \($0.inWords)" },
        ].compactMap(\.self).joined(separator: "; ")
    }
}
