// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The JSON of a plan on a day: what `committee plan --json` prints.
///
/// Other programs rely on its names; `Documentation/schema/plan.json` is its schema. A date is
/// written as `2026-10-31`, and what is not known or not said is null.
///
/// ```swift
/// let json = PlanJSON(of: plan, in: edition, computed: checks).value
/// print(json.indentedText)
/// ```
public struct PlanJSON: Hashable, Sendable {
    /// The JSON itself.
    public let value: JSONValue

    /// Creates the JSON of a plan of an edition.
    ///
    /// - Parameters:
    ///   - plan: A plan of the edition.
    ///   - edition: The edition, which says the day and the audience, and what was left out for it.
    ///   - computed: The progress checks that the journal gives, which stand beside the stated ones.
    /// - Complexity: O(*n* × *m*) for *n* actions and *m* items.
    public init(of plan: Plan, in edition: Edition, computed: [ProgressCheck]) {
        let members = Self.members(of: plan, on: edition.asOf, computed: computed)
        let omitted = edition.leftOut(of: .plan(plan.id)).map { what -> JSONValue in
            ["what": .string(what)]
        }
        let cut: JSONObject = [
            "audience": .string(edition.audience.rawValue), "omitted": .array(omitted),
        ]
        let head = (members.firstIndex { $0.key == "counts" }) ?? 0
        let all = members.prefix(head) + Array(cut) + members.suffix(from: head)
        value = .object(JSONObject(all.map { ($0.key, $0.value) }))
    }

    /// Returns the JSON of a timescale: what `committee timescale --json` lists.
    ///
    /// - Parameter timescale: The timescale.
    /// - Returns: An object of the words, the kind of the reading, its dates and how sure it is.
    public static func timescaleJSON(_ timescale: Timescale) -> JSONValue {
        var members: JSONObject = [
            "text": .string(timescale.words), "kind": .string(timescale.kind),
            "due": .date(timescale.due), "from": .date(timescale.from),
            "until": .date(timescale.until), "confidence": .string(timescale.confidence.rawValue),
            "doubt": .string(optional: timescale.doubt),
        ]
        if !timescale.revisedFrom.isEmpty {
            members["revisedFrom"] = .array(timescale.revisedFrom.map { .date($0) })
        }
        if case .milestones(let parts) = timescale.reading {
            members["milestones"] = .array(parts.map(timescaleJSON))
        }
        return .object(members)
    }

    /// The JSON of one line of a table of progress checks.
    ///
    /// - Parameter check: The check.
    /// - Returns: An object of its date, its figures and whether a document states them.
    public static func checkJSON(_ check: ProgressCheck) -> JSONValue {
        var members: JSONObject = [
            "date": .date(check.date), "words": .string(check.words), "name": .string(check.name),
            "total": .integer(optional: check.total),
            "completed": .integer(optional: check.completed),
            "added": .integer(optional: check.added), "ongoing": .integer(optional: check.ongoing),
            "stated": .bool(check.isStated),
        ]
        if !check.figures.isEmpty { members["figures"] = check.figuresJSON }
        return .object(members)
    }
}

extension PlanJSON {
    /// The members of a plan in an export, with the text around its tables.
    static func exported(_ plan: Plan, on day: CivilDate) -> JSONObject {
        var members = members(of: plan, on: day, computed: [])
        members["layout"] = .string(optional: plan.layout)
        members["scheme"] = .string(optional: plan.scheme)
        for member in Plan.table.jsonMembers {
            let value = member.value([plan], 0)
            if !value.isNull { members[member.name] = value }
        }
        return members
    }

    /// The members that do not depend on an audience.
    static func members(
        of plan: Plan,
        on day: CivilDate,
        computed: [ProgressCheck]
    ) -> JSONObject {
        let figures = PlanFigures(of: plan, on: day)
        let items = ItemIndex(plan)
        var members: JSONObject = [
            "id": .string(plan.id), "title": .string(plan.title),
            "state": .string(plan.state.rawValue),
            "period": ["from": .date(plan.period.from), "until": .date(plan.period.until)],
            "asOf": .date(day),
            "counts": counts(plan, figures),
            "status": .object(
                JSONObject(figures.statuses.map { ($0.printed, .integer($0.actions.count)) })
            ),
            "completed": ids(figures.completed), "late": ids(figures.late),
            "notKnown": ids(figures.notKnown), "exited": ids(figures.exited),
            "checks": .array(sideBySide(plan.statedChecks, computed).map(checkJSON)),
            "countingRules": .array(plan.counting.sentences.map(JSONValue.string)),
            "levels": .array(
                plan.levels.map {
                    ["singular": .string($0.singular), "plural": .string($0.plural)]
                }
            ),
            "actions": .array(
                plan.actions.map {
                    .object(actionJSON($0, parents: items.parents(of: $0), on: day))
                }
            ),
            "items": .array(
                plan.items.filter { $0.level != plan.actionLevel }.map { item in
                    .object(actionJSON(item, parents: items.parents(of: item), on: day))
                }
            ),
            "maintenance": .array(
                plan.maintenance.map { .object(actionJSON($0, parents: [], on: day)) }
            ),
            "backlog": .array(plan.backlog.map { .object(actionJSON($0, parents: [], on: day)) }),
        ]
        guard !plan.lists.isEmpty else { return members }
        let lists = plan.lists.map { list -> (String, JSONValue) in
            (list.name, .array(list.items.map { .object(actionJSON($0, parents: [], on: day)) }))
        }
        members["lists"] = .object(JSONObject(lists))
        return members
    }

    private static func counts(_ plan: Plan, _ figures: PlanFigures) -> JSONValue {
        [
            "levels": .object(
                JSONObject(figures.levels.map { ($0.name.singular, .integer($0.count)) })
            ),
            "actions": .integer(figures.total.count),
            "maintenance": .integer(plan.maintenance.count),
            "backlog": .integer(plan.backlog.count),
        ]
    }

    private static func ids(_ ids: [String]) -> JSONValue { .array(ids.map(JSONValue.string)) }

    /// The checks by date, a stated one before a computed one of the same day.
    private static func sideBySide(
        _ stated: [ProgressCheck],
        _ computed: [ProgressCheck]
    ) -> [ProgressCheck] {
        (stated + computed).enumerated().sorted { first, second in
            let (one, other) = (first.element.date ?? .latest, second.element.date ?? .latest)
            if one != other { return one < other }
            return first.offset < second.offset
        }.map(\.element)
    }

    /// The members of an item that the table does not give: where it stands, and what is computed.
    private static func placeJSON(
        _ item: PlanItem,
        parents: [String],
        on day: CivilDate
    ) -> JSONObject {
        [
            "id": .string(item.id), "level": .integer(item.level + 1),
            "number": .string(optional: item.number), "parents": ids(parents),
            "late": .bool(item.isLate(on: day)),
            "daysToDue": .integer(optional: item.daysToDue(from: day)),
        ]
    }

    private static func actionJSON(
        _ item: PlanItem,
        parents: [String],
        on day: CivilDate
    ) -> JSONObject {
        var known = placeJSON(item, parents: parents, on: day)
        if !item.inherited.isEmpty {
            let from = item.inherited.sorted { $0.key < $1.key }
            known["inherited"] = .object(JSONObject(from.map { ($0.key, .string($0.value)) }))
        }
        var others: [String] = []
        for member in PlanItem.table.jsonMembers {
            let value = member.value([item], 0)
            known[member.name] = value
            if !actionOrder.contains(member.name), !value.isNull { others.append(member.name) }
        }
        return JSONObject(
            (actionOrder + others).compactMap { name in known[name].map { (name, $0) } }
        )
    }

    /// The order in which the members of an action were first given; what is declared since follows.
    private static let actionOrder = [
        "id", "level", "number", "text", "parents", "leads", "leadWords", "timescale", "status",
        "statusScheme", "statusAsAt", "completed", "completion", "completedOn", "completedBy",
        "late",
        "daysToDue", "progress", "latestProgress", "statement", "notes", "evidence",
        "expectedImpact",
        "timescaleHistory", "exit", "added", "predecessors", "audience", "local", "inherited",
    ]

    static func progressJSON(_ entry: ProgressEntry) -> JSONValue {
        [
            "text": .string(entry.text.plainText), "asAt": .date(entry.asAt),
            "by": .string(entry.by), "audience": .string(entry.audience.rawValue),
        ]
    }

    static func revisionJSON(_ revision: TimescaleRevision) -> JSONValue {
        [
            "text": .string(revision.timescale.words), "effective": .date(revision.effective),
            "reason": .string(optional: revision.reason),
        ]
    }

    static func exitJSON(_ exit: PlanExit) -> JSONValue {
        [
            "kind": .string(exit.kind), "to": .string(optional: exit.destination),
            "on": .date(exit.on), "reason": .string(optional: exit.reason),
        ]
    }
}

/// The items of a plan by their identifiers.
private struct ItemIndex {
    private let above: [String: String]
    private let depth: Int

    init(_ plan: Plan) {
        above = Dictionary(
            plan.items.compactMap { item in item.parent.map { (item.id, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        depth = plan.levels.count
    }

    /// The identifiers above an item, outermost first.
    func parents(of item: PlanItem) -> [String] {
        var found: [String] = []
        var next = item.parent
        while let id = next, found.count < depth {
            found.append(id)
            next = above[id]
        }
        return found.reversed()
    }
}
