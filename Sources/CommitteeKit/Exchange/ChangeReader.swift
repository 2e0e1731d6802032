// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads the objects of a file of changes.
struct ChangeReader: Sendable {
    /// The plan of actions that do not name one.
    let plan: String?
    let timescales: TimescaleReader
    let glossary: LeadGlossary?

    typealias Aspect = RequestedChange.Aspect

    /// A text that is not blank.
    static var name: JSONFieldType<String> {
        JSONFieldType<String>.text.checked("a text that is not empty") {
            $0.trimmingSpace.isEmpty ? nil : $0
        }
    }

    /// Text with light markup.
    static var prose: JSONFieldType<Prose> {
        JSONFieldType<String>.text.checked("a text") { Prose(markup: $0) }
    }

    private static var yes: JSONFieldType<Bool> {
        JSONFieldType<Bool>.bool.checked("true (leave it out otherwise)") { $0 ? true : nil }
    }

    private static var audience: JSONFieldType<Audience> {
        .init("an audience") { (node, place) throws(JSONError) in
            let word = try JSONFieldType.one(of: Audience.allCases.map(\.rawValue))
                .read(node, place)
            return Audience(rawValue: word) ?? .restricted
        }
    }

    private static var reference: JSONFieldType<ExternalReference> {
        .object(known: ["source", "id"]) { (fields) throws(JSONError) in
            ExternalReference(
                source: try fields.required("source", as: name),
                id: try fields.required("id", as: name))
        }
    }

    static let targets = ["plan", "action", "external", "correct", "void", "entry"]
    static let aspects = [
        "add", "text", "statement", "leads", "timescale", "expectedImpact", "evidence", "status",
        "progress", "note", "local", "reopened", "ongoing", "completed", "completedBy", "left",
        "audience", "predecessors", "submitted", "approved", "externalID", "payload",
    ]
    private static let others = ["effective", "by", "reason", "asAt", "scheme"]

    var change: JSONFieldType<RequestedChange> {
        .object(known: Self.targets + Self.aspects + Self.others) { (fields) throws(JSONError) in
            try self.change(fields)
        }
    }

    private func change(_ fields: JSONFields) throws(JSONError) -> RequestedChange {
        var doubts: [Finding] = []
        let target = try target(fields)
        var aspects: [RequestedChange.NamedAspect] = []
        for name in Self.aspects where fields.has(name) {
            for aspect in try self.aspects(name, fields, &doubts) {
                aspects.append(RequestedChange.NamedAspect(name: name, aspect: aspect))
            }
        }
        if case .entry = target {
            aspects = [.init(name: "entry", aspect: try openAspect(fields))]
        }
        for (name, needed) in [("asAt", "progress"), ("scheme", "status")]
        where fields.has(name) && !fields.has(needed) {
            throw fields.error("“\(name)” goes with “\(needed)”, which is not given.", at: name)
        }
        let reason = try fields.optional("reason", as: Self.name)
        switch target {
        case .correct, .void:
            guard reason != nil else {
                throw fields.error("a correction needs a “reason”. Say why the entry is wrong.")
            }
        default: break
        }
        if case .void = target {
            if let other = aspects.first {
                throw fields.error(
                    "“\(other.name)” does not go with “void”, which takes the entry away. To put "
                        + "something else in its place, use “correct”.", at: other.name)
            }
        } else if aspects.isEmpty {
            throw fields.error(
                "the change says nothing. Give at least one of: "
                    + "\(Self.aspects.joined(separator: ", ")).")
        }
        return RequestedChange(
            target: target, aspects: aspects,
            effective: try fields.optional("effective", as: .date),
            by: try fields.optional("by", as: Self.name), reason: reason, node: fields.node,
            place: fields.place, doubts: doubts)
    }

    private func target(_ fields: JSONFields) throws(JSONError) -> RequestedChange.Target {
        let named = Self.targets.filter { fields.has($0) && $0 != "plan" }
        guard named.count <= 1 else {
            throw fields.error(
                "“\(named[0])” and “\(named[1])” name two things. Make two changes of it.",
                at: named[1])
        }
        let plan = try fields.optional("plan", as: Self.name)
        if let name = named.first, name != "action", plan != nil {
            throw fields.error("“plan” does not go with “\(name)”. Leave it out.", at: "plan")
        }
        switch named.first {
        case "external": return .external(try fields.required("external", as: Self.reference))
        case "correct": return .correct(try fields.required("correct", as: .integer))
        case "void": return .void(try fields.required("void", as: .integer))
        case "entry":
            let entry = try fields.required("entry", as: .fields(known: Self.entryNames))
            let subject = try entry.required("subject", as: .fields(known: ["kind", "id"]))
            return .entry(
                SubjectReference(
                    kind: SubjectKind(try subject.required("kind", as: Self.name)),
                    id: try subject.required("id", as: Self.name)))
        default: break
        }
        guard let plan = plan ?? self.plan else {
            throw fields.error(
                "the change does not say what it is about. Name “plan” (here or for the whole "
                    + "file), “external”, “correct”, “void” or “entry”.")
        }
        guard fields.has("action") else { return .plan(plan) }
        return .action(try fields.required("action", as: Self.name), plan: plan)
    }

    private static let entryNames = ["kind", "version", "subject", "payload"]

    private func openAspect(_ fields: JSONFields) throws(JSONError) -> Aspect {
        if let name = Self.aspects.first(where: { fields.has($0) }) {
            throw fields.error(
                "“\(name)” does not go with “entry”. Make two changes of it.", at: name)
        }
        let entry = try fields.required("entry", as: .fields(known: Self.entryNames))
        let kind = try entry.required("kind", as: Self.name)
        guard !kind.hasPrefix("entry."), !kind.hasPrefix("subject.") else {
            throw entry.error(
                "“\(kind)” is a kind of the journal's own. Use “correct”, “void” or “externalID”.",
                at: "kind")
        }
        return .payload(
            EntryKind(kind), version: try entry.optional("version", as: .integer) ?? 1,
            try entry.required("payload", as: .value))
    }

    // MARK: Aspects

    private func aspects(
        _ name: String, _ fields: JSONFields, _ doubts: inout [Finding]
    ) throws(JSONError) -> [Aspect] {
        func prose() throws(JSONError) -> Prose { try fields.required(name, as: Self.prose) }
        func fact(_ fact: Change.Fact) -> [Aspect] { [.fact(fact, on: nil)] }
        switch name {
        case "add": return try added(fields, &doubts)
        case "text": return fact(.textSet(try prose()))
        case "statement": return fact(.statementSet(try prose()))
        case "leads": return fact(.leadsSet(try leads(fields, &doubts)))
        case "timescale": return fact(.timescaleSet(try timescale(fields, &doubts)))
        case "expectedImpact": return fact(.expectedImpactSet(try prose()))
        case "evidence": return fact(.evidenceSet(try prose()))
        case "status":
            return fact(
                .statusReported(
                    printed: try fields.required("status", as: .text).trimmingSpace,
                    scheme: try fields.optional("scheme", as: Self.name)))
        case "progress": return [try progress(fields)]
        case "note": return [.note(try prose())]
        case "local":
            return try fields.required("local", as: .map(of: Self.prose)).map {
                .fact(.localSet(name: $0.key, $0.value), on: nil)
            }
        default: return try course(name, fields)
        }
    }

    /// What happens to an action or a plan, apart from what it says.
    private func course(_ name: String, _ fields: JSONFields) throws(JSONError) -> [Aspect] {
        switch name {
        case "reopened", "ongoing":
            _ = try fields.required(name, as: Self.yes)
            return [.fact(name == "reopened" ? .reopened : .goesOn, on: nil)]
        case "completed":
            guard !fields.has("completedBy") else {
                throw fields.error(
                    "“completed” and “completedBy” exclude each other. Keep “completed” when the "
                        + "day is known, and “completedBy” when only a later day is.",
                    at: "completedBy")
            }
            return [.fact(.completed, on: try fields.required("completed", as: Self.completion))]
        case "completedBy":
            return [.fact(.completed, on: .by(try fields.required("completedBy", as: .date)))]
        case "left":
            let left = try fields.required("left", as: .fields(known: ["kind", "to"]))
            return [
                .fact(
                    .left(
                        kind: try left.required("kind", as: .one(of: PlanExit.kinds)),
                        destination: try left.optional("to", as: Self.name)), on: nil)
            ]
        case "audience":
            guard !fields.has("progress") else { return [] }
            return [.fact(.audienceSet(try fields.required("audience", as: Self.audience)), on: nil)]
        case "predecessors":
            let ids = try fields.required("predecessors", as: .list(of: Self.name))
            return [.fact(.predecessorsNamed(ids), on: nil)]
        case "submitted":
            let to = try fields.required("submitted", as: .fields(known: ["to"]))
            return [.fact(.submitted(to: try to.required("to", as: Self.name)), on: nil)]
        case "approved":
            let by = try fields.required("approved", as: .fields(known: ["by"]))
            return [.fact(.approved(by: try by.required("by", as: Self.name)), on: nil)]
        case "externalID":
            return [.externalID(try fields.required("externalID", as: Self.reference))]
        default:
            guard fields.has("correct") else {
                throw fields.error(
                    "“payload” goes with “correct”. For an entry of your own kind, use “entry”.",
                    at: "payload")
            }
            return [.payload(nil, version: 1, try fields.required("payload", as: .value))]
        }
    }

    private static var completion: JSONFieldType<DateBound?> {
        JSONFieldType<DateBound?>("true or a day") { (node, place) throws(JSONError) in
            if node.value.truth == true { return nil }
            guard let date = node.value.text.flatMap({ CivilDate(iso: $0) }) else {
                throw place.error(
                    "expected true, or the day on which it was completed, such as 2026-10-31. To "
                        + "take a completion back, use “reopened”.", at: node)
            }
            return .on(date)
        }
    }

    private func progress(_ fields: JSONFields) throws(JSONError) -> Aspect {
        let node = try fields.required("progress", as: .node)
        guard case .object = node.content else {
            return .progress(
                try fields.required("progress", as: Self.prose),
                asAt: try fields.optional("asAt", as: .date),
                audience: try fields.optional("audience", as: Self.audience))
        }
        for name in ["asAt", "audience"] where fields.has(name) {
            throw fields.error("write “\(name)” inside “progress”, where its text is.", at: name)
        }
        let inner = try fields.required(
            "progress", as: .fields(known: ["text", "asAt", "audience"]))
        return .progress(
            try inner.required("text", as: Self.prose),
            asAt: try inner.optional("asAt", as: .date),
            audience: try inner.optional("audience", as: Self.audience))
    }

    private func added(
        _ fields: JSONFields, _ doubts: inout [Finding]
    ) throws(JSONError) -> [Aspect] {
        let item = try fields.required(
            "add",
            as: .fields(known: [
                "level", "list", "under", "after", "number", "text", "statement", "leads",
                "timescale", "expectedImpact", "evidence",
            ]))
        let list = try item.optional("list", as: .one(of: PlanList.allCases.map(\.rawValue)))
        let level = try item.optional("level", as: .value)
        if let level, level.text == nil, level.wholeNumber == nil {
            throw item.error(
                "expected the name of a level or its number, counted from 1.", at: "level")
        }
        var aspects: [Aspect] = [
            .added(
                RequestedChange.NewItem(
                    level: level, list: list.flatMap(PlanList.init) ?? .table,
                    under: try item.optional("under", as: Self.name),
                    after: try item.optional("after", as: Self.name),
                    number: try item.optional("number", as: Self.name),
                    text: try item.required("text", as: Self.prose)))
        ]
        for name in ["statement", "leads", "timescale", "expectedImpact", "evidence"]
        where item.has(name) {
            guard !fields.has(name) else {
                throw fields.error("“\(name)” is given twice, here and inside “add”.", at: name)
            }
            aspects += try self.aspects(name, item, &doubts)
        }
        return aspects
    }

    private func timescale(
        _ fields: JSONFields, _ doubts: inout [Finding]
    ) throws(JSONError) -> Timescale {
        let timescale = timescales.read(try fields.required("timescale", as: .text))
        if let doubt = timescale.doubt {
            doubts.append(
                Finding(
                    line: fields.node.line, kind: "timescale",
                    message: "“\(JSONReader.shown(timescale.words))” is read as "
                        + "\(timescale.kind) (\(timescale.confidence.rawValue)). \(doubt)"))
        }
        return timescale
    }

    private func leads(
        _ fields: JSONFields, _ doubts: inout [Finding]
    ) throws(JSONError) -> Leads {
        let node = try fields.required("leads", as: .node)
        if case .array = node.content {
            let names = try fields.required("leads", as: .list(of: Self.name))
            return Leads(
                words: Prose(blocks: names.map { .paragraph([.text($0)]) }), names: names)
        }
        let words = try fields.required("leads", as: Self.prose)
        guard let glossary else { return Leads(words: words) }
        let reading = glossary.read(words)
        for name in reading.unknown {
            doubts.append(
                Finding(
                    line: node.line, kind: "lead",
                    message: "“\(JSONReader.shown(name))” is not in the glossary of leads."))
        }
        return Leads(words: words, names: reading.names)
    }
}
