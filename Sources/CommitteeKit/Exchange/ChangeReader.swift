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

    static var yes: JSONFieldType<Bool> {
        JSONFieldType<Bool>.bool.checked("true (leave it out otherwise)") { $0 ? true : nil }
    }

    static var audience: JSONFieldType<Audience> {
        .init("an audience") { (node, place) throws(JSONError) in
            let word = try JSONFieldType.one(of: Audience.allCases.map(\.rawValue))
                .read(node, place)
            return Audience(rawValue: word) ?? .restricted
        }
    }

    static var reference: JSONFieldType<ExternalReference> {
        .object(known: ["source", "id"]) { (fields) throws(JSONError) in
            ExternalReference(
                source: try fields.required("source", as: name),
                id: try fields.required("id", as: name)
            )
        }
    }

    static let targets = [
        "plan", "action", "external", "correct", "void", "committee", "register", "risk", "migrate",
        "meetings", "workingDays", "dataSet", "dataReceived",
        "reminder", "entry",
    ]
    static let aspects = [
        "add", "text", "statement", "leads", "timescale", "expectedImpact", "evidence", "status",
        "progress", "note", "local", "reopened", "ongoing", "completed", "completedBy", "left",
        "audience", "predecessors", "submitted", "approved", "externalID", "answers", "payload",
    ]
    private static let others =
        ["effective", "by", "reason", "asAt", "scheme"] + actMembers

    var change: JSONFieldType<RequestedChange> {
        .object(known: Self.targets + Self.aspects + Self.riskEvents + Self.others) {
            (fields) throws(JSONError) in
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
        if let organisation = try organisation(fields) {
            aspects = [organisation]
        } else if fields.has("reminder") {
            aspects = [try reminderAct(fields)]
        } else if let member = Self.actMembers.first(where: { fields.has($0) }) {
            throw fields.error(
                "“\(member)” is said of a reminder. Name the “reminder”.",
                at: member
            )
        } else if fields.has("risk") {
            aspects = try riskAspects(fields)
        } else if let event = Self.riskEvents.first(where: { fields.has($0) }) {
            throw fields.error("“\(event)” is said of a risk. Name the “risk”.", at: event)
        } else if case .entry = target {
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
                        + "something else in its place, use “correct”.",
                    at: other.name
                )
            }
        } else if aspects.isEmpty {
            throw fields.error(
                "the change says nothing. Give at least one of: "
                    + "\(Self.aspects.joined(separator: ", "))."
            )
        }
        return RequestedChange(
            target: target,
            aspects: aspects,
            effective: try fields.optional("effective", as: .date),
            by: try fields.optional("by", as: Self.name),
            reason: reason,
            node: fields.node,
            place: fields.place,
            doubts: doubts
        )
    }

    private func target(_ fields: JSONFields) throws(JSONError) -> RequestedChange.Target {
        let named = Self.targets.filter { fields.has($0) && $0 != "plan" }
        guard named.count <= 1 else {
            throw fields.error(
                "“\(named[0])” and “\(named[1])” name two things. Make two changes of it.",
                at: named[1]
            )
        }
        let plan = try fields.optional("plan", as: Self.name)
        if let name = named.first, name != "action", plan != nil {
            throw fields.error("“plan” does not go with “\(name)”. Leave it out.", at: "plan")
        }
        switch named.first {
        case "external": return .external(try fields.required("external", as: Self.reference))
        case "correct": return .correct(try fields.required("correct", as: .integer))
        case "void": return .void(try fields.required("void", as: .integer))
        case "committee", "workingDays": return .entry(.committee)
        case "meetings": return .entry(.meetings(of: try meetings(fields).body))
        case "dataSet": return .entry(.dataSet(try dataSet(fields).id))
        case "dataReceived": return .entry(.dataSet(try received(fields).id))
        case "register": return .entry(.register(try register(fields).id))
        case "risk": return .entry(.risk(try fields.required("risk", as: Self.name)))
        case "migrate": return .entry(.register(try migration(fields).register))
        case "reminder": return .entry(try reminder(fields).subject)
        case "entry":
            let entry = try fields.required("entry", as: .fields(known: Self.entryNames))
            let subject = try entry.required("subject", as: .fields(known: ["kind", "id"]))
            return .entry(
                SubjectReference(
                    kind: SubjectKind(try subject.required("kind", as: Self.name)),
                    id: try subject.required("id", as: Self.name)
                )
            )
        default: break
        }
        guard let plan = plan ?? self.plan else {
            throw fields.error(
                "the change does not say what it is about. Name “plan” (here or for the whole "
                    + "file), “external”, “correct”, “void” or “entry”."
            )
        }
        guard fields.has("action") else { return .plan(plan) }
        return .action(try fields.required("action", as: Self.name), plan: plan)
    }

    /// The committee's profile, a risk register or what reminders count by, set whole.
    private func organisation(
        _ fields: JSONFields
    ) throws(JSONError) -> RequestedChange.NamedAspect? {
        let whole = [
            "committee", "register", "migrate", "meetings", "workingDays", "dataSet",
            "dataReceived",
        ]
        let name = whole.first { fields.has($0) }
        guard let name else { return nil }
        if let other = (Self.aspects + Self.riskEvents).first(where: { fields.has($0) }) {
            throw fields.error(
                "“\(other)” does not go with “\(name)”. Make two changes of it.",
                at: other
            )
        }
        if name == "migrate" {
            let fact = Change.Fact.scaleMigrated(try migration(fields).migration)
            return .init(name: name, aspect: .fact(fact, on: nil))
        }
        guard name == "committee" else {
            return .init(name: name, aspect: .fact(try wholeFact(name, fields), on: nil))
        }
        let node = try fields.required(name, as: .node)
        let profile = try CommitteeProfile(json: node, source: fields.place.source)
        return .init(name: name, aspect: .fact(.profileSet(profile.json), on: nil))
    }

    private func wholeFact(_ name: String, _ fields: JSONFields) throws(JSONError) -> Change.Fact {
        switch name {
        case "meetings": return .meetingsSet(try meetings(fields))
        case "workingDays":
            let node = try fields.required("workingDays", as: .node)
            return .workingDaysSet(try WorkingCalendar(json: node, source: fields.place.source))
        case "dataSet": return .dataSetSet(try dataSet(fields))
        case "dataReceived": return .dataReceived(period: try received(fields).period)
        default: return .registerSet(try register(fields).json)
        }
    }

    private func meetings(_ fields: JSONFields) throws(JSONError) -> MeetingSeries {
        let node = try fields.required("meetings", as: .node)
        return try MeetingSeries(json: node, source: fields.place.source)
    }

    private func dataSet(_ fields: JSONFields) throws(JSONError) -> DataSet {
        let node = try fields.required("dataSet", as: .node)
        return try DataSet(json: node, source: fields.place.source)
    }

    private func received(
        _ fields: JSONFields
    ) throws(JSONError) -> (id: String, period: CivilDate) {
        let inner = try fields.required("dataReceived", as: .fields(known: ["id", "period"]))
        return (
            try inner.required("id", as: Self.name), try inner.required("period", as: .date)
        )
    }

    private func register(_ fields: JSONFields) throws(JSONError) -> RiskRegister {
        let node = try fields.required("register", as: .node)
        return try RiskRegister(json: node, source: fields.place.source)
    }

    private static let entryNames = ["kind", "version", "subject", "payload"]

    private func openAspect(_ fields: JSONFields) throws(JSONError) -> Aspect {
        if let name = Self.aspects.first(where: { fields.has($0) }) {
            throw fields.error(
                "“\(name)” does not go with “entry”. Make two changes of it.",
                at: name
            )
        }
        let entry = try fields.required("entry", as: .fields(known: Self.entryNames))
        let kind = try entry.required("kind", as: Self.name)
        guard !kind.hasPrefix("entry."), !kind.hasPrefix("subject.") else {
            throw entry.error(
                "“\(kind)” is a kind of the journal's own. Use “correct”, “void” or “externalID”.",
                at: "kind"
            )
        }
        return .payload(
            EntryKind(kind),
            version: try entry.optional("version", as: .integer) ?? 1,
            try entry.required("payload", as: .value)
        )
    }
}
