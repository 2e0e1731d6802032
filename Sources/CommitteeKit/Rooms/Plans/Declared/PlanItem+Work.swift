// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Who does the work, and by when: events, since what was said before still counts.

extension PlanItem.Entries {
    /// Who leads was set.
    public static let leads = Event<PlanItem, Leads>(
        "action.leads-set",
        "Who leads the item: the words of the cell, and the names read from them.",
        by: Codec(members: \.json) { (payload) throws(PayloadError) in
            let names = payload["names"] == nil ? nil : try payload.texts("names")
            return Leads(
                words: Prose(markup: try payload.optionalText("words") ?? ""),
                names: names
            )
        }
    ) { item, leads, _ in
        let before = item.leads
        item.leads = leads
        item.leads.keyPeople = before.keyPeople.filter(leads.names.contains)
        item.leads.returner = before.returner.flatMap { leads.names.contains($0) ? $0 : nil }
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("leads", comesWithAddition: true) { (fields, reading) throws(JSONError) in
                [RequestedFact(.leadsSet(try Leads(requested: fields, &reading)))]
            }
        ])
        ways.cell = .not(because: "layouts show it in a way of their own, as `leads`")
        ways.columns = .by([
            Column("leads", "The names of those who lead.", .texts { $0[$1].leads.names }),
            Column(
                "leads_words",
                "The cell of leads as published.",
                .text { $0[$1].leads.words.plainText }
            ),
        ])
        ways.json = .by([
            JSONMember("leads") { .array($0[$1].leads.names.map(JSONValue.string)) },
            JSONMember("leadWords") { .string($0[$1].leads.words.plainText) },
        ])
        ways.comparison = .by(
            FieldComparison(name: FieldName("leads"), empty: Leads(), at: { $0[$1].leads }) {
                .leadsSet($0)
            }
        )
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard later.leads != earlier.leads else { return [] }
                func list(_ names: [String]) -> String {
                    names.isEmpty ? "nobody" : names.joined(separator: ", ")
                }
                return [
                    ChangeInWords(
                        "leads",
                        "\(name) is now led by \(list(later.leads.names)); before by "
                            + "\(list(earlier.leads.names))."
                    )
                ]
            }
        )
        ways.example = .by(
            ExampleForm(["lead", "leads"]) { (fields, item, _) throws(JSONError) in
                var names = try fields.optional("leads", as: .list(of: .text)) ?? []
                if let lead = try fields.optional("lead", as: .text) { names.append(lead) }
                item.leads = Leads(words: Prose(names.joined(separator: ", ")), names: names)
            }
        )
    }

    /// Who of several leads returns the update was said, and which of those named do not lead.
    public static let leadRoles = Event<PlanItem, LeadRoles>(
        "action.lead-roles-set",
        "Who of several leads returns the update, and which of those named do not lead.",
        by: Codec(
            members: { roles in
                JSONObject(compact: [
                    "returner": .string(optional: roles.returner),
                    "keyPeople": .array(roles.keyPeople.map(JSONValue.string)),
                ])
            }
        ) { (payload) throws(PayloadError) in
            LeadRoles(
                returner: try payload.optionalText("returner"),
                keyPeople: try payload.texts("keyPeople")
            )
        }
    ) { item, roles, step in
        let names = item.leads.names
        for name in roles.keyPeople + (roles.returner.map { [$0] } ?? [])
        where !names.contains(name) {
            return "“\(name)” is not among the leads of action “\(item.id)” on \(step.effective). "
                + ClosestName.suggestion(for: name, in: names)
        }
        if let returner = roles.returner, roles.keyPeople.contains(returner) {
            return "“\(returner)” cannot both return the updates of action “\(item.id)” and not "
                + "lead it."
        }
        item.leads.returner = roles.returner
        item.leads.keyPeople = roles.keyPeople
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("answers") { (fields, _) throws(JSONError) in
                let answers = try fields.required(
                    "answers",
                    as: .fields(known: ["returner", "keyPeople"])
                )
                return [
                    RequestedFact(
                        .leadRolesSet(
                            returner: try answers.optional("returner", as: .name),
                            keyPeople: try answers.optional("keyPeople", as: .list(of: .name)) ?? []
                        )
                    )
                ]
            }
        ])
        ways.cell = .not(because: "a plan prints the leads and not their parts")
        ways.columns = .not(
            because: "the names of those who lead stand in `leads`, the first first"
        )
        ways.json = .by([
            JSONMember(
                "answers",
                schema: [
                    "type": "object",
                    "properties": [
                        "returner": ["type": ["string", "null"]],
                        "keyPeople": ["type": "array", "items": ["type": "string"]],
                    ],
                    "required": ["returner", "keyPeople"],
                ]
            ) { items, place in
                let leads = items[place].leads
                guard leads.returner != nil || !leads.keyPeople.isEmpty else { return .null }
                return [
                    "returner": .string(optional: leads.returner),
                    "keyPeople": .array(leads.keyPeople.map(JSONValue.string)),
                ]
            }
        ])
        ways.comparison = .not(because: "a published document does not say it")
        ways.sentence = .not(because: "it is said with the leads")
        ways.example = .not(because: "an example names one lead")
    }

    /// The timescale was set.
    public static let timescale = Event<PlanItem, Timescale>(
        "action.timescale-set",
        "When the work is to be done: the words, and what they are read to mean.",
        by: .object("a timescale", needs: ["words", "kind"], { $0.json }, { Timescale(json: $0) })
    ) { item, timescale, step in
        item.timescale = timescale
        item.timescaleHistory.append(
            TimescaleRevision(
                timescale: timescale,
                effective: step.effective,
                reason: step.reason
            )
        )
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("timescale", comesWithAddition: true) {
                (fields, reading) throws(JSONError) in
                let timescale = reading.timescales.read(
                    try fields.required("timescale", as: .text)
                )
                if let doubt = timescale.doubt {
                    reading.doubts.append(
                        Finding(
                            line: fields.node.line,
                            kind: "timescale",
                            message: "“\(JSONReader.shown(timescale.words))” is read as "
                                + "\(timescale.kind) (\(timescale.confidence.rawValue)). \(doubt)"
                        )
                    )
                }
                return [RequestedFact(.timescaleSet(timescale))]
            }
        ])
        ways.cell = .not(because: "layouts show it in a way of their own, as `timescale.words`")
        ways.columns = .not(because: "scripts read it as a record of its own, `timescale`")
        ways.json = .by([
            JSONMember("timescale") { PlanJSON.timescaleJSON($0[$1].timescale) },
            JSONMember("timescaleHistory") { items, place in
                .array(items[place].timescaleHistory.map(PlanJSON.revisionJSON))
            },
        ])
        ways.comparison = .by(
            FieldComparison(
                name: FieldName("timescale"),
                empty: Timescale.none,
                at: { $0[$1].timescale }
            ) { .timescaleSet($0) }
        )
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard later.timescale != earlier.timescale else { return [] }
                let words = earlier.timescale.words
                return [
                    ChangeInWords(
                        "timescale",
                        "The timescale of \(name.lowercasedFirst) is now “\(later.timescale.words)”"
                            + (words.isEmpty ? "." : "; before it was “\(words)”.")
                    )
                ]
            }
        )
        ways.example = .by(
            ExampleForm(["due", "timescale"]) { (fields, item, example) throws(JSONError) in
                if let due = try fields.optional("due", as: .date) {
                    item.timescale = example.timescales.read("By \(due.formatted("d MMMM yyyy"))")
                } else if let words = try fields.optional("timescale", as: .text) {
                    item.timescale = example.timescales.read(words)
                }
            }
        )
    }

    /// A column of the committee's own was set.
    public static let local = Event<PlanItem, LocalText>(
        "action.local-set",
        "What the committee keeps in a column of its own, by the column's name.",
        part: { $0["name"]?.text },
        by: Codec(
            members: { ["name": .string($0.name), "text": .string($0.text.markup)] }
        ) { (payload) throws(PayloadError) in
            LocalText(name: try payload.text("name"), text: try payload.prose("text"))
        }
    ) { item, local, _ in
        item.local[local.name] = local.text.isEmpty ? nil : local.text
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("local") { (fields, _) throws(JSONError) in
                try fields.required("local", as: .map(of: .prose)).map {
                    RequestedFact(.localSet(name: $0.key, $0.value))
                }
            }
        ])
        ways.cell = .not(because: "a layout names each column of its own, as `local.name`")
        ways.columns = .by([
            Column(
                "local_fields",
                "What the committee keeps in columns of its own.",
                .textsByName { $0[$1].local.mapValues(\.plainText) }
            )
        ])
        ways.json = .by([
            JSONMember("local") { items, place in
                .object(
                    JSONObject(
                        items[place].local.sorted { $0.key < $1.key }
                            .map { ($0.key, .string($0.value.plainText)) }
                    )
                )
            }
        ])
        ways.comparison = .not(because: "each column is compared by its name")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                Set(earlier.local.keys).union(later.local.keys).sorted().compactMap { column in
                    let value = later.local[column]
                    guard value != earlier.local[column] else { return nil }
                    let words = "“\(column)” of \(name.lowercasedFirst)"
                    return ChangeInWords(
                        "local",
                        value.map { "\(words) is now: \($0.singleLine.ended)" }
                            ?? "\(words) was taken out."
                    )
                }
            }
        )
        ways.example = .by(
            ExampleForm(["local"]) { (fields, item, _) throws(JSONError) in
                for local in try fields.optional("local", as: .map(of: .text)) ?? [] {
                    item.local[local.key] = Prose(markup: local.value)
                }
            }
        )
    }
}

/// Who of several leads returns the update, and which of those named do not lead.
public struct LeadRoles: Hashable, Sendable {
    /// Who returns the update; the first of those who lead when nil.
    public var returner: String?
    /// Those who are involved but do not lead.
    public var keyPeople: [String]

    /// Creates the roles.
    ///
    /// - Parameters:
    ///   - returner: Who returns the update.
    ///   - keyPeople: Those who are involved but do not lead.
    public init(returner: String?, keyPeople: [String]) {
        self.returner = returner
        self.keyPeople = keyPeople
    }
}

/// What stands in a column that a committee keeps for itself.
public struct LocalText: Hashable, Sendable {
    /// The column's name.
    public var name: String
    /// What stands in it; empty takes it out.
    public var text: Prose

    /// Creates what stands in a column.
    ///
    /// - Parameters:
    ///   - name: The column's name.
    ///   - text: What stands in it.
    public init(name: String, text: Prose) {
        self.name = name
        self.text = text
    }
}

extension Leads {
    /// Reads the leads of a change: a list of names, or one text that the glossary splits.
    fileprivate init(
        requested fields: JSONFields,
        _ reading: inout RequestReading
    ) throws(JSONError) {
        let node = try fields.required("leads", as: .node)
        if case .array = node.content {
            let names = try fields.required("leads", as: .list(of: .name))
            self.init(words: Prose(blocks: names.map { .paragraph([.text($0)]) }), names: names)
            return
        }
        let words = try fields.required("leads", as: .prose)
        guard let glossary = reading.glossary else {
            self.init(words: words)
            return
        }
        let found = glossary.read(words)
        for name in found.unknown {
            reading.doubts.append(
                Finding(
                    line: node.line,
                    kind: "lead",
                    message: "“\(JSONReader.shown(name))” is not in the glossary of leads."
                )
            )
        }
        self.init(words: words, names: found.names)
    }
}
