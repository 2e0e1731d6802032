// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ChangeReader {
    /// Reads what a change says under one name.
    func aspects(
        _ name: String,
        _ fields: JSONFields,
        _ doubts: inout [Finding]
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
                    scheme: try fields.optional("scheme", as: Self.name)
                )
            )
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
                    at: "completedBy"
                )
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
                        destination: try left.optional("to", as: Self.name)
                    ),
                    on: nil
                )
            ]
        case "audience":
            guard !fields.has("progress") else { return [] }
            return [
                .fact(.audienceSet(try fields.required("audience", as: Self.audience)), on: nil)
            ]
        case "answers":
            let answers = try fields.required(
                "answers",
                as: .fields(known: ["returner", "keyPeople"])
            )
            return [
                .fact(
                    .leadRolesSet(
                        returner: try answers.optional("returner", as: Self.name),
                        keyPeople: try answers.optional("keyPeople", as: .list(of: Self.name)) ?? []
                    ),
                    on: nil
                )
            ]
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
                    at: "payload"
                )
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
                        + "take a completion back, use “reopened”.",
                    at: node
                )
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
                audience: try fields.optional("audience", as: Self.audience)
            )
        }
        for name in ["asAt", "audience"] where fields.has(name) {
            throw fields.error("write “\(name)” inside “progress”, where its text is.", at: name)
        }
        let inner = try fields.required(
            "progress",
            as: .fields(known: ["text", "asAt", "audience"])
        )
        return .progress(
            try inner.required("text", as: Self.prose),
            asAt: try inner.optional("asAt", as: .date),
            audience: try inner.optional("audience", as: Self.audience)
        )
    }

    private func added(
        _ fields: JSONFields,
        _ doubts: inout [Finding]
    ) throws(JSONError) -> [Aspect] {
        let item = try fields.required(
            "add",
            as: .fields(known: [
                "level", "list", "under", "after", "number", "text", "statement", "leads",
                "timescale", "expectedImpact", "evidence",
            ])
        )
        let list = try item.optional("list", as: .one(of: PlanList.allCases.map(\.rawValue)))
        let level = try item.optional("level", as: .value)
        if let level, level.text == nil, level.wholeNumber == nil {
            throw item.error(
                "expected the name of a level or its number, counted from 1.",
                at: "level"
            )
        }
        var aspects: [Aspect] = [
            .added(
                RequestedChange.NewItem(
                    level: level,
                    list: list.flatMap(PlanList.init) ?? .table,
                    under: try item.optional("under", as: Self.name),
                    after: try item.optional("after", as: Self.name),
                    number: try item.optional("number", as: Self.name),
                    text: try item.required("text", as: Self.prose)
                )
            )
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
        _ fields: JSONFields,
        _ doubts: inout [Finding]
    ) throws(JSONError) -> Timescale {
        let timescale = timescales.read(try fields.required("timescale", as: .text))
        if let doubt = timescale.doubt {
            doubts.append(
                Finding(
                    line: fields.node.line,
                    kind: "timescale",
                    message: "“\(JSONReader.shown(timescale.words))” is read as "
                        + "\(timescale.kind) (\(timescale.confidence.rawValue)). \(doubt)"
                )
            )
        }
        return timescale
    }

    private func leads(
        _ fields: JSONFields,
        _ doubts: inout [Finding]
    ) throws(JSONError) -> Leads {
        let node = try fields.required("leads", as: .node)
        if case .array = node.content {
            let names = try fields.required("leads", as: .list(of: Self.name))
            return Leads(
                words: Prose(blocks: names.map { .paragraph([.text($0)]) }),
                names: names
            )
        }
        let words = try fields.required("leads", as: Self.prose)
        guard let glossary else { return Leads(words: words) }
        let reading = glossary.read(words)
        for name in reading.unknown {
            doubts.append(
                Finding(
                    line: node.line,
                    kind: "lead",
                    message: "“\(JSONReader.shown(name))” is not in the glossary of leads."
                )
            )
        }
        return Leads(words: words, names: reading.names)
    }
}
