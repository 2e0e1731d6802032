// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Makes a small edition of a table, as tests and examples write it down.
///
/// ```lua
/// t.edition {
///   as_of = "2026-10-31",
///   { number = "1.1", text = "Write a guide", lead = "Lead Nurse", due = "2026-06-30" },
/// }
/// ```
struct EditionMaker {
    var asOf: CivilDate
    var audience: Audience
    let fields: JSONFields
    let reader: TimescaleReader
    let plugin: String?
    let contributions: Contributions

    private static let names =
        [
            "as_of", "audience", "committee", "name", "plan", "title", "layout", "from", "ends",
            "until", "approved",
            "levels", "scheme", "items", "scale", "registers", "risks", "meetings",
            "documents", "indicators", "learning_reviews", "voices",
        ] + qualityNames + programmeNames
    private static let itemNames =
        ["level", "list", "number", "text", "id"] + PlanItem.table.exampleForms.flatMap(\.names)

    /// The day of which tests and examples speak when nobody says otherwise.
    static let usualDay = CivilDate(2026, 10, 31)

    init(
        _ node: JSONNode,
        source: String,
        plugin: String? = nil,
        reader: TimescaleReader,
        contributions: Contributions = Contributions()
    ) throws(JSONError) {
        self.plugin = plugin
        self.contributions = contributions
        fields = try JSONFields(node, in: source, known: Self.names)
        self.reader = reader
        asOf = try fields.optional("as_of", as: .date) ?? Self.usualDay
        audience = try fields.optional("audience", as: .audience) ?? .committee
    }

    /// Makes an edition of the table that a test gives to `t.edition`.
    init(
        _ value: ScriptValue,
        of plugin: String,
        reader: TimescaleReader,
        contributions: Contributions
    ) throws(JSONError) {
        let map = value.map ?? ScriptMap()
        var members = map.entries.map { ($0.name, $0.value.json(at: $0.name)) }
        members.append(("items", .array(map.items.map { $0.json() })))
        try self.init(
            JSONNode(.object(JSONObject(members)), line: 1),
            source: "t.edition",
            plugin: plugin,
            reader: reader,
            contributions: contributions
        )
    }

    func edition() throws(JSONError) -> Edition {
        var record = Record()
        record.plans = [try plan()]
        record.riskRegisters = try registers()
        record[MeetingsState.self].meetings = try meetings()
        record.documents = try documents()
        record.learningReviews = try learningReviews()
        record.indicators = try indicators()
        record.quality = try quality()
        record.voices = try voices()
        record.programmeState = try programmes()
        return Edition(
            of: record,
            committee: try fields.optional("committee", as: .text) ?? "example",
            name: try fields.optional("name", as: .text) ?? "Example committee",
            asOf: asOf,
            audience: audience
        )
    }

    private func plan() throws(JSONError) -> Plan {
        let from = try fields.optional("from", as: .date) ?? CivilDate(asOf.year, 4, 1)
        // Lua's own word “until” cannot be written as a name.
        var until = try fields.optional("ends", as: .date)
        if until == nil { until = try fields.optional("until", as: .date) }
        let levels = try fields.optional("levels", as: .list(of: .text)) ?? ["outcome", "action"]
        guard (2...5).contains(levels.count) else {
            throw fields.error(
                "a plan has two to five levels, found \(levels.count).",
                at: "levels"
            )
        }
        guard let period = CivilSpan(from: from, until: until) else {
            throw fields.error(
                "the plan ends before it begins.",
                at: fields.has("ends") ? "ends" : "until"
            )
        }
        var plan = Plan(
            id: try fields.optional("plan", as: .text) ?? "plan",
            title: try fields.optional("title", as: .text) ?? "Example plan",
            period: period,
            levels: levels.map { LevelName($0) }
        )
        plan.scheme = try scheme() ?? "example/rag"
        if let layout = try fields.optional("layout", as: .text) {
            // A layout of the plugin's own may go without its name.
            plan.layout = layout.contains("/") ? layout : "\(plugin ?? "example")/\(layout)"
        }
        plan.milestones = [
            DocumentMilestone(
                kind: .approved(by: "the committee"),
                on: try fields.optional("approved", as: .date) ?? from
            )
        ]
        var above: [Int: String] = [:]
        let items = try fields.optional("items", as: .list(of: .fields(known: Self.itemNames)))
        for item in items ?? [] { try add(item, to: &plan, below: &above) }
        return plan
    }

    /// The status key: one of the plugin's own may go without its name, as the examples' may.
    private func scheme() throws(JSONError) -> String? {
        guard let name = try fields.optional("scheme", as: .text) else { return nil }
        let known = contributions.schemes.map(\.id)
        // Without an engine there is nothing to look the name up in.
        guard !known.isEmpty, !known.contains(name) else { return name }
        let found = [plugin ?? "example", "example"].map { "\($0)/\(name)" }
        if let own = found.first(where: known.contains) { return own }
        throw fields.error(
            "there is no status key “\(name)”. \(ClosestName.suggestion(for: name, in: known))",
            at: "scheme"
        )
    }

    /// Meetings: a body with the days on which it meets, or how often from which day on.
    private func meetings() throws(JSONError) -> [MeetingSeries] {
        let type = JSONFieldType<JSONFields>.fields(known: ["body", "name", "on", "every", "from"])
        var series: [MeetingSeries] = []
        for meeting in try fields.optional("meetings", as: .list(of: type)) ?? [] {
            let body = try meeting.required("body", as: .text)
            let days = JSONFieldType<[CivilDate]>("a day, or a list of days") {
                (node, place) throws(JSONError) in
                guard case .array = node.content else {
                    return [try JSONFieldType<CivilDate>.date.read(node, place)]
                }
                return try JSONFieldType<[CivilDate]>.list(of: .date).read(node, place)
            }
            let on = try meeting.optional("on", as: days) ?? []
            let every = try meeting.optional("every", as: .period)
            let from = try meeting.optional("from", as: .date)
            guard let first = every == nil ? on.min() : from else {
                throw meeting.error(
                    "say when “\(body)” meets: on = \"2026-11-12\", or every = \"3 months\" with from = "
                        + "\"2026-03-12\"."
                )
            }
            let name = try meeting.optional("name", as: .text) ?? body
            do throws(CalendarError) {
                var cadence = try Cadence(every: every ?? Period(100, .years), from: first)
                cadence.added = Set(on)
                if every == nil { cadence.until = on.max() }
                series.append(MeetingSeries(body: body, name: name, cadence: cadence))
            } catch {
                throw meeting.error(error.message)
            }
        }
        return series
    }

    private func add(
        _ fields: JSONFields,
        to plan: inout Plan,
        below above: inout [Int: String]
    ) throws(JSONError) {
        let names = plan.levels.map(\.singular)
        let list = try fields.optional("list", as: .planList)
        let name = try fields.optional("level", as: .one(of: names)) ?? names.last ?? ""
        let level = list == nil ? names.firstIndex(of: name) ?? 0 : 0
        let number = try fields.optional("number", as: .text)
        let count = plan.items.count + plan.listedItems.count + 1
        // An action goes by its number; what stands above may have the same one.
        let usual = list == nil && level == plan.actionLevel ? number : nil
        let own = try fields.optional("id", as: .text)
        var item = PlanItem(
            id: own ?? usual ?? "\(list?.rawValue ?? name)-\(count)",
            list: list ?? .table,
            level: level,
            parent: list == nil ? (0..<level).reversed().compactMap { above[$0] }.first : nil,
            number: number,
            text: Prose(markup: try fields.required("text", as: .text))
        )
        let example = ExampleReading(asOf: asOf, scheme: plan.scheme, timescales: reader)
        for form in PlanItem.table.exampleForms { try form.read(fields, &item, example) }
        if item.list == .table {
            above = above.filter { $0.key < level }
            above[level] = item.id
        }
        plan.append(item)
    }
}
#endif
