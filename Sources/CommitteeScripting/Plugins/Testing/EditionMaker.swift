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
    private let reader: TimescaleReader
    let plugin: String?
    let contributions: Contributions

    private static let names = [
        "as_of", "audience", "committee", "name", "plan", "title", "layout", "from", "until",
        "approved",
        "levels", "scheme", "items", "scale", "registers", "risks",
    ]
    private static let itemNames = [
        "level", "list", "number", "text", "id", "lead", "leads", "due", "timescale", "status",
        "progress", "completed", "withdrawn", "added", "audience", "statement", "evidence",
        "expected_impact", "notes", "local",
    ]

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
        let until = try fields.optional("until", as: .date)
        let levels = try fields.optional("levels", as: .list(of: .text)) ?? ["outcome", "action"]
        guard (2...5).contains(levels.count) else {
            throw fields.error(
                "a plan has two to five levels, found \(levels.count).",
                at: "levels"
            )
        }
        guard let period = CivilSpan(from: from, until: until) else {
            throw fields.error("the plan ends before it begins.", at: "until")
        }
        var plan = Plan(
            id: try fields.optional("plan", as: .text) ?? "plan",
            title: try fields.optional("title", as: .text) ?? "Example plan",
            period: period,
            levels: levels.map { LevelName($0) }
        )
        plan.scheme = try fields.optional("scheme", as: .text) ?? "example/rag"
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

    private func add(
        _ fields: JSONFields,
        to plan: inout Plan,
        below above: inout [Int: String]
    ) throws(JSONError) {
        let names = plan.levels.map(\.singular)
        let list = try fields.optional("list", as: .one(of: ["maintenance", "backlog"]))
        let name = try fields.optional("level", as: .one(of: names)) ?? names.last ?? ""
        let level = list == nil ? names.firstIndex(of: name) ?? 0 : 0
        let number = try fields.optional("number", as: .text)
        let count = plan.items.count + plan.maintenance.count + plan.backlog.count + 1
        // An action goes by its number; what stands above may have the same one.
        let usual = list == nil && level == plan.actionLevel ? number : nil
        let own = try fields.optional("id", as: .text)
        var item = PlanItem(
            id: own ?? usual ?? "\(list ?? name)-\(count)",
            list: list.map { $0 == "backlog" ? .backlog : .maintenance } ?? .table,
            level: level,
            parent: list == nil ? (0..<level).reversed().compactMap { above[$0] }.first : nil,
            number: number,
            text: Prose(markup: try fields.required("text", as: .text))
        )
        try fill(&item, from: fields, scheme: plan.scheme)
        switch item.list {
        case .table:
            above = above.filter { $0.key < level }
            above[level] = item.id
            plan.items.append(item)
        case .maintenance: plan.maintenance.append(item)
        case .backlog: plan.backlog.append(item)
        }
    }

    private func fill(
        _ item: inout PlanItem,
        from fields: JSONFields,
        scheme: String?
    ) throws(JSONError) {
        var leads = try fields.optional("leads", as: .list(of: .text)) ?? []
        if let lead = try fields.optional("lead", as: .text) { leads.append(lead) }
        item.leads = Leads(words: Prose(leads.joined(separator: ", ")), names: leads)
        if let due = try fields.optional("due", as: .date) {
            item.timescale = reader.read("By \(due.formatted("d MMMM yyyy"))")
        } else if let words = try fields.optional("timescale", as: .text) {
            item.timescale = reader.read(words)
        }
        if let printed = try fields.optional("status", as: .text) {
            item.status = ReportedStatus(printed: printed, scheme: scheme, asAt: asOf)
        }
        for text in try fields.optional("progress", as: .texts) ?? [] {
            item.progress.append(
                ProgressEntry(text: Prose(markup: text), asAt: asOf, by: "example")
            )
        }
        if let day = try fields.optional("completed", as: .dayOrTruth(asOf)) {
            item.completion = day <= asOf ? .completed(.on(day)) : .ongoing
        }
        if let day = try fields.optional("withdrawn", as: .date), day <= asOf {
            item.exit = PlanExit(kind: "withdrawn", on: day)
        }
        item.added = try fields.optional("added", as: .date)
        item.audience = try fields.optional("audience", as: .audience) ?? .public
        item.statement = Prose(markup: try fields.optional("statement", as: .text) ?? "")
        item.evidence = Prose(markup: try fields.optional("evidence", as: .text) ?? "")
        item.expectedImpact = Prose(
            markup: try fields.optional("expected_impact", as: .text) ?? ""
        )
        item.notes = try fields.optional("notes", as: .texts)?.map { Prose(markup: $0) } ?? []
        for local in try fields.optional("local", as: .map(of: .text)) ?? [] {
            item.local[local.key] = Prose(markup: local.value)
        }
    }
}

extension JSONFieldType where Value == Audience {
    /// The name of an audience.
    static var audience: Self {
        JSONFieldType<String>.one(of: Audience.allCases.map(\.rawValue))
            .checked("an audience") { Audience(rawValue: $0) }
    }
}

extension JSONFieldType where Value == [String] {
    /// A text, or a list of texts.
    fileprivate static var texts: Self {
        Self("a text or a list of texts") { (node, place) throws(JSONError) in
            if case .string(let text) = node.content { return [text] }
            return try JSONFieldType<[String]>.list(of: .text).read(node, place)
        }
    }
}

extension JSONFieldType where Value == CivilDate {
    /// A day; or true, which stands for a given day.
    fileprivate static func dayOrTruth(_ day: CivilDate) -> Self {
        Self("a day such as 2026-10-31, or true") { (node, place) throws(JSONError) in
            if case .bool(true) = node.content { return day }
            return try JSONFieldType<CivilDate>.date.read(node, place)
        }
    }
}
#endif
