// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a person writes in a file of changes what happened to a plan or to an item of one.
enum PlanRequests {
    /// The target of changes that name a plan, an action, or another system's name for one.
    static let target = RequestTarget(
        "action",
        noun: "an action",
        members: members,
        companions: Dictionary(
            forms.flatMap { form in form.companions.map { ($0, form.name) } },
            uniquingKeysWith: { first, _ in first }
        )
    ) { (fields, reading) throws(JSONError) in
        RequestedSubject(.plan(""), try aspects(fields, &reading))
    }

    /// The members in the order in which they are recorded; what is declared since follows.
    static let members: [String] = {
        let first = [
            "add", "text", "statement", "leads", "timescale", "expectedImpact", "evidence",
            "status", "progress", "note", "local", "reopened", "ongoing", "completed",
            "completedBy", "left", "audience", "predecessors", "submitted", "approved",
            "externalID", "answers",
        ]
        return first + forms.map { $0.name }.filter { !first.contains($0) }
    }()

    private static let forms = PlanItem.table.requestForms + Plan.table.requestForms

    /// The members that may stand inside “add”, in the order in which they are recorded.
    private static let additions = members.filter { name in
        forms.contains { $0.name == name && $0.comesWithAddition && name != "text" }
    }

    /// Reads what a change says, in the order in which it is recorded.
    static func aspects(
        _ fields: JSONFields,
        _ reading: inout RequestReading
    ) throws(JSONError) -> [NamedAspect] {
        var aspects: [NamedAspect] = []
        for name in members where fields.has(name) {
            aspects += try self.aspects(name, fields, &reading)
        }
        return aspects
    }

    private static func aspects(
        _ name: String,
        _ fields: JSONFields,
        _ reading: inout RequestReading
    ) throws(JSONError) -> [NamedAspect] {
        switch name {
        case "add": return try added(fields, &reading)
        case "note":
            let note = try fields.required("note", as: .prose)
            return [NamedAspect(name, .asked(OpenValue(AddedNote(text: note))))]
        case "externalID":
            let reference = try fields.required("externalID", as: .externalReference)
            return [NamedAspect(name, .externalID(reference))]
        default:
            guard let form = forms.first(where: { $0.name == name }) else { return [] }
            return try form.read(fields, &reading).map { NamedAspect(name, .fact($0)) }
        }
    }

    private static func added(
        _ fields: JSONFields,
        _ reading: inout RequestReading
    ) throws(JSONError) -> [NamedAspect] {
        let place = ["level", "list", "under", "after", "number", "text"]
        let item = try fields.required("add", as: .fields(known: place + additions))
        let list = try item.optional("list", as: .planList)
        let level = try item.optional("level", as: .value)
        if let level, level.text == nil, level.wholeNumber == nil {
            throw item.error(
                "expected the name of a level or its number, counted from 1.",
                at: "level"
            )
        }
        let new = AddedItem(
            level: level,
            list: list ?? .table,
            under: try item.optional("under", as: .name),
            after: try item.optional("after", as: .name),
            number: try item.optional("number", as: .name),
            text: try item.required("text", as: .prose)
        )
        var aspects = [NamedAspect("add", .asked(OpenValue(new)))]
        for name in additions where item.has(name) {
            guard !fields.has(name) else {
                throw fields.error("“\(name)” is given twice, here and inside “add”.", at: name)
            }
            aspects += try self.aspects(name, item, &reading).map { NamedAspect("add", $0.aspect) }
        }
        return aspects
    }
}

/// The place of a new item, as a person writes it.
struct AddedItem: Hashable, Sendable {
    /// The level, as its name or its number counted from 1; the deepest when nil.
    var level: JSONValue?
    /// The part of the plan.
    var list: PlanList
    /// The item above, if any.
    var under: String?
    /// The item after which it stands; the end of its group when nil.
    var after: String?
    /// The printed number; nil for none.
    var number: String?
    /// What the item says.
    var text: Prose
}

/// A remark, to be added to those that an item has.
struct AddedNote: Hashable, Sendable {
    var text: Prose
}

extension JSONFieldType where Value == ExternalReference {
    /// Another system's name for a subject.
    public static var externalReference: Self {
        .object(known: ["source", "id"]) { (fields) throws(JSONError) in
            ExternalReference(
                source: try fields.required("source", as: .name),
                id: try fields.required("id", as: .name)
            )
        }
    }
}
