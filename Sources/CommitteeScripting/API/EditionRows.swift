// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// The rows of an edition's types, which columns are made of.
///
/// How many rows each type has is known at once. The rows themselves are made when the first column
/// asks for them, since most scripts read a few fields of many.
final class EditionRows: Sendable {
    let edition: Edition
    let today: CivilDate
    /// The place of the plan that was asked for, else of the one in force.
    let current: Int?
    let plans: [PlanRow]
    let counts: RowCounts
    /// The place of the risk register that was asked for, else of the only one.
    let register: Int?
    let risks: RiskFlattener
    let meetings: [MeetingRow]

    let levels: Later<[LevelRow]>
    let items: Later<[ItemRow]>
    let timescales: Later<[TimescaleRow]>
    let progress: Later<[ProgressEntry]>
    let exits: Later<[PlanExit]>
    let keys: Later<[KeyRow]>

    init(
        of edition: Edition,
        subjects: [SubjectReference],
        today: CivilDate,
        schemes: [StatusScheme],
        matters: [ReminderMatter]
    ) {
        self.edition = edition
        self.today = today
        let wanted = subjects.id(of: "plan") ?? edition.currentPlan?.id
        current = edition.plans.lastIndex { $0.id == wanted }
        var counts = RowCounts()
        let plans = edition.plans.enumerated().map { place, plan in
            let scheme = schemes.first { $0.id == plan.scheme }
            let row = PlanRow(plan, place: place, on: edition.asOf, scheme: scheme, after: counts)
            counts = row.end
            return row
        }
        self.plans = plans
        self.counts = counts
        levels = Later { plans.flatMap(\.levelRows) }
        let items = Later { plans.flatMap(\.itemRows) }
        self.items = items
        timescales = Later { plans.flatMap(\.timescaleRows) }
        progress = Later { plans.flatMap { plan in plan.all.flatMap(\.progress) } }
        exits = Later { plans.flatMap { plan in plan.all.compactMap(\.exit) } }
        keys = Later { plans.flatMap(\.keyRows) }
        meetings = MeetingRow.rows(of: edition)
        risks = RiskFlattener(edition, matters: matters) { Self.places(of: items.value) }
        let registers = edition.riskRegisters.map(\.id)
        register =
            subjects.id(of: "risk-register").map { registers.firstIndex(of: $0) }
            ?? (registers.count == 1 ? 0 : nil)
    }

    /// The places of items, each as `plan#item`.
    private static func places(of items: [ItemRow]) -> [String: Int] {
        Dictionary(
            items.enumerated().map {
                ("\($0.element.of.plan.id)#\($0.element.item.id)", $0.offset)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

/// How many rows there are of the types whose rows stand plan after plan.
struct RowCounts: Sendable {
    var levels = 0
    var items = 0
    var timescales = 0
    var progress = 0
    var exits = 0
    var keys = 0
    var checks = 0
    var texts = 0
    var footnotes = 0
    var milestones = 0
}

/// An item where it stands in its plan: lent from there and never copied, since a copy of an item
/// costs more than reading all that a script asks of it.
struct ItemRow: Sendable {
    let of: PlanRow
    let place: Int

    var item: PlanItem {
        _read { yield of.all[place] }
    }
    var plan: Int { of.place }
    var asOf: CivilDate { of.asOf }
    var level: LevelName? {
        let levels = of.plan.levels
        return item.list == .table && levels.indices.contains(item.level)
            ? levels[item.level] : nil
    }
    var status: StatusTag? { item.status.map { of.standing(of: $0.printed).tag } }
    var meaning: StatusMeaning? { item.status.flatMap { of.standing(of: $0.printed).meaning } }
    var isCounted: Bool { place < of.plan.items.count && of.countedIdentifiers.contains(item.id) }
    var parent: Int? { of.links.parents[place] }
    var children: [Int] { of.links.children[place] }
    var path: [Int] { of.links.path(of: place) }
    var timescale: Int { of.timescale(of: place) }
    var history: [Int] { of.history(of: place) }
    var progress: [Int] { of.progress(of: place) }
    var exit: Int? { of.exit(of: place) }
}

struct TimescaleRow: Sendable {
    var timescale: Timescale
    var effective: CivilDate?
    var reason: String?
    var milestones: [Int] = []
}

struct KeyRow: Sendable {
    var key: StatusKey
    var wording: Prose
    var actions: [Int]
    /// How many actions print the letter itself, and not the words for which it stands.
    var lettered: Int
}

/// A day on which a body meets.
struct MeetingRow: Sendable {
    var body: String
    var name: String
    var on: CivilDate
    var planned: CivilDate

    /// The meetings of an edition from a year before its date to a year after it.
    static func rows(of edition: Edition) -> [MeetingRow] {
        let year = CivilSpan((edition.asOf - 366)...(edition.asOf + 366))
        return edition.meetings.flatMap { series in
            series.dates(in: year).map { day in
                MeetingRow(
                    body: series.body,
                    name: series.name,
                    on: day,
                    planned: series.planned(for: day)
                )
            }
        }.sorted { ($0.on, $0.body) < ($1.on, $1.body) }
    }
}

struct LevelRow: Sendable {
    var name: LevelName
    var count: Int
}
#endif
