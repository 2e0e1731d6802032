// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// The rows of each type of an edition, each with the places of the rows that it refers to.
struct EditionRow: Sendable {
    var edition: Edition
    var today: CivilDate
    var current: Int?
    var plans: [Int]
    var register: Int?
    var registers: [Int]
    var risks: [Int]
    var omissions: [Int]
}

struct PlanRow: Sendable {
    var plan: Plan
    var figures: PlanFigures
    var levels: [Int] = []
    var items: [Int] = []
    var actions: [Int] = []
    var maintenance: [Int] = []
    var backlog: [Int] = []
    var checks: [Int] = []
    var key: [Int] = []
    var texts: [Int] = []
    var footnotes: [Int] = []
    var milestones: [Int] = []

    func places(of identifiers: [String], _ placed: [String: Int]) -> [Int] {
        identifiers.compactMap { placed[$0] }
    }

    var completed: [Int] = []
    var ongoing: [Int] = []
    var late: [Int] = []
    var notKnown: [Int] = []
    var exited: [Int] = []
    var counted: [Int] = []
}

struct ItemFacts: Sendable {
    var item: PlanItem
    var plan: Int
    var level: LevelName?
    var status: StatusTag?
    var meaning: StatusMeaning?
    var asOf: CivilDate
    var isCounted = false
    var parent: Int?
    var children: [Int] = []
    var path: [Int] = []
    var timescale = 0
    var history: [Int] = []
    var progress: [Int] = []
    var exit: Int?
}

/// The same once nothing changes any more: one reference, where copying all values for every column
/// would cost more than reading them.
final class ItemRow: Sendable {
    private let facts: ItemFacts

    init(_ facts: ItemFacts) {
        self.facts = facts
    }

    var item: PlanItem { facts.item }
    var plan: Int { facts.plan }
    var level: LevelName? { facts.level }
    var status: StatusTag? { facts.status }
    var meaning: StatusMeaning? { facts.meaning }
    var asOf: CivilDate { facts.asOf }
    var isCounted: Bool { facts.isCounted }
    var parent: Int? { facts.parent }
    var children: [Int] { facts.children }
    var path: [Int] { facts.path }
    var timescale: Int { facts.timescale }
    var history: [Int] { facts.history }
    var progress: [Int] { facts.progress }
    var exit: Int? { facts.exit }
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
}

struct LevelRow: Sendable {
    var name: LevelName
    var count: Int
}
#endif
