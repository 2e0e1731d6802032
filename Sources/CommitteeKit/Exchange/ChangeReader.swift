// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads the objects of a file of changes, as the rooms say that they are written.
struct ChangeReader: Sendable {
    /// The plan of actions that do not name one.
    let plan: String?
    let timescales: TimescaleReader
    let glossary: LeadGlossary?
    /// What a change can speak of, as the rooms declare it.
    private let targets: [RequestTarget]

    init(
        plan: String?,
        timescales: TimescaleReader,
        glossary: LeadGlossary?,
        rooms: Rooms
    ) {
        self.plan = plan
        self.timescales = timescales
        self.glossary = glossary
        targets = rooms.all.flatMap(\.requests)
    }

    /// The target of changes that name a plan, an action or another system's name for one: what they
    /// speak of is found where the file is read whole.
    private static let planTargetName = "action"

    private var others: [RequestTarget] { targets.filter { $0.name != Self.planTargetName } }

    /// The members that name what a change is about.
    var targetNames: [String] {
        ["plan", "action", "external", "correct", "void"] + others.map(\.name) + ["entry"]
    }

    private var planTarget: RequestTarget? {
        targets.first { $0.name == Self.planTargetName }
    }

    /// The members that say something of a plan or of an action, and of an entry to be corrected.
    private var aspectNames: [String] { (planTarget?.members ?? []) + ["payload"] }

    /// The members that only this target has, so that they tell that it is meant.
    private func tellingNames(of target: RequestTarget) -> [String] {
        target.members.filter { member in
            !targets.contains { $0.name != target.name && $0.members.contains(member) }
        }
    }

    /// The members of the other targets that say nothing of a plan or of an action.
    private func foreignNames(of target: RequestTarget) -> [String] {
        let own = planTarget?.members ?? []
        return target.members.filter { !own.contains($0) }
    }

    var change: JSONFieldType<RequestedChange> {
        var known = targetNames + aspectNames
        for target in others {
            known += foreignNames(of: target).filter { !known.contains($0) }
        }
        known += ["effective", "by", "reason"]
        for target in targets { known += target.companions.keys.sorted() }
        return .object(known: known) { (fields) throws(JSONError) in try self.change(fields) }
    }

    private func change(_ fields: JSONFields) throws(JSONError) -> RequestedChange {
        var reading = RequestReading(timescales: timescales, glossary: glossary)
        let (target, said, about) = try self.target(fields, &reading)
        var aspects = said ?? []
        if said == nil { aspects = try self.aspects(fields, &reading) }
        let reason = try fields.optional("reason", as: .name)
        try check(fields, target, aspects, reason)
        return RequestedChange(
            target: target,
            targetName: others.first { fields.has($0.name) }?.name,
            about: about,
            aspects: aspects,
            effective: try fields.optional("effective", as: .date),
            by: try fields.optional("by", as: .name),
            reason: reason,
            node: fields.node,
            place: fields.place,
            doubts: reading.doubts
        )
    }

    // MARK: What it is about

    /// Reads what a change is about, and what it says where its room says how that is written.
    private func target(
        _ fields: JSONFields,
        _ reading: inout RequestReading
    ) throws(JSONError) -> (RequestedChange.Target, [NamedAspect]?, about: SubjectReference?) {
        guard fields.has("correct") || !fields.has("payload") else {
            throw fields.error(
                "“payload” goes with “correct”. For an entry of your own kind, use “entry”.",
                at: "payload"
            )
        }
        let named = targetNames.filter { fields.has($0) && $0 != "plan" }
        if fields.has("correct"), let target = others.first(where: { fields.has($0.name) }),
            named.count == 2
        {
            // What is right is said as it is said of the room's own things.
            try checkMembers(fields, of: target)
            let requested = try target.read(fields, &reading)
            let entry = try fields.required("correct", as: .integer)
            return (.correct(entry), requested.aspects, requested.subject)
        }
        guard named.count <= 1 else {
            throw fields.error(
                "“\(named[0])” and “\(named[1])” name two things. Make two changes of it.",
                at: named[1]
            )
        }
        let plan = try fields.optional("plan", as: .name)
        if let name = named.first, name != "action", plan != nil {
            throw fields.error("“plan” does not go with “\(name)”. Leave it out.", at: "plan")
        }
        switch named.first {
        case "external":
            return (.external(try fields.required("external", as: .externalReference)), nil, nil)
        case "correct": return (.correct(try fields.required("correct", as: .integer)), nil, nil)
        case "void": return (.void(try fields.required("void", as: .integer)), nil, nil)
        case "entry": return (.entry(try openEntry(fields).subject), nil, nil)
        default: break
        }
        if let target = others.first(where: { $0.name == named.first }) {
            try checkMembers(fields, of: target)
            let requested = try target.read(fields, &reading)
            return (.entry(requested.subject), requested.aspects, nil)
        }
        guard let plan = plan ?? self.plan else {
            throw fields.error(
                "the change does not say what it is about. Name “plan” (here or for the whole "
                    + "file), “external”, “correct”, “void” or “entry”."
            )
        }
        guard fields.has("action") else { return (.plan(plan), nil, nil) }
        return (.action(try fields.required("action", as: .name), plan: plan), nil, nil)
    }

    // MARK: What it says

    private func aspects(
        _ fields: JSONFields,
        _ reading: inout RequestReading
    ) throws(JSONError) -> [NamedAspect] {
        for other in others {
            guard let member = foreignNames(of: other).first(where: { fields.has($0) })
            else { continue }
            throw fields.error(
                "“\(member)” belongs to \(other.noun). Name the “\(other.name)”.",
                at: member
            )
        }
        if fields.has("entry") { return [NamedAspect("entry", try openAspect(fields))] }
        var aspects = try planTarget?.read(fields, &reading).aspects ?? []
        if fields.has("payload") {
            let payload = try fields.required("payload", as: .value)
            aspects.append(NamedAspect("payload", .payload(nil, version: 1, payload)))
        }
        return aspects
    }

    /// Throws when a change says something that does not go with what it names.
    private func checkMembers(
        _ fields: JSONFields,
        of target: RequestTarget
    ) throws(JSONError) {
        let foreign =
            aspectNames + others.filter { $0.name != target.name }.flatMap { foreignNames(of: $0) }
        // The name of one subject may be a member of another, such as the group of an audit.
        let own = target.members + [target.name]
        guard let other = foreign.first(where: { fields.has($0) && !own.contains($0) }) else {
            return
        }
        if let owner = others.first(where: { tellingNames(of: $0).contains(other) }),
            target.members.isEmpty
        {
            throw fields.error(
                "“\(other)” is said of \(owner.noun), not of \(target.noun). Leave it out.",
                at: other
            )
        }
        guard !target.members.isEmpty else {
            throw fields.error(
                "“\(other)” does not go with “\(target.name)”. Make two changes of it.",
                at: other
            )
        }
        throw fields.error(
            "“\(other)” is not said of \(target.noun). "
                + (target.advice ?? ClosestName.suggestion(for: other, in: target.members)),
            at: other
        )
    }

    private func check(
        _ fields: JSONFields,
        _ target: RequestedChange.Target,
        _ aspects: [NamedAspect],
        _ reason: String?
    ) throws(JSONError) {
        for companion in targets.flatMap(\.companions).sorted(by: { $0.key < $1.key })
        where fields.has(companion.key) && !fields.has(companion.value) {
            throw fields.error(
                "“\(companion.key)” goes with “\(companion.value)”, which is not given.",
                at: companion.key
            )
        }
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
                    + "\(aspectNames.joined(separator: ", "))."
            )
        }
    }

    // MARK: Entries of open kinds

    private func openEntry(
        _ fields: JSONFields
    ) throws(JSONError) -> (subject: SubjectReference, entry: JSONFields) {
        let entry = try fields.required(
            "entry",
            as: .fields(known: ["kind", "version", "subject", "payload"])
        )
        let subject = try entry.required("subject", as: .fields(known: ["kind", "id"]))
        let reference = SubjectReference(
            kind: SubjectKind(try subject.required("kind", as: .name)),
            id: try subject.required("id", as: .name)
        )
        return (reference, entry)
    }

    private func openAspect(_ fields: JSONFields) throws(JSONError) -> RequestedAspect {
        if let name = aspectNames.first(where: { fields.has($0) }) {
            throw fields.error(
                "“\(name)” does not go with “entry”. Make two changes of it.",
                at: name
            )
        }
        let entry = try openEntry(fields).entry
        let kind = try entry.required("kind", as: .name)
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
